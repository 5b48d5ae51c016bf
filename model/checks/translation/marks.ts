import type { Finding, Pair } from './pair.ts'
import type { FinalKind, TextLanguage } from './language.ts'

/** What ends a sentence, in the scripts of the world. */
const KINDS: readonly (readonly [FinalKind, RegExp])[] = [
  ['ellipsis', /(?:\.{3,}|…+|。{3,})$/u],
  ['stop', /[.。．｡।۔።։]$/u],
  // Greek asks with a sign of its own.
  ['question', /(?:[?？؟\u037E]|(?<=\p{Script=Greek});)$/u],
  ['semicolon', /[;；؛]$/u],
  ['exclamation', /[!！]$/u],
  ['colon', /[:：]$/u],
]
const CLOSING = /[\s\u00A0\u202F\u200E\u200F\uFFF9”’"'»›」』）)\]】〉》]+$/u

interface Final {
  readonly kind: FinalKind | null
  readonly start: number
  readonly end: number
}

/** The mark that a text ends with; quotation marks and brackets may follow it or come before. */
function finalOf(text: string): Final {
  const shorn = text.replace(CLOSING, '')
  for (const [kind, pattern] of KINDS) {
    const match = pattern.exec(shorn)
    if (match) return { kind, start: match.index, end: shorn.length }
  }
  return { kind: null, start: text.trimEnd().length, end: text.trimEnd().length }
}

const markOf = (kind: FinalKind, { marks, typography }: TextLanguage): string =>
  kind === 'ellipsis' ? (typography?.ellipsis ?? '…') : marks[kind]

/** A text that ends with no letter has no sentence to end, and an abbreviation ends with a mark of its own. */
const isSentence = (text: string): boolean => /[\p{L}\p{N}\uFFFC]/u.test(text)

function finalMark({ here, there, from, to }: Pair): Finding[] {
  const [source, target] = [finalOf(here), finalOf(there)]
  if (source.kind === target.kind || !isSentence(here) || !isSentence(there)) return []
  const { also, predicates } = to.marks
  if (source.kind && target.kind && also?.[source.kind]?.includes(target.kind)) return []
  // And the other way round, where the source is in such a language.
  const before = from.marks
  if (source.kind && target.kind && before.also?.[target.kind]?.includes(source.kind)) return []
  if (source.kind === null && before.predicates !== undefined && target.kind === 'stop') return []
  if (target.kind === null && predicates?.includes(there[target.end - 1] ?? '') === false) return []
  const common = { rule: 'final-mark' as const, start: target.start, end: target.end }
  if (source.kind === null) {
    // What is short may end with the mark of an abbreviation.
    const params = { context: 'extra', target: there.slice(target.start, target.end) }
    return [{ ...common, params, edits: [{ start: target.start, end: target.end, text: '' }] }]
  }
  const expected = markOf(source.kind, to)
  const space = to.typography?.spaces.find(({ before }) => before.includes(expected))?.space ?? ''
  const text = target.kind === null ? space + expected : expected
  return [
    {
      ...common,
      params: { expected, source: here.slice(source.start, source.end) },
      source: { start: source.start, end: source.end },
      edits: [{ start: target.start, end: target.end, text }],
    },
  ]
}

function repeated({ here, there }: Pair): Finding[] {
  const pattern = /([,;:،؛，；：、。؟？])\1+|(?<![.…])\.\.(?![.])|!{2,}|\?{2,}/gu
  const known = new Set(Array.from(here.matchAll(pattern), ([text]) => text))
  return Array.from(there.matchAll(pattern))
    .filter(([text]) => !known.has(text) && !text.startsWith('。。。'))
    .map((match) => ({
      rule: 'mark-repeated',
      start: match.index,
      end: match.index + match[0].length,
      params: { target: match[0] },
      edits: [{ start: match.index, end: match.index + match[0].length, text: match[0][0]! }],
    }))
}

/** Marks of the width of Latin letters behind wide ones, and wide marks where letters are Latin. */
function width({ there, to }: Pair): Finding[] {
  const { marks } = to
  const pairs = new Map(
    marks.wide
      ? [
          [',', marks.comma],
          [':', marks.colon],
          [';', marks.semicolon],
          ['?', marks.question],
          ['!', marks.exclamation],
          ['.', marks.stop],
        ]
      : [
          ['，', marks.comma],
          ['、', marks.comma],
          ['：', marks.colon],
          ['；', marks.semicolon],
          ['？', marks.question],
          ['！', marks.exclamation],
          ['。', marks.stop],
          ['（', '('],
          ['）', ')'],
        ],
  )
  const pattern = marks.wide
    ? /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])[,:;?!.](?![\p{N}.]) ?/gu
    : /[，、：；？！。（）]/gu
  return Array.from(there.matchAll(pattern)).flatMap((match): Finding[] => {
    const expected = pairs.get(match[0].trim())
    if (expected === undefined) return []
    const [start, end] = [match.index, match.index + match[0].length]
    return [
      {
        rule: 'mark-width',
        start,
        end,
        params: { target: match[0].trim(), expected },
        edits: [{ start, end, text: expected }],
      },
    ]
  })
}

/** A question or an exclamation that does not begin with its mark. Where it begins only a person can say. */
function inverted({ there, to }: Pair): Finding[] {
  const { marks } = to
  if (marks.inverted === undefined) return []
  return (['question', 'exclamation'] as const).flatMap((kind): Finding[] => {
    const opening = marks.inverted![kind]
    const at = there.indexOf(marks[kind])
    return at === -1 || there.includes(opening)
      ? []
      : [
          {
            rule: 'mark-inverted',
            start: at,
            end: at + 1,
            params: { target: marks[kind], expected: opening },
          },
        ]
  })
}

/** Three dots where the language has a sign, or the other way round. */
function ellipsis({ there, to }: Pair): Finding[] {
  const expected = to.typography?.ellipsis
  if (expected === undefined) return []
  return Array.from(there.matchAll(/\.{3,}|。{3,}/gu))
    .filter(([text]) => text !== expected)
    .map((match) => {
      const [start, end] = [match.index, match.index + match[0].length]
      return {
        rule: 'ellipsis-style',
        start,
        end,
        params: { target: match[0], expected },
        edits: [{ start, end, text: expected }],
      }
    })
}

/** Marks at the end and within. */
export const marks = (pair: Pair): Finding[] => [
  ...finalMark(pair),
  ...repeated(pair),
  ...width(pair),
  ...inverted(pair),
  ...ellipsis(pair),
]
