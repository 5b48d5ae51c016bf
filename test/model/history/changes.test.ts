import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factWords, publicationWords } from '../../../locales/publication-words.ts'
import { blankPostmortem, blankSection, paragraphBlock } from '../../../model/document/blank.ts'
import type { Block } from '../../../model/document/block.ts'
import type { Change } from '../../../model/document/change.ts'
import {
  applyAll,
  findBlock,
  inverseAll,
  stateOf,
  type DocumentState,
} from '../../../model/document/state.ts'
import { changesTo } from '../../../model/history/changes.ts'
import { compare } from '../../../model/history/compare.ts'
import { changesBack } from '../../../model/history/restore.ts'
import { sideOf } from '../../../model/history/side.ts'
import { allUnits, unitsOfBlock } from '../../../model/units/unit.ts'
import { change } from '../../fixtures/changes.ts'

const words = factWords(publicationWords('en')!)
const empty = stateOf(blankPostmortem('en', 'An incident'), [])
const unitIds = ({ document }: DocumentState): string[] =>
  Array.from(allUnits(document), ({ id }) => id)
const isWhole = (state: DocumentState): boolean =>
  new Set(unitIds(state)).size === unitIds(state).length
/** Facts in any order, translations without languages that have none. */
const told = ({ document, translations }: DocumentState): unknown => ({
  document: { ...document, facts: document.facts.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
  translations: [...translations.values()]
    .flatMap((units) => [...units.values()])
    .toSorted((a, b) => (`${a.locale} ${a.unit}` < `${b.locale} ${b.unit}` ? -1 : 1)),
})
const changes = fc.array(change, { maxLength: 14 })

test('the changes to a version lead there, do nothing when one is there, and are undone by their inverse', () => {
  fc.assert(
    fc.property(changes, changes, (first, second) => {
      const then = applyAll(empty, first)
      const now = applyAll(then, second)
      const back = changesTo(now, then)
      const restored = applyAll(now, back)
      expect(told(restored)).toEqual(told(then))
      expect(changesTo(restored, then)).toEqual([])
      expect(told(applyAll(restored, inverseAll(now, back)))).toEqual(told(now))
    }),
    { numRuns: 400 },
  )
})

/** Does another block stand where this one stood? */
function isPlaceTaken(then: DocumentState, now: DocumentState, was: Block): boolean {
  const home = then.document.sections.find(({ blocks }) => blocks.includes(was))
  const there = now.document.sections.find(({ id }) => id === home?.id)?.blocks ?? []
  return there.some(({ id, order }) => id !== was.id && order === was.order)
}

test('one part at a time comes back as it was, every text stays in one place, and the rest stays as it is', () => {
  let restores = 0
  fc.assert(
    fc.property(changes, changes, (first, second) => {
      const then = applyAll(empty, first)
      const now = applyAll(then, second)
      if (!isWhole(then) || !isWhole(now)) return
      const before = sideOf(then, 'en', words)
      for (const difference of compare(before, sideOf(now, 'en', words))) {
        restores++
        const back = changesBack(now, then, difference)
        const restored = applyAll(now, back)
        expect(unitIds(restored).length).toBe(new Set(unitIds(restored)).size)
        const was = findBlock(then.document, difference.id)
        const elsewhere = [...allUnits(now.document)].filter(
          ({ place }) => place.block !== difference.id || place.field === 'workstream',
        )
        const moved = elsewhere.some(({ id }) =>
          was === undefined ? false : [...unitsOfBlock('', was)].some((unit) => unit.id === id),
        )
        // A text that lives on elsewhere comes back as another one; all others are as they were.
        // Where another stands in its place now, it comes before that.
        if (difference.part === 'block' && was !== undefined && !moved)
          expect(findBlock(restored.document, was.id)).toEqual(
            isPlaceTaken(then, now, was) ? { ...was, order: expect.any(String) as string } : was,
          )
        if (difference.part === 'title')
          expect(restored.document.title).toEqual(then.document.title)
        if (difference.part === 'block' && was === undefined)
          expect(findBlock(restored.document, difference.id)).toBeUndefined()
      }
    }),
    { numRuns: 600 },
  )
  expect(restores).toBeGreaterThan(300)
})

const section = blankSection('prose', 'a0', 'Background')
const block = paragraphBlock('a0', 'As it was')
const put = (one: Block): Change => ({ type: 'block.put', section: section.id, block: one })
const start = applyAll(empty, [{ type: 'section.put', section }, put(block)])

test('a block comes back with its section when that is gone too', () => {
  const now = applyAll(start, [{ type: 'section.remove', section: section.id }])
  const restored = applyAll(now, changesBack(now, start, { part: 'block', id: block.id }))
  expect(restored.document).toEqual(start.document)
})

const listOf = (one: Block): unknown => ({
  type: 'list',
  ordered: false,
  children: [{ type: 'listItem', children: ['node' in one ? one.node : null] }],
})

test('a text that stands in a list now comes back as another text beside it', () => {
  const node = 'node' in block && block.node.type === 'paragraph' ? block.node : null
  const list: Block = {
    id: 'list',
    order: 'a0',
    audience: 'public',
    kind: 'prose',
    node: { type: 'list', ordered: false, children: [{ type: 'listItem', children: [node!] }] },
  }
  const now = applyAll(start, [{ type: 'block.remove', block: block.id }, put(list)])
  const restored = applyAll(now, changesBack(now, start, { part: 'block', id: block.id }))
  const [kept, back] = restored.document.sections[0]!.blocks.toSorted((a) =>
    a.id === 'list' ? -1 : 1,
  )
  expect(kept).toEqual(list)
  expect(back!.id).not.toBe(block.id)
  expect(back).toMatchObject({ node: { data: { id: back!.id }, children: node!.children } })
})

test('code whose id its text took along comes back as another block', () => {
  const code: Block = {
    ...block,
    kind: 'prose',
    node: { type: 'code', value: 'As it was' },
  } as Block
  const then = applyAll(start, [put(code)])
  const list: Block = { ...block, id: 'list', node: listOf(block) } as Block
  const now = applyAll(then, [{ type: 'block.remove', block: code.id }, put(list)])
  const restored = applyAll(now, changesBack(now, then, { part: 'block', id: code.id }))
  const blocks = restored.document.sections[0]!.blocks
  expect(blocks).toContainEqual(list)
  const back = blocks.find(({ id }) => id !== 'list')
  expect(back).toMatchObject({ node: { type: 'code', value: 'As it was' } })
  expect(back?.id).not.toBe(block.id)
})

test('what comes back where something else stands now comes to stand right before it', () => {
  const other = paragraphBlock(block.order, 'Written since')
  const now = applyAll(start, [{ type: 'block.remove', block: block.id }, put(other)])
  const restored = applyAll(now, changesBack(now, start, { part: 'block', id: block.id }))
  const [first, second] = restored.document.sections[0]!.blocks
  expect([first?.id, second?.id]).toEqual([block.id, other.id])
  expect(first!.order < second!.order).toBe(true)
})
