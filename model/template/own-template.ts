import * as v from 'valibot'
import { isEntry, type Block, type Entry, type Figure, type Footnote } from '../document/block.ts'
import { blankEntry } from '../document/blank.ts'
import { UNIT_FIELDS } from '../document/entry.ts'
import { newId } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import type { Postmortem } from '../document/postmortem.ts'
import { mapContainers } from '../document/prose.ts'
import { SectionSchema, type Section } from '../document/section.ts'
import { TEMPLATE_NAMES } from '../document/template.ts'
import type { Content, Phrasing } from '../document/text.ts'

/** What a person calls a template of theirs. */
export const TemplateNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'a template needs a name'),
  v.maxLength(200),
)

/** A postmortem's shape, kept to begin others with. Ids in it are made anew for each postmortem that begins. */
export const OwnTemplateSchema = v.strictObject({
  locale: LocaleSchema,
  /** The template whose guidance its sections show: the one that the postmortem began with. */
  guidance: v.nullable(v.picklist(TEMPLATE_NAMES)),
  sections: v.pipe(v.array(SectionSchema), v.maxLength(1000)),
})
export type OwnTemplate = v.InferOutput<typeof OwnTemplateSchema>

/** Stands where a fact stood: the author sees that a value is missing, which a gap would not show. */
const OMITTED = '\u{2026}'

function withoutFacts(content: Content): Content {
  const out: Phrasing[] = []
  for (const node of content) {
    if (node.type === 'footnoteReference') continue
    const next: Phrasing =
      node.type === 'fact'
        ? { type: 'text', value: OMITTED }
        : 'children' in node
          ? { ...node, children: withoutFacts(node.children) }
          : node
    const last = out.at(-1)
    if (next.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', value: last.value + next.value }
    else out.push(next)
  }
  return out
}

/** The texts of an entry and nothing of its attributes: owner, dates, evidence and values are one incident's own. */
function textsAlone(entry: Exclude<Entry, Figure | Footnote>): Entry {
  const fields: readonly string[] = UNIT_FIELDS[entry.kind]
  const texts = fields.map((field) => {
    const { id, content } = entry[field as keyof Entry] as unknown as {
      id: string
      content: Content
    }
    return [field, { id, content: withoutFacts(content) }]
  })
  const { id, order, audience } = entry
  return { ...blankEntry(entry.kind, order), id, audience, ...Object.fromEntries(texts) } as Entry
}

const startOf = (block: Exclude<Block, Figure | Footnote>): Block =>
  isEntry(block)
    ? textsAlone(block)
    : {
        ...block,
        node: mapContainers(block.node, ({ children }) => withoutFacts(children)),
      }

/**
 * What a postmortem gives to others: its sections with heading, kind and audience, and its texts where they are asked
 * for. Facts, attributes, images, notes, metadata, translations and history stay behind.
 */
export const templateOf = (
  document: Postmortem,
  keep: { readonly texts: boolean },
): OwnTemplate => ({
  locale: document.sourceLocale,
  guidance: document.metadata.template ?? null,
  sections: document.sections.map((section) => ({
    ...section,
    heading: { ...section.heading, content: withoutFacts(section.heading.content) },
    blocks: keep.texts
      ? section.blocks
          .filter((block) => block.kind !== 'figure' && block.kind !== 'footnote')
          .map(startOf)
      : [],
  })),
})

/** The same sections with new ids throughout. A text and the block that is that text keep having one id. */
export function withNewIds(sections: readonly Section[]): Section[] {
  const ids = new Map<unknown, string>()
  const renewed = (id: unknown): string => {
    const made = ids.get(id) ?? newId()
    ids.set(id, made)
    return made
  }
  return JSON.parse(JSON.stringify(sections), (key, value: unknown) =>
    key === 'id' ? renewed(value) : value,
  ) as Section[]
}
