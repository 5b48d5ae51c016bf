import { ArrowDown, ArrowUp, EyeOff, Trash2, EllipsisVertical } from '../../../icons/icons.ts'
import { memo, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { AUDIENCES, type Audience } from '../../../../model/document/audience.ts'
import { isEntry, type Entry } from '../../../../model/document/block.ts'
import type { Change } from '../../../../model/document/change.ts'
import { findBlock } from '../../../../model/document/state.ts'
import { plainText } from '../../../../model/document/text.ts'
import { shortcutOf } from '../../../commands/keyboard.ts'
import { useHost } from '../../../editor/context.ts'
import { ENTRY_ICONS } from '../../../editor/slash/options.ts'
import { IconButton } from '../../../parts/icon-button.tsx'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../../../parts/menu.tsx'
import { toast } from '../../../parts/toast.tsx'
import type { Session } from '../../../session/session.ts'
import { moveBlocks } from '../blocks/move.ts'
import { FigureFields } from '../figure/figure.tsx'
import { goToBlock } from '../go.ts'
import { ActionFields } from './action.tsx'
import { kindOf } from './draw-still.ts'
import { EventFields } from './event.tsx'
import { FindingFields } from './finding.tsx'
import { LessonFields } from './lesson.tsx'
import { MeasureFields } from './measure.tsx'
import { useNear } from './near.ts'
import { QuestionFields } from './question.tsx'
import { stepEntry } from './step.ts'
import { enterAgain, Still, type Entered } from './still.tsx'
import { When } from './when.tsx'
import { During } from '../timeline/lead.tsx'
import css from './entry.module.css'

export interface EntryViewProps {
  readonly session: Session
  readonly section: string
  readonly id: string
  /** Of the interface, so that another draws it anew. */
  readonly language: string
}

/** What the fields of an entry are given: the entry, and the way to change it. */
export interface EntryProps<E extends Entry = Entry> {
  readonly session: Session
  readonly entry: E
  /** `merge` names what the change may join in the history. */
  readonly change: (part: Partial<E>, merge?: string) => void
  /** Backspace in an entry that says nothing. */
  readonly vanish: () => void
}

/** An entry of a section: with all that one works with where one is, and elsewhere what it says. */
export const EntryView = memo(function EntryView({
  session,
  section,
  id,
  language,
}: EntryViewProps) {
  const block = useStore(session.store, ({ state }) => findBlock(state.document, id))
  const card = useRef<HTMLDivElement>(null)
  const near = useNear(session, id, card)
  /** The text that the focus came to while it was far. */
  const entered = useRef<Entered | null>(null)
  if (block === undefined || !isEntry(block)) return null
  return (
    <div
      ref={card}
      role="group"
      className={css['entry']}
      data-block={id}
      data-kind={block.kind}
      data-audience={block.audience}
      aria-label={kindOf(block)}
    >
      {near ? (
        <Card session={session} section={section} entry={block} card={card} entered={entered} />
      ) : (
        <Still key={language} entry={block} entered={entered} />
      )}
    </div>
  )
})

interface CardProps {
  readonly session: Session
  readonly section: string
  readonly entry: Entry
  readonly card: RefObject<HTMLDivElement | null>
  readonly entered: RefObject<Entered | null>
}

/** Its text, its attributes, and the ways to move and remove it. */
function Card({ session, section, entry, card, entered }: CardProps) {
  const { t } = useTranslation('write')
  const { t: timeline } = useTranslation('timeline')
  const host = useHost()
  const { id } = entry
  const kind = t(`entry.${entry.kind}`)
  const Icon = ENTRY_ICONS[entry.kind]
  // After those of its fields: they hear of the focus.
  useLayoutEffect(() => enterAgain(card.current, entered), [card, entered])

  const put = (next: Entry, merge?: string): void => {
    session.apply([{ type: 'block.put', section, block: next }], { merge })
  }
  const change = (part: Partial<Entry>, merge?: string): void => {
    const now = findBlock(session.store.getState().state.document, id)
    if (now !== undefined && isEntry(now)) put({ ...now, ...part } as Entry, merge)
  }
  const move = (direction: -1 | 1): void => {
    const { document: doc } = session.store.getState().state
    const edit = stepEntry(doc, id, direction)
    const focused = document.activeElement
    if (edit === null) {
      if (findBlock(doc, id)?.kind === 'event') toast({ text: timeline('stays') })
      return
    }
    session.apply(edit.changes)
    // Moving an element takes the focus out of it.
    requestAnimationFrame(() => {
      if (focused?.isConnected !== true) return goToBlock(id)
      if (focused instanceof HTMLElement && card.current?.contains(focused)) focused.focus()
      card.current?.scrollIntoView({ block: 'nearest' })
    })
  }
  const remove = (): void => {
    const restore: Change = { type: 'block.put', section, block: entry }
    const all = [...document.querySelectorAll<HTMLElement>('[data-editable]')]
    const first = all.findIndex((element) => card.current?.contains(element))
    session.apply([{ type: 'block.remove', block: id }])
    all[first - 1]?.focus()
    toast({
      text: t('entry.removed', { kind }),
      action: { text: t('undo'), onPress: () => session.apply([restore]) },
    })
  }
  const act = (key: string): void => {
    const [verb, value] = key.split(':') as [string, string]
    if (verb === 'up') move(-1)
    else if (verb === 'down') move(1)
    else if (verb === 'remove') remove()
    else if (verb === 'audience') change({ audience: value as Audience })
    else if (verb === 'to') {
      const { document: doc } = session.store.getState().state
      const last = doc.sections.find((each) => each.id === value)?.blocks.at(-1)?.id ?? null
      session.apply(moveBlocks(doc, new Set([id]), { section: value, after: last }))
    }
  }
  const vanish = (): void => {
    if (sayEntry(entry).trim() === '') remove()
  }

  return (
    <>
      <header className={css['head']}>
        {entry.kind === 'event' ? (
          <When session={session} entry={entry} />
        ) : (
          <>
            <Icon size={14} />
            <span className={css['kind']}>{kind}</span>
          </>
        )}
        {entry.audience !== 'public' && (
          <span className={css['audience']}>
            <EyeOff size={14} />
            {t(`audience.${entry.audience}`)}
          </span>
        )}
        {!host.readOnly && (
          <div className={css['tools']}>
            <IconButton
              icon={ArrowUp}
              label={t('entry.up')}
              {...shortcutOf('moveUp')}
              onPress={() => move(-1)}
            />
            <IconButton
              icon={ArrowDown}
              label={t('entry.down')}
              {...shortcutOf('moveDown')}
              onPress={() => move(1)}
            />
            <Menu
              label={t('entry.menu', { kind })}
              trigger={<IconButton icon={EllipsisVertical} label={t('entry.menu', { kind })} />}
              onAction={act}
            >
              <MenuSection title={t('section.audience')}>
                {AUDIENCES.map((audience) => (
                  <MenuItem
                    key={audience}
                    id={`audience:${audience}`}
                    text={t(`audience.${audience}`)}
                    isDisabled={audience === entry.audience}
                  />
                ))}
              </MenuSection>
              <MoveTargets session={session} from={section} />
              <MenuSeparator />
              <MenuItem id="remove:" text={t('entry.remove')} icon={Trash2} danger />
            </Menu>
          </div>
        )}
      </header>
      {entry.kind === 'event' && <During session={session} section={section} id={id} />}
      {fieldsOf(entry, { session, change, vanish })}
    </>
  )
}

/** The other sections, as they are when the menu opens. */
function MoveTargets({ session, from }: { readonly session: Session; readonly from: string }) {
  const { t } = useTranslation('write')
  const { sections } = session.store.getState().state.document
  const others = sections.filter(({ id }) => id !== from)
  if (others.length === 0) return null
  return (
    <MenuSection title={t('entry.moveTo')}>
      {others.map(({ id, kind, heading }) => (
        <MenuItem key={id} id={`to:${id}`} text={plainText(heading.content) || t(`kind.${kind}`)} />
      ))}
    </MenuSection>
  )
}

/** Everything that an entry's texts say. */
function sayEntry(entry: Entry): string {
  switch (entry.kind) {
    case 'finding':
      return plainText(entry.statement.content, () => '\u{FFFC}') + entry.evidence + entry.replaces
    case 'measure':
      return plainText(entry.label.content, () => '\u{FFFC}')
    case 'question':
      return plainText([...entry.question.content, ...entry.answer.content], () => '\u{FFFC}')
    case 'figure':
      return plainText([...entry.caption.content, ...entry.alt.content], () => '\u{FFFC}')
    case 'action':
      return plainText(entry.text.content, () => '\u{FFFC}') + entry.owner + entry.ticket
    default:
      return plainText(entry.text.content, () => '\u{FFFC}')
  }
}

function fieldsOf(entry: Entry, props: Omit<EntryProps, 'entry'>): ReactNode {
  switch (entry.kind) {
    case 'finding':
      return <FindingFields {...props} entry={entry} />
    case 'lesson':
      return <LessonFields {...props} entry={entry} />
    case 'action':
      return <ActionFields {...props} entry={entry} />
    case 'event':
      return <EventFields {...props} entry={entry} />
    case 'measure':
      return <MeasureFields {...props} entry={entry} />
    case 'question':
      return <QuestionFields {...props} entry={entry} />
    // It stands under its section.
    case 'footnote':
      return null
    case 'figure':
      return <FigureFields {...props} entry={entry} />
  }
}
