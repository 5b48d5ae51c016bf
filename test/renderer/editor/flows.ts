import fc from 'fast-check'
import { TONES, type Flow, type ListItem } from '../../../model/document/prose.ts'
import {
  isBlank,
  PASSAGE_AUDIENCES,
  plainText,
  type Content,
  type Phrasing,
} from '../../../model/document/text.ts'

let count = 0
/** Ids need only differ. */
export const nextId = (): string => `id${(count += 1)}`

const words = fc.stringMatching(/^[a-zA-Zéü日本語العربية .,*_`#-]{1,12}$/)

const leaf: fc.Arbitrary<Phrasing> = fc.oneof(
  { weight: 5, arbitrary: words.map((value): Phrasing => ({ type: 'text', value })) },
  words.map((value): Phrasing => ({ type: 'inlineCode', value })),
  fc.constant<Phrasing>({ type: 'break' }),
  fc.constantFrom<Phrasing>(
    { type: 'fact', fact: 'f1', form: 'long' },
    { type: 'fact', fact: 'f2', form: 'short' },
  ),
)

const inline: fc.Arbitrary<Content> = fc.letrec<{ node: Phrasing; content: Content }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'phrasing' },
    leaf,
    fc
      .tuple(
        fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const),
        tie('content'),
      )
      .map(([type, children]): Phrasing => ({ type, children })),
    fc
      .tuple(fc.constantFrom(undefined, 'A title'), tie('content'))
      .map(([title, children]): Phrasing => ({
        type: 'link',
        url: 'https://status.example.org/',
        ...(title === undefined ? {} : { title }),
        children,
      })),
  ),
  content: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'phrasing' }),
})).content

const passage = fc
  .tuple(
    fc.constantFrom(...PASSAGE_AUDIENCES),
    inline.filter((children) => plainText(children, () => '#') !== ''),
  )
  .map(([audience, children]): Phrasing => ({ type: 'passage', audience, children }))

/** A text; passages stand at its top. */
export const content: fc.Arbitrary<Content> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: inline },
      passage.map((one): Content => [one]),
    ),
    { maxLength: 3 },
  )
  .map((parts) => parts.flat())

const paragraph = content.map((children): Flow => ({
  type: 'paragraph',
  data: { id: nextId() },
  children,
}))

const list: fc.Arbitrary<Flow> = fc.letrec<{ list: Flow; item: ListItem }>((tie) => ({
  item: fc
    .tuple(
      paragraph,
      fc.option(tie('list'), { nil: undefined, maxDepth: 2, depthIdentifier: 'list' }),
    )
    .map(([text, nested]) => ({
      type: 'listItem' as const,
      children: nested === undefined ? [text] : [text, nested],
    })),
  list: fc
    .tuple(
      fc.boolean(),
      fc.integer({ min: 2, max: 9 }),
      fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    )
    .map(([ordered, start, children]): Flow => ({
      type: 'list',
      ordered,
      ...(ordered && start > 5 ? { start } : {}),
      children,
    })),
})).list

const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.tuple(
      fc.array(fc.constantFrom(null, 'left' as const, 'right' as const), {
        minLength: columns,
        maxLength: columns,
      }),
      fc.array(fc.array(content, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    ),
  )
  .map(([align, rows]): Flow => ({
    type: 'table',
    align,
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((children) => ({ type: 'tableCell', data: { id: nextId() }, children })),
    })),
  }))

/** What the editor edits. */
export const plainFlow: fc.Arbitrary<Flow> = fc.oneof(
  paragraph,
  fc
    .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), content)
    .map(([depth, children]): Flow => ({
      type: 'heading',
      depth,
      data: { id: nextId() },
      children,
    })),
  list,
  fc
    .tuple(
      fc.array(paragraph, { minLength: 1, maxLength: 3 }),
      fc.option(list, { nil: undefined }),
      fc.option(content, { nil: undefined }),
      fc.option(fc.constantFrom(...TONES), { nil: undefined }),
    )
    .map(([texts, last, who = [], tone]): Flow => {
      const children = last === undefined ? texts : [...texts, last]
      if (tone !== undefined) return { type: 'callout', tone, children }
      // A name that says nothing is none.
      return isBlank(who)
        ? { type: 'blockquote', children }
        : {
            type: 'blockquote',
            children,
            attribution: { type: 'attribution', data: { id: nextId() }, children: who },
          }
    }),
  fc
    .tuple(fc.constantFrom(undefined, 'sh'), fc.array(words, { maxLength: 3 }))
    .map(([lang, lines]): Flow => ({
      type: 'code',
      ...(lang === undefined ? {} : { lang }),
      value: lines.join('\n'),
    })),
  table,
  fc.constant<Flow>({ type: 'thematicBreak' }),
)

/** What the schema allows and the editor only shows. */
export const strangeFlow: fc.Arbitrary<Flow> = fc.oneof(
  paragraph.map((child): Flow => ({
    type: 'blockquote',
    children: [{ type: 'blockquote', children: [child] }],
  })),
  fc.constant<Flow>({ type: 'blockquote', children: [] }),
  fc.tuple(paragraph, paragraph).map(([a, b]): Flow => ({
    type: 'list',
    ordered: false,
    children: [{ type: 'listItem', children: [a, b] }],
  })),
  fc.constant<Flow>({
    type: 'list',
    ordered: true,
    children: [{ type: 'listItem', children: [{ type: 'code', value: 'x' }] }],
  }),
  table.map((flow) => ({ ...flow, align: [] })),
)
