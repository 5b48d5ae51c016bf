import { Check, Link2 } from '../../../icons/icons.ts'
import { useState } from 'react'
import {
  Button,
  Dialog,
  DialogTrigger,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { EntryKind } from '../../../../model/document/entry.ts'
import { TOOLS, useHost } from '../../../editor/context.ts'
import floating from '../../../editor/popover.module.css'
import { SearchField } from '../../../parts/search-field.tsx'
import { classNames } from '../../../theme/class-names.ts'
import css from './chip.module.css'
import { sayFirst } from './say.ts'

export interface ChooseEntriesProps {
  /** What the button says. */
  readonly label: string
  readonly kinds: readonly EntryKind[]
  readonly chosen: readonly string[]
  /** Not one of the choices. */
  readonly except: string
  /** One alone, and choosing it closes the list; or as many as one likes. */
  readonly single?: boolean
  readonly onChange: (chosen: readonly string[]) => void
}

/** Entries of the postmortem to choose from, found by typing. What there is is looked up when it opens. */
export function ChooseEntries(props: ChooseEntriesProps) {
  const { label } = props
  const host = useHost()
  const [open, setOpen] = useState(false)
  if (host.readOnly) return null
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={classNames(css['choose'])}>
        <Link2 size={14} />
        {label}
      </Button>
      <Popover {...TOOLS} className={classNames(floating['popover'])} placement="bottom start">
        <Dialog className={classNames(floating['dialog'])} aria-label={label}>
          <Choices {...props} onDone={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Choices({
  label,
  kinds,
  chosen,
  except,
  single = false,
  onChange,
  onDone,
}: ChooseEntriesProps & { readonly onDone: () => void }) {
  const { t } = useTranslation(['entries', 'write'])
  const host = useHost()
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLocaleLowerCase(host.locale)
  const { document } = host.session.store.getState().state
  const found = kinds.map((kind) => ({
    kind,
    entries: document.sections
      .flatMap(({ blocks }) => blocks)
      .filter((block) => block.kind === kind && block.id !== except)
      .map((block) => ({ id: block.id, text: sayFirst(document, block, host.locale) }))
      .filter(({ text }) => text !== '' && text.toLocaleLowerCase(host.locale).includes(wanted)),
  }))
  const shown = found.filter(({ entries }) => entries.length > 0)
  const select = (keys: Iterable<unknown>): void => {
    const now = new Set(Array.from(keys, String))
    // What is chosen already stays in its order, and so does what the search does not show.
    const listed = new Set(shown.flatMap(({ entries }) => entries.map(({ id }) => id)))
    const kept = chosen.filter((id) => now.has(id) || !listed.has(id))
    const added = [...now].filter((id) => !chosen.includes(id))
    onChange(single ? added : [...kept, ...added])
    if (single) onDone()
  }
  return (
    <>
      <SearchField label={t('search')} value={query} onChange={setQuery} autoFocus />
      <ListBox
        aria-label={label}
        selectionMode={single ? 'single' : 'multiple'}
        selectedKeys={chosen}
        // Escape closes the list and takes nothing back.
        escapeKeyBehavior="none"
        onSelectionChange={(keys) => {
          if (keys !== 'all') select(keys)
        }}
        className={classNames(css['list'])}
        renderEmptyState={() => <p className={css['empty']}>{t('none')}</p>}
      >
        {shown.map(({ kind, entries }) => (
          <ListBoxSection key={kind}>
            <Header className={css['group']}>{t(`write:kind.${SECTIONS[kind]}`)}</Header>
            {entries.map(({ id, text }) => (
              <ListBoxItem key={id} id={id} textValue={text} className={classNames(css['option'])}>
                <Check />
                <bdi className={css['lines']} lang={host.locale} title={text}>
                  {text}
                </bdi>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </>
  )
}

/** The section kind whose name heads the entries of a kind. */
const SECTIONS = {
  finding: 'findings',
  lesson: 'lessons',
  action: 'actions',
  event: 'timeline',
  measure: 'impact',
  question: 'questions',
} as const satisfies Record<EntryKind, string>
