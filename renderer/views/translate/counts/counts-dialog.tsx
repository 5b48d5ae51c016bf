import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { languageData } from '../../../../locales/language-data.ts'
import { plainText } from '../../../../model/document/text.ts'
import { MEAN_READING } from '../../../../model/measure/language.ts'
import { total } from '../../../../model/measure/tally.ts'
import { useLate } from '../../../app/late.ts'
import { ownName, useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { Choice } from '../../../parts/toggle-button.tsx'
import type { Session } from '../../../session/session.ts'
import { CountTable, type CountRow, type Side } from './count-table.tsx'
import { useTallies } from './tallies.ts'
import css from './counts.module.css'

export interface CountsDialogProps {
  readonly session: Session
  /** The language that is worked in. */
  readonly locale: string
  readonly onClose: () => void
}

/** How many texts, words and characters there are, by language and by section, and how much of that is confirmed. */
export function CountsDialog({ session, locale, onClose }: CountsDialogProps) {
  const { t } = useTranslation('translate')
  const { t: write } = useTranslation('write')
  const { t: common } = useTranslation()
  const format = useFormat()
  const { document } = useStore(session.store, ({ state }) => state)
  const tallies = useTallies(session)
  const [side, setSide] = useState<Side>('source')
  const { sourceLocale, sections } = document
  const language = format.language(locale)
  const parts = tallies?.get(locale) ?? []
  const { reading = MEAN_READING } = languageData(sourceLocale) ?? {}

  const languages: CountRow[] = [...(tallies ?? [])].map(([tag, of]) => ({
    key: tag,
    name: format.language(tag),
    own: { text: ownName(tag), lang: tag },
    tally: total(of),
  }))
  const named: CountRow[] = parts.map((tally) => {
    const section = sections.find(({ id }) => id === tally.section)
    if (section === undefined) return { key: '', name: t('counts.outside'), own: null, tally }
    const heading = plainText(section.heading.content)
    return heading === ''
      ? { key: section.id, name: write(`kind.${section.kind}`), own: null, tally }
      : { key: section.id, name: null, own: { text: heading, lang: sourceLocale }, tally }
  })

  return (
    <Dialog
      title={t('counts.title')}
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <Button look="primary" onPress={onClose}>
          {common('close')}
        </Button>
      }
    >
      <Choice<Side>
        label={t('counts.of')}
        value={side}
        options={[
          { value: 'source', text: t('counts.source') },
          { value: 'target', text: t('counts.target') },
        ]}
        onChange={setSide}
      />
      <div role="status">{tallies === null && <Waiting />}</div>
      {tallies !== null && (
        <div className={css['tables']}>
          <CountTable
            caption={t('counts.languages')}
            head={t('counts.language')}
            rows={languages}
            all={null}
            side={side}
            by={reading.unit}
          />
          <CountTable
            caption={t('counts.sections', { language })}
            head={t('counts.section')}
            rows={named}
            all={total(parts)}
            side={side}
            by={reading.unit}
          />
        </div>
      )}
    </Dialog>
  )
}

function Waiting() {
  const { t } = useTranslation('translate')
  return useLate() ? t('counts.counting') : null
}
