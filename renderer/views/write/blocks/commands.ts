import type { Audience } from '../../../../model/document/audience.ts'
import { isEntry } from '../../../../model/document/block.ts'
import type { Change } from '../../../../model/document/change.ts'
import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { findBlock } from '../../../../model/document/state.ts'
import { keepCaret } from '../../../commands/caret.ts'
import type { Handler, Handlers } from '../../../commands/registry.ts'
import type { Session } from '../../../session/session.ts'
import { stepEntry } from '../entry/step.ts'
import { duplicateBlocks } from './copy.ts'
import type { BlockDesk } from './desk.ts'
import { touchedBlocks } from './enter.ts'
import { moveBlocks, placedBlocks, stepGap } from './move.ts'
import { blockAt, blockIds, elementOf } from './page.ts'

/**
 * What can be done to the selected blocks, or else to those that the caret or the focus is in. `held` says that an event
 * stays where its time is.
 */
export function blockHandlers(
  session: Session,
  desk: BlockDesk,
  page: () => HTMLElement,
  held: () => void,
): Handlers {
  const document = (): Postmortem => session.store.getState().state.document
  const picked = () => desk.store.getState().picked
  /** The blocks that one works in. */
  const here = (): readonly string[] => {
    const focus = page().ownerDocument.activeElement
    if (!(focus instanceof HTMLElement) || !page().contains(focus)) return []
    if (focus.isContentEditable) return touchedBlocks(page(), document())?.ids ?? []
    const id = blockAt(focus)?.dataset['block']
    return id !== undefined && blockIds(document()).has(id) ? [id] : []
  }
  const both = (whole: (variant: string) => void, within: (variant: string) => void): Handler => ({
    ready: () => (picked()?.ids ?? here()).length > 0,
    run(variant) {
      session.settle()
      if (picked() === null) within(variant)
      else whole(variant)
    },
  })
  /** Makes changes under the caret, which stays in its text. */
  const change = (changes: readonly Change[], block: string | undefined): void => {
    const focus = page().ownerDocument.activeElement
    const before = block === undefined ? null : elementOf(page(), block)
    // An editor puts the caret back itself, where it stood in its text; an entry that is moved loses it.
    const giveBack =
      focus?.contains(before) === true
        ? (after: () => void) => void requestAnimationFrame(after)
        : keepCaret()
    session.apply(changes)
    giveBack(() => {
      const element = block === undefined ? null : elementOf(page(), block)
      element?.scrollIntoView({ block: 'nearest' })
      const stayed =
        focus?.isConnected === true && (focus.contains(element) || element?.contains(focus))
      if (element !== null && !stayed) desk.write(block!)
    })
  }
  const step = (direction: -1 | 1): void => {
    const ids = new Set(here())
    const [id] = ids
    const only = ids.size === 1 && id !== undefined ? findBlock(document(), id) : undefined
    if (only !== undefined && isEntry(only)) {
      const edit = stepEntry(document(), only.id, direction)
      if (edit === null) {
        if (only.kind === 'event') held()
        return
      }
      change(edit.changes, only.id)
      return desk.say('moved', 1)
    }
    const gap = stepGap(document(), ids, direction)
    if (gap === null) return
    change(moveBlocks(document(), ids, gap), [...ids].at(-1))
    desk.say('moved', ids.size)
  }
  return {
    moveUp: both(
      () => desk.step(-1),
      () => step(-1),
    ),
    moveDown: both(
      () => desk.step(1),
      () => step(1),
    ),
    duplicate: both(
      () => desk.duplicate(),
      () => {
        const { changes, made } = duplicateBlocks(session.store.getState().state, new Set(here()))
        if (!session.apply(changes)) return
        desk.say('duplicated', made.length)
        requestAnimationFrame(() => desk.write(made.at(-1)!))
      },
    ),
    mark: both(
      (audience) => desk.audience(audience as Audience),
      (audience) => {
        const placed = placedBlocks(document(), new Set(here()))
        change(
          placed.map(({ section, block }): Change => ({
            type: 'block.put',
            section,
            block: { ...block, audience: audience as Audience },
          })),
          placed.at(-1)?.block.id,
        )
      },
    ),
  }
}
