import { languageData, type LanguageData } from '../../locales/language-data.ts'
import {
  blankEntry,
  blankFigure,
  blankPostmortem,
  blankSection,
  footnote,
  paragraphBlock,
} from '../../model/document/blank.ts'
import type { Block } from '../../model/document/block.ts'
import { UNIT_FIELDS, type EntryKind } from '../../model/document/entry.ts'
import { newId } from '../../model/document/identifier.ts'
import { notesOfSection } from '../../model/document/note.ts'
import { orderBetween, ordersBetween } from '../../model/document/order.ts'
import type { Postmortem, Workstream } from '../../model/document/postmortem.ts'
import type { Flow } from '../../model/document/prose.ts'
import type { Section } from '../../model/document/section.ts'
import { plainText, type Content } from '../../model/document/text.ts'
import type { Asset } from '../../model/image/image.ts'
import type { Draft, DraftBlock, DraftNote, DraftPicture, DraftSection } from './draft.ts'
import type { Found } from './recognise/entries.ts'
import { joinGroups } from './recognise/group.ts'
import { kindOfHeading } from './recognise/kind.ts'
import { recogniseBlocks } from './recognise/section.ts'

const proseBlock = (node: Flow, order: string, internal: boolean): Block => ({
  id: 'data' in node ? node.data.id : newId(),
  order,
  audience: internal ? 'internal' : 'public',
  kind: 'prose',
  node,
})

/** An entry with its texts and nothing stated about it: an import must not claim what its file doesn't. */
function entryBlock(kind: EntryKind, texts: readonly Content[], order: string): Block {
  const entry = blankEntry(kind, order)
  const fields = UNIT_FIELDS[kind].map((field, at) => [
    field,
    { id: newId(), content: texts[at] ?? [] },
  ])
  return { ...entry, ...Object.fromEntries(fields) } as Block
}

/** The image that lies at an address beside the file, where the library has it. */
export type Pictures = (address: string) => Asset | undefined

interface FoundPicture extends DraftPicture {
  readonly kind: 'figure'
  readonly asset: Asset
}

const figureBlock = ({ asset, alt, caption }: FoundPicture, order: string): Block => {
  const figure = blankFigure(asset, order)
  return {
    ...figure,
    alt: { ...figure.alt, content: alt },
    caption: { ...figure.caption, content: caption },
  }
}

/** The figures that a block is; undefined where one of its pictures is not at hand: then it stays words. */
function figuresOf({ pictures }: DraftBlock, at: Pictures): FoundPicture[] | undefined {
  const found = pictures?.map((picture) => ({ ...picture, asset: at(picture.address) }))
  const whole = found?.every(({ asset }) => asset !== undefined)
  return whole
    ? found?.map((picture) => ({ ...picture, asset: picture.asset!, kind: 'figure' }))
    : undefined
}

/** A run of blocks that the file showed, one that it kept out of sight, or figures. */
function foundIn(
  { blocks }: DraftSection,
  section: Pick<Section, 'kind'>,
  locale: string,
  language: LanguageData | undefined,
  pictures: Pictures,
): { found: Found | FoundPicture; internal: boolean }[] {
  const out: { found: Found | FoundPicture; internal: boolean }[] = []
  let run: Flow[] = []
  const endRun = () => {
    for (const found of recogniseBlocks(run, section.kind, locale, language))
      out.push({ found, internal: false })
    run = []
  }
  for (const block of joinGroups(blocks)) {
    const { node, internal } = block
    const figures = figuresOf(block, pictures)
    if (figures) {
      endRun()
      out.push(...figures.map((found) => ({ found, internal })))
    } else if (!internal) run.push(node)
    else {
      endRun()
      out.push({ found: { kind: 'prose', node }, internal })
    }
  }
  endRun()
  return out
}

/**
 * Puts each note behind the section that refers to it first. One that only a heading referred to has no number on a page;
 * it stands as text at the end.
 */
function withNotes(sections: readonly Section[], notes: readonly DraftNote[]): Section[] {
  return sections.map((section, at) => {
    const isLast = at === sections.length - 1
    const blocks = [...section.blocks]
    const next = () => orderBetween(blocks.at(-1)?.order ?? null, null)
    for (const { id, content } of notes) {
      const home = sections.findIndex((one) => notesOfSection(one).includes(id))
      if (home === at) blocks.push(footnote(id, next(), content))
      else if (home === -1 && isLast) blocks.push(paragraphBlock(next(), content))
    }
    return { ...section, blocks }
  })
}

/**
 * A draft as a postmortem: headings that the language knows give sections their kind, lists become the entries that
 * their section or the sentence before them names, groups of commitments become actions in workstreams. Texts keep
 * their words and their order.
 */
export function recognise(draft: Draft, locale: string, pictures: Pictures): Postmortem {
  const language = languageData(locale)
  const workstreams = new Map<string, Omit<Workstream, 'order'>>()
  const orders = ordersBetween(null, null, draft.sections.length)
  const sections = draft.sections.map((part, index): Section => {
    const kind =
      part.heading.length === 0
        ? 'summary'
        : (kindOfHeading(plainText(part.heading), language) ?? 'prose')
    const found = foundIn(part, { kind }, locale, language, pictures)
    const keys = ordersBetween(null, null, found.length)
    const blocks = found.map(({ found: one, internal }, at): Block => {
      const order = keys[at]!
      if (one.kind === 'prose') return proseBlock(one.node, order, internal)
      if (one.kind === 'figure') return figureBlock(one, order)
      const block = entryBlock(one.kind, one.texts, order)
      if (one.workstream === undefined || block.kind !== 'action') return block
      workstreams.set(one.workstream.id, one.workstream)
      return { ...block, workstream: one.workstream.id }
    })
    return { ...blankSection(kind, orders[index]!, part.heading), blocks }
  })
  const keys = ordersBetween(null, null, workstreams.size)
  const whole = withNotes(sections, draft.notes ?? [])
  return {
    ...blankPostmortem(locale, draft.title),
    sections: whole,
    workstreams: [...workstreams.values()].map((one, at) => ({ ...one, order: keys[at]! })),
  }
}
