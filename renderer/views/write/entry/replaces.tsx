import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../model/document/block.ts'
import { findBlock } from '../../../../model/document/state.ts'
import { TextArea } from '../../../parts/text-area.tsx'
import { Chip } from './chip.tsx'
import css from './chip.module.css'
import { ChooseEntries } from './choose-entries.tsx'
import type { EntryProps } from './entry.tsx'
import { sayFirst } from './say.ts'
import { useHost } from '../../../editor/context.ts'

type ReplacesProps = Pick<EntryProps<Finding>, 'session' | 'entry' | 'change'>

/**
 * What a finding replaces: what was said before, in words, and the earlier finding that said it where it is here.
 * Choosing one keeps its words, so that they are still known when it is gone.
 */
export function Replaces({ session, entry, change }: ReplacesProps) {
  const { t } = useTranslation('write')
  const { t: entries } = useTranslation('entries')
  const host = useHost()
  const choose = ([id]: readonly string[]): void => {
    if (id === undefined) return
    const { document } = session.store.getState().state
    const said = sayFirst(document, findBlock(document, id), host.locale)
    change({ supersedes: id, ...(entry.replaces.trim() === '' ? { replaces: said } : {}) })
  }
  return (
    <div>
      <TextArea
        label={t('finding.replaces')}
        internal
        value={entry.replaces}
        maxLength={20_000}
        dir="auto"
        onChange={(replaces) => change({ replaces }, `replaces ${entry.id}`)}
      />
      <div className={css['chips']}>
        {entry.supersedes && (
          <Chip id={entry.supersedes} onRemove={() => change({ supersedes: null })} />
        )}
        <ChooseEntries
          label={entries('chooseEarlier')}
          kinds={['finding']}
          chosen={entry.supersedes ? [entry.supersedes] : []}
          except={entry.id}
          single
          onChange={choose}
        />
      </div>
    </div>
  )
}
