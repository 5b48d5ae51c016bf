import { useTranslation } from 'react-i18next'
import type { Lesson } from '../../../../model/document/block.ts'
import { Chip } from './chip.tsx'
import css from './chip.module.css'
import { ChooseEntries } from './choose-entries.tsx'
import type { EntryProps } from './entry.tsx'
import { UnitField } from './unit-field.tsx'

const NONE: readonly string[] = []

/** What was learned, what it came from, and what it leads to. */
export function LessonFields({ entry, change, vanish }: EntryProps<Lesson>) {
  const { t } = useTranslation('write')
  const { t: entries } = useTranslation('entries')
  const { links = NONE } = entry
  const put = (next: readonly string[]): void => change({ links: [...next] })
  return (
    <>
      <UnitField
        text={entry.text}
        label={t('lesson.text')}
        placeholder={t('lesson.textExample')}
        onChange={(text, merge) => change({ text }, merge)}
        onEmptyBackspace={vanish}
      />
      <div className={css['chips']} role="group" aria-label={entries('links')}>
        {links.map((id) => (
          <Chip key={id} id={id} onRemove={() => put(links.filter((other) => other !== id))} />
        ))}
        <ChooseEntries
          label={entries('link')}
          kinds={['finding', 'action']}
          chosen={links}
          except={entry.id}
          onChange={put}
        />
      </div>
    </>
  )
}
