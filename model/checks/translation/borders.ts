import { lengthOf } from '../../document/splice.ts'
import type { Content } from '../../document/text.ts'
import { OBJECT, type Finding, type Pair } from './pair.ts'

const DENSE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`
const LATIN = String.raw`[\p{Script=Latin}\p{Nd}]`
const TIGHT = new RegExp(`(?<=${DENSE})(?=${LATIN})|(?<=${LATIN})(?=${DENSE})`, 'gu')
const SPACED = new RegExp(
  `(?<=${DENSE})[ \u00A0](?=${LATIN})|(?<=${LATIN})[ \u00A0](?=${DENSE})`,
  'gu',
)

/** Between signs and Latin letters a text has spaces everywhere or nowhere. */
function scripts({ there }: Pair): Finding[] {
  const tight = Array.from(there.matchAll(TIGHT))
  const spaced = Array.from(there.matchAll(SPACED))
  if (tight.length === 0 || spaced.length === 0) return []
  const [odd, text] = spaced.length > tight.length ? [tight, ' '] : [spaced, '']
  const [first] = odd
  return [
    {
      rule: 'space-border',
      start: first!.index,
      end: first!.index + first![0].length,
      params: { count: odd.length },
      ...(tight.length === spaced.length
        ? {}
        : {
            edits: odd.map(({ 0: found, index }) => ({
              start: index,
              end: index + found.length,
              text,
            })),
          }),
    },
  ]
}

/**
 * Closing marks and small signs that begin no line (JIS X 4051; CLDR's line break classes CL, CP, EX and NS). A narrow one
 * may belong to the number behind it. */
const NEVER_FIRST =
  /(?<=^|\n)(?:[、。，．：；？！」』】〉》〕）؟،؛々ー‥]|[)\]},.:;!?»”…](?!\d|\.\d))/gu

function lines({ here, there }: Pair): Finding[] {
  if (here.search(NEVER_FIRST) !== -1) return []
  return Array.from(there.matchAll(NEVER_FIRST), ({ 0: target, index }) => ({
    rule: 'line-start',
    start: index,
    end: index + 1,
    params: { target },
  }))
}

/** Which sides of the facts, notes, code and marks of a text touch a letter, by what they are. */
function touching(content: Content, text: string): Map<string, { start: number; end: number }> {
  const found = new Map<string, { start: number; end: number }>()
  let at = 0
  for (const node of content) {
    const [start, end] = [at, at + lengthOf(node)]
    at = end
    if (node.type !== 'fact' && node.type !== 'inlineCode') continue
    const name = node.type === 'fact' ? node.fact : node.value
    if (/[\p{L}\p{N}]/u.test(text[start - 1] ?? ''))
      found.set(`before ${name}`, { start: start - 1, end })
    if (/[\p{L}\p{N}]/u.test(text[end] ?? '')) found.set(`behind ${name}`, { start, end: end + 1 })
  }
  return found
}

/** A fact or code that touches a word, where the source has a space: “accounts366”. */
function objects({ source, target, here, there, to }: Pair): Finding[] {
  if (to.marks.wide || !there.includes(OBJECT)) return []
  const ours = touching(source, here)
  return [...touching(target, there)]
    .filter(
      ([name]) =>
        !ours.has(name) && ![...ours.keys()].some((one) => one.slice(7) === name.slice(7)),
    )
    .map(([name, { start, end }]) => {
      const at = name.startsWith('before') ? start + 1 : end - 1
      return {
        rule: 'code-space',
        start,
        end,
        params: {},
        edits: [{ start: at, end: at, text: ' ' }],
      }
    })
}

export const borders = (pair: Pair): Finding[] => [
  ...scripts(pair),
  ...lines(pair),
  ...objects(pair),
]
