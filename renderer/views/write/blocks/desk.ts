import type { TFunction } from 'i18next'
import type { Audience } from '../../../../model/document/audience.ts'
import type { Change } from '../../../../model/document/change.ts'
import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { readContent } from '../../../../model/facts/read.ts'
import { factsOf, wordsOf } from '../../../editor/host.ts'
import { toast } from '../../../parts/toast.tsx'
import type { Session } from '../../../session/session.ts'
import { duplicateBlocks } from './copy.ts'
import { moveBlocks, placedBlocks, stepGap, type Gap } from './move.ts'
import { blocksOn, elementOf, orderOn } from './page.ts'
import { pickAll, pickNext, pickRange, type Picked, type PickedStore } from './picked.ts'
import { turnBlocks, type Turn } from './turn.ts'

export interface DeskOptions {
  readonly session: Session
  readonly store: PickedStore
  /** The element that all blocks stand in. */
  readonly page: () => HTMLElement
  /** Takes the keyboard to the selected blocks. */
  readonly focus: () => void
  /** Puts the caret back into the text, at this block. */
  readonly write: (block: string) => void
  readonly t: TFunction<'blocks'>
}

/** What can be said to have been done to blocks. */
type Deed = 'moved' | 'duplicated' | 'copied' | 'pasted'

/** What can be done with whole blocks: select them, and work on all that are selected as one step. */
export interface BlockDesk {
  readonly store: PickedStore
  pick(picked: Picked | null): void
  pickOne(id: string): void
  /** From the block where it began to this one. */
  pickTo(anchor: string, head: string): void
  next(direction: -1 | 1, extend: boolean): void
  /** The first or the last of all. */
  edge(direction: -1 | 1, extend: boolean): void
  /** All of the section first, then all there is. */
  pickMore(): void
  /** Says how many blocks something was done to. */
  say(what: Deed, count: number): void
  /** The same as words, for `make`. */
  words(what: Deed, count: number): string
  /** Puts the caret into the text of a block. */
  write(block: string): void
  /** Back to the caret. */
  leave(): void
  step(direction: -1 | 1): void
  /** Moves these blocks, or else the selected ones. */
  moveTo(gap: Gap, blocks?: readonly string[]): void
  remove(): void
  duplicate(): void
  audience(audience: Audience): void
  turn(turn: Turn): void
  /** Makes changes, and selects what they made. */
  make(changes: readonly Change[], made: readonly string[], said: string): void
}

export function createBlockDesk({ session, store, page, focus, write, t }: DeskOptions): BlockDesk {
  /** With everything that is typed. */
  const document = (): Postmortem => {
    session.settle()
    return session.store.getState().state.document
  }
  const now = (): Picked | null => store.getState().picked
  const ids = (): ReadonlySet<string> => new Set(now()?.ids)
  const order = (): string[] => orderOn(page(), document())

  let serial = 0
  const words = (text: string) => ({ text, serial: ++serial })

  function pick(picked: Picked | null): void {
    const said = picked === null ? '' : t('selected', { count: picked.ids.length })
    store.setState({ picked, said: words(said) })
    if (picked === null) return
    focus()
    elementOf(page(), picked.head)?.scrollIntoView({ block: 'nearest' })
  }

  function make(changes: readonly Change[], made: readonly string[], said: string): void {
    if (changes.length === 0) return
    if (!session.apply(changes)) return
    const next = pickAll(made)
    store.setState({ picked: next, said: words(said) })
    if (next === null) return
    focus()
    // What moved may be drawn anew, by React and by an editor.
    requestAnimationFrame(() => {
      if (store.getState().picked !== next) return
      focus()
      elementOf(page(), next.head)?.scrollIntoView({ block: 'nearest' })
    })
  }

  const move = (gap: Gap | null, blocks: readonly string[] = now()?.ids ?? []): void => {
    if (gap === null) return
    const moving = new Set(blocks)
    const changes = moveBlocks(document(), moving, gap)
    const moved = placedBlocks(document(), moving).map(({ block }) => block.id)
    make(changes, moved, t('moved', { count: moved.length }))
  }

  return {
    store,
    pick,
    make,
    pickOne: (id) => pick({ ids: [id], anchor: id, head: id }),
    pickTo: (anchor, head) => {
      const next = pickRange(order(), anchor, head)
      if (next !== null && next.ids.join() !== now()?.ids.join()) pick(next)
    },
    next(direction, extend) {
      const picked = now()
      if (picked !== null) pick(pickNext(order(), picked, direction, extend))
    },
    edge(direction, extend) {
      const all = order()
      const head = direction === 1 ? all.at(-1) : all[0]
      const picked = now()
      if (head === undefined || picked === null) return
      pick(pickRange(all, extend ? picked.anchor : head, head))
    },
    pickMore() {
      const picked = now()
      if (picked === null) return
      const section = elementOf(page(), picked.head)?.closest('[data-section]')
      const own = section ? blocksOn(section, document()).map((one) => one.dataset['block']!) : []
      const has = new Set(picked.ids)
      pick(pickAll(own.every((id) => has.has(id)) ? order() : own))
    },
    words: (what, count) => t(what, { count }),
    say: (what, count) => store.setState({ said: words(t(what, { count })) }),
    write,
    leave() {
      const head = now()?.head
      pick(null)
      if (head !== undefined) write(head)
    },
    step: (direction) => move(stepGap(document(), ids(), direction)),
    moveTo: (gap, blocks) => move(gap, blocks),
    remove() {
      const picked = now()
      if (picked === null) return
      const all = order()
      const has = ids()
      const last = all.findLastIndex((id) => has.has(id))
      const next =
        all.slice(last + 1).find((id) => !has.has(id)) ?? all.findLast((id) => !has.has(id))
      const removed = placedBlocks(document(), has)
      const text = t('removed', { count: removed.length })
      make(
        removed.map(({ block }): Change => ({ type: 'block.remove', block: block.id })),
        next === undefined ? [] : [next],
        text,
      )
      const back = removed.map((placed): Change => ({ type: 'block.put', ...placed }))
      toast({ text, action: { text: t('undo'), onPress: () => session.apply(back) } })
    },
    duplicate() {
      session.settle()
      const { changes, made } = duplicateBlocks(session.store.getState().state, ids())
      make(changes, made, t('duplicated', { count: made.length }))
    },
    audience(audience) {
      const placed = placedBlocks(document(), ids())
      make(
        placed
          .filter(({ block }) => block.audience !== audience)
          .map(({ section, block }): Change => ({
            type: 'block.put',
            section,
            block: { ...block, audience },
          })),
        placed.map(({ block }) => block.id),
        t('marked', { count: placed.length }),
      )
    },
    turn(turn) {
      const doc = document()
      const { sourceLocale } = doc
      const { changes, made } = turnBlocks(doc, ids(), turn, (content) =>
        readContent(content, factsOf(doc), sourceLocale, wordsOf(sourceLocale)),
      )
      make(changes, made, t('turned', { count: made.length }))
    },
  }
}
