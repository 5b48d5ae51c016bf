import * as v from 'valibot'
import type { Audience } from './audience.ts'
import { IdentifierSchema, type Identifier } from './identifier.ts'
import { MOST } from './limits.ts'
import { safeUrl } from './link.ts'

/**
 * The text of a unit: mdast phrasing content (https://github.com/syntax-tree/mdast), and `fact`, a reference to a
 * value that stands once for all locales. `form` says how much of it is read out: `long` with its bound and, for a
 * date, the year; `short` the bare value. A `passage` is for a narrower circle than the text that it stands in; it
 * stands at the top of a text, never in a mark, a link or another passage.
 */
export type Phrasing =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'strong' | 'emphasis' | 'delete'; readonly children: readonly Phrasing[] }
  | { readonly type: 'inlineCode'; readonly value: string }
  | {
      readonly type: 'link'
      readonly url: string
      readonly title?: string | undefined
      readonly children: readonly Phrasing[]
    }
  | { readonly type: 'break' }
  | { readonly type: 'fact'; readonly fact: Identifier; readonly form: FactForm }
  | { readonly type: 'footnoteReference'; readonly note: Identifier }
  | {
      readonly type: 'passage'
      readonly audience: PassageAudience
      readonly children: readonly Phrasing[]
    }

export type PassageAudience = Exclude<Audience, 'public'>
export const PASSAGE_AUDIENCES = ['customer', 'regulator', 'internal'] as const

export const FACT_FORMS = ['long', 'short'] as const
export type FactForm = (typeof FACT_FORMS)[number]

export type Content = readonly Phrasing[]

const TextSchema = v.pipe(v.string(), v.maxLength(MOST.characters))

const InlineSchema: v.GenericSchema<unknown, Content> = v.pipe(
  v.array(v.lazy(() => v.variant('type', INLINE)) as v.GenericSchema<unknown, Phrasing>),
  v.maxLength(MOST.nodes),
)

const INLINE = [
  v.strictObject({ type: v.literal('text'), value: TextSchema }),
  v.strictObject({ type: v.picklist(['strong', 'emphasis', 'delete']), children: InlineSchema }),
  v.strictObject({ type: v.literal('inlineCode'), value: TextSchema }),
  v.strictObject({
    type: v.literal('link'),
    url: v.pipe(
      v.string(),
      v.check((url) => safeUrl(url) !== undefined, 'not an absolute http, https or mailto address'),
    ),
    title: v.optional(v.pipe(v.string(), v.maxLength(1000))),
    children: InlineSchema,
  }),
  v.strictObject({ type: v.literal('break') }),
  v.strictObject({
    type: v.literal('fact'),
    fact: IdentifierSchema,
    form: v.picklist(FACT_FORMS),
  }),
  v.strictObject({ type: v.literal('footnoteReference'), note: IdentifierSchema }),
] as const

const PassageSchema = v.strictObject({
  type: v.literal('passage'),
  audience: v.picklist(PASSAGE_AUDIENCES),
  children: InlineSchema,
})

export const ContentSchema: v.GenericSchema<unknown, Content> = v.pipe(
  v.array(v.variant('type', [...INLINE, PassageSchema]) as v.GenericSchema<unknown, Phrasing>),
  v.maxLength(MOST.nodes),
)

/** A text with an id of its own: what a translator sees as one unit. */
export const UnitTextSchema = v.strictObject({ id: IdentifierSchema, content: ContentSchema })
export interface UnitText {
  readonly id: Identifier
  readonly content: Content
}

/** The characters of a text without its marks. A break is a line feed; a fact is what `readFact` says. */
export function plainText(
  content: Content,
  readFact: (fact: Identifier, form: FactForm) => string = () => '',
): string {
  let text = ''
  for (const node of content) {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value
    else if (node.type === 'break') text += '\n'
    else if (node.type === 'fact') text += readFact(node.fact, node.form)
    // The number of a note is no part of what the text says.
    else if (node.type !== 'footnoteReference') text += plainText(node.children, readFact)
  }
  return text
}

/** True where a reader would see nothing: no fact, no code, and only white space. */
export const isBlank = (content: Content): boolean =>
  plainText(content, () => '\u{FFFC}').trim() === ''

/** Every fact that a text names, in order, with repetitions. */
export function factsIn(content: Content): Identifier[] {
  return content.flatMap((node) =>
    node.type === 'fact' ? [node.fact] : 'children' in node ? factsIn(node.children) : [],
  )
}
