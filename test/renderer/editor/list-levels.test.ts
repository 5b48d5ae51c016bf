import fc from 'fast-check'
import { $getSelection, $isRangeSelection, KEY_BACKSPACE_COMMAND, KEY_TAB_COMMAND } from 'lexical'
import { expect, test } from 'vitest'
import {
  depthOf,
  MAX_DEPTH,
  type Flow,
  type List,
  type ListItem,
} from '../../../model/document/prose.ts'
import type { DocumentState } from '../../../model/document/state.ts'
import { content, nextId } from './flows.ts'
import { bench, type Bench } from './random-bench.ts'
import { inOrder, noIdTwice, shownIsStored } from './random-laws.ts'
import { $selectAnywhere } from './random.ts'

/** A list in a list is two levels of the document, and the text of an item is one. */
const DEEPEST = 6

/** A line of the text: an item of a list with how deep it is, or another block. */
interface Line {
  readonly id: string
  readonly list: string | null
  readonly level: number
  readonly ordered: boolean
}

function* itemsOf(list: List, home: string, level: number): Generator<Line> {
  for (const { children } of list.children)
    for (const child of children)
      if (child.type === 'list') yield* itemsOf(child, home, level + 1)
      else if (child.type === 'paragraph')
        yield { id: child.data.id, list: home, level, ordered: list.ordered }
}

const linesOf = ({ document }: DocumentState, home: string): Line[] =>
  document.sections
    .find(({ id }) => id === home)!
    .blocks.flatMap((block) =>
      block.kind !== 'prose'
        ? []
        : block.node.type === 'list'
          ? [...itemsOf(block.node, block.id, 0)]
          : [{ id: block.id, list: null, level: 0, ordered: false }],
    )

/** The items that stand under one. */
function* under(lines: readonly Line[], at: number): Generator<number> {
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next]!
    if (line.list !== lines[at]!.list || line.level <= lines[at]!.level) return
    yield next
  }
}

/** The item that one would come to stand under: the one before it in its own list. */
function beside(lines: readonly Line[], at: number): number | null {
  for (let before = at - 1; before >= 0; before--) {
    const line = lines[before]!
    if (line.list !== lines[at]!.list || line.level < lines[at]!.level) return null
    // Below one item there may be lists of both kinds.
    if (line.level === lines[at]!.level) return line.ordered === lines[at]!.ordered ? before : null
  }
  return null
}

/** What Tab must do to the lines from one to another: which go in by one, or out. */
function moved(lines: readonly Line[], from: number, to: number, out: boolean): Set<number> {
  const all = new Set<number>()
  const stayed = new Set<number>()
  for (let at = from; at <= to; at++) {
    const line = lines[at]!
    if (line.list === null || all.has(at)) continue
    const whole = [at, ...under(lines, at)]
    const before = beside(lines, at)
    const goes = out
      ? line.level > 0
      : before !== null &&
        !stayed.has(before) &&
        Math.max(...whole.map((one) => lines[one]!.level)) < DEEPEST
    if (goes) for (const one of whole) all.add(one)
    else stayed.add(at)
  }
  return all
}

/** Presses Tab. Was there a use for it? */
function tab({ editor }: Bench, shiftKey: boolean): boolean {
  let used = false
  const event = { shiftKey, preventDefault: () => (used = true) } as unknown as KeyboardEvent
  editor.update(() => void editor.dispatchCommand(KEY_TAB_COMMAND, event), { discrete: true })
  return used
}

/** The selection, by what stands at its ends. */
const selected = ({ editor }: Bench): unknown =>
  editor.getEditorState().read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return null
    return [selection.anchor, selection.focus].map(({ key, offset, type }) => [key, offset, type])
  })

const list = (depth: number): fc.Arbitrary<List> =>
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    children: fc.array(item(depth), { minLength: 1, maxLength: depth === 0 ? 4 : 3 }),
  })
const item = (depth: number): fc.Arbitrary<ListItem> =>
  fc
    .tuple(content, depth < 3 ? fc.array(list(depth + 1), { maxLength: 2 }) : fc.constant([]))
    .map(([children, [first, second]]) => ({
      type: 'listItem' as const,
      children: [
        { type: 'paragraph' as const, data: { id: nextId() }, children },
        ...(first === undefined ? [] : [first]),
        // Two of a kind would be one.
        ...(first === undefined || second === undefined
          ? []
          : [{ ...second, ordered: !first.ordered }]),
      ],
    }))
const flow: fc.Arbitrary<Flow> = fc.oneof(
  { weight: 4, arbitrary: list(0) },
  content.map((children): Flow => ({ type: 'paragraph', data: { id: nextId() }, children })),
)

const step = fc.record({ at: fc.nat(997), to: fc.nat(997), near: fc.boolean(), out: fc.boolean() })

test('Tab and Shift+Tab move the items that are selected, with all that stands under them, and nothing else', async () => {
  const runs = Number(process.env['AFTERWORD_RANDOM_RUNS'] ?? 40)
  const counts = { in: 0, out: 0, none: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(flow, { minLength: 1, maxLength: 3 }),
      fc.array(step, { minLength: 4, maxLength: 10 }),
      async (flows, steps) => {
        const work = await bench(flows, ['public'])
        try {
          for (const { at, to, near, out } of steps) {
            const before = linesOf(work.now(), work.home)
            const [from, until] = [at % before.length, (near ? at + (to % 3) : to) % before.length]
            work.editor.update(() => void $selectAnywhere(from, until), { discrete: true })
            const place = selected(work)
            const [first, last] = from < until ? [from, until] : [until, from]
            const moves = moved(before, first, last, out)
            expect(tab(work, out), 'Tab has a use').toBe(moves.size > 0)
            const after = linesOf(work.now(), work.home)
            expect(after.map(({ id, level }) => [id, level])).toEqual(
              before.map(({ id, level }, line) => [
                id,
                moves.has(line) ? level + (out ? -1 : 1) : level,
              ]),
            )
            expect(selected(work)).toEqual(place)
            expect(work.defects).toEqual([])
            noIdTwice(work.now())
            inOrder(work.now())
            shownIsStored(work)
            counts[moves.size === 0 ? 'none' : out ? 'out' : 'in']++
          }
        } finally {
          work.stop()
        }
      },
    ),
    { numRuns: runs },
  )
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(runs / 4)
})

/** An item under an item, and so on, each with this many levels below it. */
const deep = (levels: number): ListItem => ({
  type: 'listItem',
  children: [
    { type: 'paragraph', data: { id: nextId() }, children: [{ type: 'text', value: 'deep' }] },
    ...(levels === 0
      ? []
      : [{ type: 'list' as const, ordered: false, children: [deep(levels - 1)] }]),
  ],
})

test.each([0, 2, DEEPEST - 1])(
  'Tab moves an item with %i levels below it in as far as the document can say, and no farther',
  async (levels) => {
    const work = await bench(
      [{ type: 'list', ordered: false, children: [deep(DEEPEST), deep(levels)] }],
      ['public'],
    )
    const at = DEEPEST + 1
    const level = (): number => linesOf(work.now(), work.home)[at]!.level
    for (let more = 1; more <= DEEPEST - levels; more++) {
      work.editor.update(() => void $selectAnywhere(at, at), { discrete: true })
      expect(tab(work, false)).toBe(true)
      expect(level()).toBe(more)
      shownIsStored(work)
    }
    expect(tab(work, false)).toBe(false)
    expect(level()).toBe(DEEPEST - levels)
    // One more would be nothing that can be stored.
    const [block] = work.now().document.sections.find(({ id }) => id === work.home)!.blocks
    expect(block?.kind === 'prose' && depthOf(block.node) + 2).toBeGreaterThan(MAX_DEPTH)
    work.stop()
  },
)

test('Backspace before an item moves what stands under it along', async () => {
  const work = await bench([{ type: 'list', ordered: false, children: [deep(3)] }], ['public'])
  work.editor.update(
    () => {
      const selection = $selectAnywhere(1, 1)
      const { key } = selection!.anchor
      selection!.anchor.set(key, 0, 'text')
      selection!.focus.set(key, 0, 'text')
      const event = { preventDefault: () => {} } as unknown as KeyboardEvent
      work.editor.dispatchCommand(KEY_BACKSPACE_COMMAND, event)
    },
    { discrete: true },
  )
  expect(linesOf(work.now(), work.home).map(({ level }) => level)).toEqual([0, 0, 1, 2])
  shownIsStored(work)
  work.stop()
})
