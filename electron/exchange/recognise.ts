import { languageData, type LanguageData } from '../../locales/language-data.ts'
import { blankEntry, blankPostmortem, blankSection } from '../../model/document/blank.ts'
import type { Block } from '../../model/document/block.ts'
import { UNIT_FIELDS, type EntryKind } from '../../model/document/entry.ts'
import { newId } from '../../model/document/identifier.ts'
import { ordersBetween } from '../../model/document/order.ts'
import type { Postmortem, Workstream } from '../../model/document/postmortem.ts'
import type { Flow } from '../../model/document/prose.ts'
import type { Section } from '../../model/document/section.ts'
import { plainText, type Content } from '../../model/document/text.ts'
import type { Draft, DraftSection } from './draft.ts'
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

/** A run of blocks that the file showed, or one that it kept out of sight. */
function foundIn(
  { blocks }: DraftSection,
  section: Pick<Section, 'kind'>,
  locale: string,
  language: LanguageData | undefined,
): { found: Found; internal: boolean }[] {
  const out: { found: Found; internal: boolean }[] = []
  let run: Flow[] = []
  const endRun = () => {
    for (const found of recogniseBlocks(run, section.kind, locale, language))
      out.push({ found, internal: false })
    run = []
  }
  for (const { node, internal } of joinGroups(blocks)) {
    if (!internal) run.push(node)
    else {
      endRun()
      out.push({ found: { kind: 'prose', node }, internal })
    }
  }
  endRun()
  return out
}

/**
 * A draft as a postmortem: headings that the language knows give sections their kind, lists become the entries that
 * their section or the sentence before them names, groups of commitments become actions in workstreams. Texts keep
 * their words and their order.
 */
export function recognise(draft: Draft, locale: string): Postmortem {
  const language = languageData(locale)
  const workstreams = new Map<string, Omit<Workstream, 'order'>>()
  const orders = ordersBetween(null, null, draft.sections.length)
  const sections = draft.sections.map((part, index): Section => {
    const kind =
      part.heading.length === 0
        ? 'summary'
        : (kindOfHeading(plainText(part.heading), language) ?? 'prose')
    const found = foundIn(part, { kind }, locale, language)
    const keys = ordersBetween(null, null, found.length)
    const blocks = found.map(({ found: one, internal }, at): Block => {
      const order = keys[at]!
      if (one.kind === 'prose') return proseBlock(one.node, order, internal)
      const block = entryBlock(one.kind, one.texts, order)
      if (one.workstream === undefined || block.kind !== 'action') return block
      workstreams.set(one.workstream.id, one.workstream)
      return { ...block, workstream: one.workstream.id }
    })
    return { ...blankSection(kind, orders[index]!, part.heading), blocks }
  })
  const keys = ordersBetween(null, null, workstreams.size)
  return {
    ...blankPostmortem(locale, draft.title),
    sections,
    workstreams: [...workstreams.values()].map((one, at) => ({ ...one, order: keys[at]! })),
  }
}
