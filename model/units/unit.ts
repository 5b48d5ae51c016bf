import type { Block, Entry } from '../document/block.ts'
import { UNIT_FIELDS } from '../document/entry.ts'
import type { Postmortem } from '../document/postmortem.ts'
import { containersOf, mapContainers } from '../document/prose.ts'
import type { Content, UnitText } from '../document/text.ts'
import { isBlank } from '../document/text.ts'

/**
 * Where a unit stands. `field` is `title`, `heading`, `workstream`, `text` and `attribution` (prose) or the name of an entry's field;
 * `index` counts the containers of a prose block from 0.
 */
export interface Place {
  readonly section: string | null
  readonly block: string | null
  readonly field: string
  readonly index: number
}

/** The smallest text that a translator sees. */
export interface Unit {
  readonly id: string
  readonly content: Content
  readonly place: Place
}

const entryTexts = (entry: Entry): [field: string, text: UnitText][] =>
  UNIT_FIELDS[entry.kind].map((field) => [
    field,
    entry[field as keyof Entry] as unknown as UnitText,
  ])

/** The units of one block in reading order. */
export function* unitsOfBlock(section: string, block: Block): Generator<Unit> {
  if (block.kind !== 'prose') {
    for (const [field, { id, content }] of entryTexts(block))
      yield { id, content, place: { section, block: block.id, field, index: 0 } }
    return
  }
  let index = 0
  for (const { type, data, children } of containersOf(block.node)) {
    const field = type === 'attribution' ? type : 'text'
    yield {
      id: data.id,
      content: children,
      place: { section, block: block.id, field, index: index++ },
    }
  }
}

/** Every unit in reading order, blank ones too. A workstream comes right before the first action that refers to it. */
export function* allUnits(document: Postmortem): Generator<Unit> {
  yield { ...document.title, place: { section: null, block: null, field: 'title', index: 0 } }
  const waiting = new Map(document.workstreams.map((workstream) => [workstream.id, workstream]))
  for (const section of document.sections) {
    yield {
      ...section.heading,
      place: { section: section.id, block: null, field: 'heading', index: 0 },
    }
    for (const block of section.blocks) {
      const workstream =
        block.kind === 'action' && block.workstream ? waiting.get(block.workstream) : undefined
      if (workstream) {
        waiting.delete(workstream.id)
        yield {
          ...workstream.name,
          place: { section: section.id, block: block.id, field: 'workstream', index: 0 },
        }
      }
      yield* unitsOfBlock(section.id, block)
    }
  }
  for (const { name } of waiting.values())
    yield { ...name, place: { section: null, block: null, field: 'workstream', index: 0 } }
}

/** The units that there is something to translate in. */
export const unitsOf = (document: Postmortem): Unit[] =>
  [...allUnits(document)].filter(({ content }) => !isBlank(content))

const mapText = (text: UnitText, read: (id: string, content: Content) => Content): UnitText => ({
  ...text,
  content: read(text.id, text.content),
})

/** The same block with the text of every unit replaced by what `read` says for it. */
export function mapBlock(block: Block, read: (id: string, content: Content) => Content): Block {
  if (block.kind === 'prose')
    return {
      ...block,
      node: mapContainers(block.node, ({ data, children }) => read(data.id, children)),
    }
  const texts = entryTexts(block).map(([field, text]) => [field, mapText(text, read)])
  return { ...block, ...Object.fromEntries(texts) } as Block
}

/** The same document with the text of every unit replaced by what `read` says for it. */
export function mapUnits(
  document: Postmortem,
  read: (id: string, content: Content) => Content,
): Postmortem {
  return {
    ...document,
    title: mapText(document.title, read),
    workstreams: document.workstreams.map((workstream) => ({
      ...workstream,
      name: mapText(workstream.name, read),
    })),
    sections: document.sections.map((section) => ({
      ...section,
      heading: mapText(section.heading, read),
      blocks: section.blocks.map((block) => mapBlock(block, read)),
    })),
  }
}
