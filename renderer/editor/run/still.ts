import type { Audience } from '../../../model/document/audience.ts'
import type { ProseBlock } from '../../../model/document/block.ts'
import type { Section } from '../../../model/document/section.ts'
import { redrawChips } from '../fact/chip.ts'
import { offsetIn, placeAt } from '../field/offset.ts'
import type { EditingHost } from '../host.ts'
import { claimRun } from '../follow.ts'
import { drawFlow } from '../static/flow.ts'
import { markBlock } from './look.ts'
import { runAt, type RunPlace } from './place.ts'

export interface StillOptions {
  readonly host: EditingHost
  readonly place: RunPlace
  readonly label: (audience: Exclude<Audience, 'public'>) => string
  /** Mounts the editor. `shown`: what stands here, where the caret is to go to what has changed since. */
  readonly wake: (shown?: readonly ProseBlock[]) => void
}

interface Drawn {
  readonly block: ProseBlock
  readonly element: HTMLElement
}

/** Shows the blocks of a run as elements, for as long as nobody is near. Returns the function that ends it. */
export function showStill(root: HTMLElement, options: StillOptions): () => void {
  const { host, place, label, wake } = options
  const { store } = host.session
  let shown = new Map<string, Drawn>()
  let seen: Section | undefined

  const draw = (blocks: readonly ProseBlock[]): void => {
    const next = blocks.map((block): Drawn => {
      const old = shown.get(block.id)
      if (old?.block === block) return old
      const element = drawFlow(document, block.node, host.reader)
      markBlock(element, block.id, block.audience, label)
      return { block, element }
    })
    shown = new Map(next.map((each) => [each.block.id, each]))
    root.replaceChildren(...next.map(({ element }) => element))
  }

  const look = (): void => {
    const { state, lastChanged } = store.getState()
    const section = state.document.sections.find(({ id }) => id === place.section)
    if (section === seen) return
    seen = section
    const { blocks } = runAt(state.document, place)
    const before = [...shown.values()].map(({ block }) => block)
    if (blocks.length === before.length && blocks.every((block, at) => block === before[at])) return
    if (claimRun(lastChanged, before, blocks)) wake(before)
    else draw(blocks)
  }
  draw(runAt(store.getState().state.document, place).blocks)

  const down = (): void => wake()
  // On its way down: the editor hears of the focus that wakes it.
  const focus = ({ target }: FocusEvent): void => {
    if (target === root) wake()
  }
  const home = root.parentElement
  root.addEventListener('pointerdown', down)
  home?.addEventListener('focus', focus, true)
  const stopFacts = host.reader.subscribe(() => redrawChips(root, host.reader))
  const stopChanges = store.subscribe((now, before) => {
    if (now.state.document !== before.state.document) look()
  })
  return () => {
    root.removeEventListener('pointerdown', down)
    home?.removeEventListener('focus', focus, true)
    stopFacts()
    stopChanges()
  }
}

interface Caret {
  readonly block: string
  readonly offset: number
}

/** The caret in a run, by its block. Null where it is elsewhere. */
export function caretIn(root: HTMLElement): Caret | null {
  const node = document.getSelection()?.anchorNode ?? null
  if (node === null || !root.contains(node)) return null
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest<HTMLElement>('[data-block]')
  if (!block || !root.contains(block)) return null
  return { block: block.dataset['block']!, offset: offsetIn(block) }
}

/** Puts the caret back after the elements of its block have become others. */
export function putCaret(root: HTMLElement, { block, offset }: Caret): void {
  const element = root.querySelector<HTMLElement>(`[data-block="${CSS.escape(block)}"]`)
  if (element !== null) placeAt(element, offset)
}
