import type { Block } from '../document/block.ts'
import { mapContainers } from '../document/prose.ts'
import type { Content, UnitText } from '../document/text.ts'
import { contentHash } from '../units/hash.ts'
import { unitsOfBlock } from '../units/unit.ts'
import { piecesOf, type Piece } from './pieces.ts'
import { inSequence } from './sequence.ts'
import type { Side } from './side.ts'

/** What can be different between two versions, and brought back by itself. */
export const PARTS = [
  'title',
  'metadata',
  'locales',
  'workstream',
  'section',
  'block',
  'fact',
] as const
export interface Part {
  readonly part: (typeof PARTS)[number]
  readonly id: string
}

/** A text, by its unit's id. `marks`: the words are the same, how they look or where they link is not. */
export interface TextDifference {
  readonly unit: string
  readonly field: string
  readonly pieces: readonly Piece[]
  readonly marks: boolean
  /** Only the value of a fact in it is different: the text itself is the same. */
  readonly byFact: boolean
}

/** A value that is not a text of a unit; undefined where that side has no such part. */
export interface ValueDifference {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

export interface Difference extends Part {
  /** Where it stands in the later version, or stood in the earlier one. Null: not in a section. */
  readonly section: string | null
  /** What it is: a kind of block, section or fact. */
  readonly kind: string
  readonly status: 'added' | 'removed' | 'changed'
  readonly moved: boolean
  readonly texts: readonly TextDifference[]
  readonly values: readonly ValueDifference[]
}

interface Text {
  readonly id: string
  readonly field: string
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function valuesOf(before: object | undefined, after: object | undefined): ValueDifference[] {
  const left = (before ?? {}) as Readonly<Record<string, unknown>>
  const right = (after ?? {}) as Readonly<Record<string, unknown>>
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((field) => !equal(left[field], right[field]))
    .map((field) => ({ field, before: left[field], after: right[field] }))
}

/** Code is the same in every language and no unit; here it is read word by word all the same. */
const codeOf = (block: Block): Content | undefined =>
  block.kind === 'prose' && block.node.type === 'code'
    ? [{ type: 'text', value: block.node.value }]
    : undefined

/** What a block says apart from its texts and its place. Ids of texts inside prose are structure. */
function attributesOf(block: Block | undefined): object | undefined {
  if (block === undefined) return undefined
  if (block.kind === 'prose') {
    const { audience, node } = block
    const form = node.type === 'code' ? { ...node, value: '' } : mapContainers(node, () => [])
    // Who said what is quoted is a text of its own.
    return { audience, form: { ...form, attribution: undefined } }
  }
  const others = new Set(['id', 'order', 'kind'])
  for (const { place } of unitsOfBlock('', block)) others.add(place.field)
  return Object.fromEntries(Object.entries(block).filter(([field]) => !others.has(field)))
}

/**
 * What is different between two versions, by ids: in the order of the later one, with what is gone where it stood. A
 * text is compared with the text of the same unit wherever that stood, so that a paragraph that became part of a list
 * is changed and not lost. Facts are compared by value, in texts as they read.
 */
export function compare(before: Side, after: Side): Difference[] {
  const differences: Difference[] = []
  const note = (
    part: Part['part'],
    id: string,
    about: {
      section?: string | null
      kind?: string
      there: boolean
      here: boolean
      moved?: boolean
      texts?: readonly TextDifference[]
      values?: readonly ValueDifference[]
    },
  ): void => {
    const { section = null, kind = '', there, here, moved = false, texts = [], values = [] } = about
    if (there && here && !moved && texts.length === 0 && values.length === 0) return
    const status = there && here ? 'changed' : here ? 'added' : 'removed'
    // Where there is nothing on the other side, every value would be "new": the texts say it.
    const told = status === 'changed' ? values : []
    differences.push({ part, id, section, kind, status, moved, texts, values: told })
  }
  const text = (unit: string, field: string, left: Content, right: Content): TextDifference[] => {
    const pieces = piecesOf(before.words(left), after.words(right))
    const changed = pieces.some(({ kind }) => kind !== 'kept')
    const same = contentHash(left) === contentHash(right)
    const marks = !changed && !same
    return changed || marks ? [{ unit, field, pieces, marks, byFact: changed && same }] : []
  }
  const unit = (id: string, field: string): TextDifference[] =>
    text(id, field, before.units.get(id) ?? [], after.units.get(id) ?? [])

  const { document: old } = before
  const { document: now } = after
  const both = { there: true, here: true }
  note('title', '', { ...both, texts: unit(now.title.id, 'title') })
  note('metadata', '', { ...both, values: valuesOf(old.metadata, now.metadata) })
  note('locales', '', {
    ...both,
    values: valuesOf({ locales: old.locales }, { locales: now.locales }),
  })

  const textsOf = (section: string, block: Block): Text[] => {
    if (codeOf(block) !== undefined) return [{ id: block.id, field: 'code' }]
    return Array.from(unitsOfBlock(section, block), ({ id, place }) => ({
      id,
      field: place.field,
    }))
  }
  /** Texts of a part in the later version, then those that it had and that stand nowhere any more. */
  const partTexts = (left: readonly Text[], right: readonly Text[]): TextDifference[] => {
    const here = new Set(right.map(({ id }) => id))
    const gone = left.filter(({ id }) => !here.has(id) && !after.units.has(id))
    return [...right, ...gone].flatMap(({ id, field }) => {
      if (field !== 'code') return unit(id, field)
      const code = (side: Side): Content => {
        const found = side.blocks.get(id)?.block
        return (found && codeOf(found)) ?? []
      }
      return text(id, field, code(before), code(after))
    })
  }
  const block = (id: string, moved: boolean): void => {
    const left = before.blocks.get(id)
    const right = after.blocks.get(id)
    const at = (right ?? left)!
    const texts = partTexts(
      left ? textsOf(left.section, left.block) : [],
      right ? textsOf(right.section, right.block) : [],
    )
    // All its texts stand elsewhere now: nothing of it is gone.
    if (!right && texts.length === 0 && textsOf(at.section, at.block).length > 0) return
    const elsewhere = !left && textsOf(at.section, at.block).some((one) => before.units.has(one.id))
    note('block', id, {
      section: at.section,
      kind: at.block.kind,
      there: left !== undefined || elsewhere,
      here: right !== undefined,
      moved: moved || (left !== undefined && right !== undefined && left.section !== right.section),
      texts,
      values: elsewhere ? [] : valuesOf(attributesOf(left?.block), attributesOf(right?.block)),
    })
  }

  const field = (name: string, one: UnitText | undefined): Text[] =>
    one ? [{ id: one.id, field: name }] : []
  const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id)
  for (const { id, moved } of inSequence(ids(old.workstreams), ids(now.workstreams))) {
    const left = old.workstreams.find((one) => one.id === id)
    const right = now.workstreams.find((one) => one.id === id)
    note('workstream', id, {
      there: left !== undefined,
      here: right !== undefined,
      moved,
      texts: partTexts(field('workstream', left?.name), field('workstream', right?.name)),
    })
  }
  for (const { id, moved } of inSequence(ids(old.sections), ids(now.sections))) {
    const left = old.sections.find((one) => one.id === id)
    const right = now.sections.find((one) => one.id === id)
    const at = (right ?? left)!
    const attributes = (one: typeof left): object | undefined =>
      one && { kind: one.kind, audience: one.audience }
    note('section', id, {
      section: id,
      kind: at.kind,
      there: left !== undefined,
      here: right !== undefined,
      moved,
      texts: partTexts(field('heading', left?.heading), field('heading', right?.heading)),
      values: valuesOf(attributes(left), attributes(right)),
    })
    // What went to another section is shown there.
    const stayed = ids(left?.blocks ?? []).filter(
      (one) => (after.blocks.get(one)?.section ?? id) === id,
    )
    for (const step of inSequence(stayed, ids(right?.blocks ?? []))) block(step.id, step.moved)
  }
  for (const { id } of inSequence(ids(old.facts), ids(now.facts))) {
    const left = before.facts.get(id)
    const right = after.facts.get(id)
    const [said, says] = [left ? before.read(left) : '', right ? after.read(right) : '']
    const pieces = piecesOf(said === '' ? [] : [said], says === '' ? [] : [says])
    note('fact', id, {
      kind: (right ?? left)!.value.kind,
      there: left !== undefined,
      here: right !== undefined,
      texts:
        said === says ? [] : [{ unit: id, field: 'value', pieces, marks: false, byFact: false }],
      // What it says is its text; how it says that is no other value.
      values: valuesOf(left, right).filter(
        ({ field: name }) => name !== 'value' && name !== 'bound',
      ),
    })
  }
  return differences
}
