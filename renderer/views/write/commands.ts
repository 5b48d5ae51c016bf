import { keepCaret } from '../../commands/caret.ts'
import type { Handler, Handlers } from '../../commands/registry.ts'
import type { Audience } from '../../../model/document/audience.ts'
import type { Change } from '../../../model/document/change.ts'
import type { EntryKind } from '../../../model/document/entry.ts'
import type { SectionKind } from '../../../model/document/section.ts'
import { findBlock, headOf } from '../../../model/document/state.ts'
import { leaveHere } from '../../app/trail.ts'
import type { Session } from '../../session/session.ts'
import { addEntry, insertEntry, moveSections, sectionNeighbour } from './edits.ts'
import { goToBlock, goToSection } from './go.ts'

/** The element that the person works in. */
function here(): Element | null {
  const focus = document.activeElement
  if (!(focus instanceof HTMLElement) || !focus.isContentEditable) return focus
  const node = document.getSelection()?.anchorNode ?? null
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  return element !== null && focus.contains(element) ? element : focus
}

const idHere = (attribute: 'block' | 'section'): string | undefined =>
  here()?.closest<HTMLElement>(`[data-${attribute}]`)?.dataset[attribute]

/** What can be done to the structure of a postmortem, at the place that the person works in. */
export function writeHandlers(session: Session, add: (kind: SectionKind) => void): Handlers {
  const now = () => session.store.getState().state.document
  const readOnly = () => session.store.getState().save.kind === 'readOnly'
  const section = () => now().sections.find(({ id }) => id === idHere('section'))
  const block = () => {
    const id = idHere('block')
    return id === undefined ? undefined : findBlock(now(), id)
  }
  const change = (ready: () => boolean, run: (variant: string) => void): Handler => ({
    ready: () => !readOnly() && ready(),
    run,
  })
  /** What is moved takes the focus along. */
  const move = (changes: readonly Change[]): void => {
    const giveBack = keepCaret()
    session.apply(changes)
    giveBack(() => document.activeElement?.scrollIntoView({ block: 'nearest' }))
  }
  const moveSectionBy = (direction: -1 | 1): void => {
    const moved = section()
    const after = moved && sectionNeighbour(now(), moved.id, direction)
    if (after !== undefined) move(moveSections(now(), new Set([moved!.id]), after))
  }
  const goBy = (direction: -1 | 1): void => {
    const { sections } = now()
    const at = sections.findIndex(({ id }) => id === idHere('section'))
    const next = at === -1 ? sections[0] : sections[at + direction]
    if (next === undefined) return
    leaveHere()
    goToSection(next.id)
  }
  const inSection = () => section() !== undefined

  return {
    addEntry: change(
      () => now().sections.length > 0,
      (kind) => {
        const at = block()
        const home = section() ?? now().sections.at(-1)!
        const edit =
          (at && insertEntry(now(), kind as EntryKind, at.id)) ?? addEntry(home, kind as EntryKind)
        if (session.apply(edit.changes)) goToBlock(edit.made)
      },
    ),
    addSection: change(
      () => true,
      (kind) => add(kind as SectionKind),
    ),
    sectionUp: change(inSection, () => moveSectionBy(-1)),
    sectionDown: change(inSection, () => moveSectionBy(1)),
    markSection: change(inSection, (audience) => {
      const marked = section()
      if (marked === undefined) return
      const put = { ...headOf(marked), audience: audience as Audience }
      session.apply([{ type: 'section.put', section: put }])
    }),
    nextSection: () => goBy(1),
    previousSection: () => goBy(-1),
  }
}
