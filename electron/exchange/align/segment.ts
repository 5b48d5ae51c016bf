import type { Block } from '../../../model/document/block.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import type { Flow, ListItem } from '../../../model/document/prose.ts'
import type { SectionKind } from '../../../model/document/section.ts'
import { plainText } from '../../../model/document/text.ts'
import { unitsOf, type Unit } from '../../../model/units/unit.ts'

/** What kind of place a unit stands in: a unit may only be the partner of one that does the same work. */
export type Role = 'title' | 'heading' | 'subheading' | 'group' | 'paragraph' | 'item' | 'cell'

/** A unit with what speaks for or against a partner. */
export interface Segment {
  readonly unit: Unit
  readonly role: Role
  /** The kind of its block, and of its section; `null` for the title. */
  readonly block: string
  readonly section: SectionKind | null
  /** How many lists and quotes it stands in, and the first text of an item or not. */
  readonly depth: number
  readonly length: number
  readonly sentences: number
  /** What a translation often keeps as it is. */
  readonly anchors: Anchors
}

const SENTENCE_END = /\p{Sentence_Terminal}+(?=[\p{Pe}\p{Pf}"']*(?:\s|$))|[。！？]+/gu

export interface Anchors {
  readonly figures: ReadonlySet<string>
  /** Words in Latin letters of three and more: names, and cognates where both languages are written with them. */
  readonly names: ReadonlySet<string>
}

/** Compared in compatibility form and lower case (M. Simard et al., "Using Cognates to Align Sentences", 1992). */
function anchorsOf(text: string): Anchors {
  const plain = text.normalize('NFKC').toLowerCase()
  return {
    figures: new Set(plain.match(/\d+/gu)),
    names: new Set(plain.match(/[a-z][a-z0-9]{2,}/gu)),
  }
}

interface Place {
  readonly role: Role
  readonly depth: number
}

function* placesIn(node: Flow | ListItem, depth: number, inItem: boolean): Generator<Place> {
  switch (node.type) {
    case 'paragraph':
      yield { role: inItem ? 'item' : 'paragraph', depth }
      break
    case 'heading':
      yield { role: 'subheading', depth }
      break
    case 'table':
      for (const row of node.children)
        yield* row.children.map((): Place => ({ role: 'cell', depth }))
      break
    case 'listItem':
      for (const [at, child] of node.children.entries()) yield* placesIn(child, depth, at === 0)
      break
    case 'list':
    case 'callout':
    case 'blockquote':
      for (const child of node.children) yield* placesIn(child, depth + 1, false)
      if (node.type === 'blockquote' && node.attribution) yield { role: 'paragraph', depth }
      break
    case 'code':
    case 'thematicBreak':
  }
}

const placesOf = (block: Block): Place[] =>
  block.kind === 'prose'
    ? [...placesIn(block.node, 0, false)]
    : [{ role: block.kind === 'figure' ? 'paragraph' : 'item', depth: 1 }]

/** Every unit with a text, in reading order. */
export function segmentsOf(document: Postmortem): Segment[] {
  const sections = new Map(document.sections.map((section) => [section.id, section]))
  const places = new Map(
    document.sections.flatMap(({ blocks }) =>
      blocks.map((block) => [block.id, { kind: block.kind, places: placesOf(block) }] as const),
    ),
  )
  return unitsOf(document).map((unit): Segment => {
    const { section, block, field, index } = unit.place
    const text = plainText(unit.content)
    const own = block === null ? undefined : places.get(block)
    const place: Place =
      field === 'title' || field === 'heading'
        ? { role: field, depth: 0 }
        : field === 'workstream'
          ? { role: 'group', depth: 1 }
          : (own?.places[index] ?? own?.places[0] ?? { role: 'paragraph', depth: 0 })
    return {
      unit,
      ...place,
      block: field === 'workstream' ? 'group' : (own?.kind ?? field),
      section: section === null ? null : (sections.get(section)?.kind ?? null),
      length: [...text].length,
      sentences: text.match(SENTENCE_END)?.length ?? 0,
      anchors: anchorsOf(text),
    }
  })
}
