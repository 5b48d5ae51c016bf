import { fail, ok, type ErrorParams, type Result } from '../../model/errors/result.ts'
import type { Content } from '../../model/document/text.ts'
import { knownCodes, tokensOf, type Token } from './bilingual/code.ts'
import { contentOf } from './bilingual/content.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
}

/** Characters by name or number, as an engine that reads HTML writes them. What is no such thing stays. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, number, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole
    const point = number === undefined ? Number.parseInt(String(hex), 16) : Number(number)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })

/**
 * A text with its codes as tags that engines carry over: `<g id="1">…</g>` for what has text in it, `<x id="2">…</x>` for what
 * stands alone, with what is read there so that the sentence around it can be put into other words.
 */
export function taggedText(content: Content, read: (node: Content) => string): string {
  return tokensOf(content, [])
    .source.map((token) => {
      if (token.kind === 'text') return escaped(token.text)
      const { id, shell } = token.code
      if (token.kind === 'open') return `<g id="${id}">`
      if (token.kind === 'close') return '</g>'
      return `<x id="${id}">${escaped(read([JSON.parse(shell!) as Content[number]]))}</x>`
    })
    .join('')
}

const TAG = /<(\/?)\s*([gx])(?:\s+id\s*=\s*["']?(\d+)["']?)?\s*(\/?)>/gi

/** The tokens of an answer. What stands in an `x` is what was read there, in whatever words by now, and goes. */
function tokensIn(answer: string): Token[] {
  const out: Token[] = []
  const open: string[] = []
  let alone = false
  let at = 0
  const say = (until: number): void => {
    const text = unescaped(answer.slice(at, until))
    if (!alone && text !== '') out.push({ kind: 'text', text })
  }
  for (const match of answer.matchAll(TAG)) {
    const [whole, closes, name = '', id = '', closed] = match
    say(match.index)
    at = match.index + whole.length
    const code = { id, shell: undefined }
    if (name.toLowerCase() === 'x') {
      if (closes !== '') alone = false
      else {
        out.push({ kind: 'single', code })
        alone = closed === ''
      }
    } else if (closes === '') {
      open.push(id)
      out.push({ kind: 'open', code })
    } else out.push({ kind: 'close', code: { id: open.pop() ?? '', shell: undefined } })
  }
  say(answer.length)
  return out
}

/** The codes of a text: each opening, each closing, each that stands alone. */
const codesOf = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token) => (token.kind === 'text' ? [] : [`${token.kind} ${token.code.id}`]))

const idsOf = (codes: readonly string[]): string[] => [
  ...new Set(codes.map((code) => code.split(' ')[1] ?? '')),
]

/** Codes of one list that the other has not, each as often as it is missing. */
function without(codes: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return codes.filter((code) => {
    const at = left.indexOf(code)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

const edge = (text: string, side: RegExp): string => side.exec(text)?.[0] ?? ''

/**
 * The text of an engine's answer with the codes of its source, each exactly once and whole. SERVICE_CODES with those that are
 * missing, too many or crossed; `params` says who answered.
 */
export function untaggedText(
  source: Content,
  sent: string,
  answer: string,
  params: ErrorParams,
): Result<Content> {
  const wanted = codesOf(tokensOf(source, []).source)
  const flat = answer.trim().replaceAll(/\s*\n\s*/g, ' ')
  // Engines trim. What a text begins and ends with is the author's.
  const tokens = tokensIn(`${edge(sent, /^\s*/)}${flat}${edge(sent, /\s*$/)}`)
  const met = codesOf(tokens)
  const wrong = [...without(wanted, met), ...without(met, wanted)]
  const refused = (codes: readonly string[]): Result<Content> =>
    fail('SERVICE_CODES', {
      ...params,
      codes: idsOf(codes)
        .map((id) => `⟦${id}⟧`)
        .join(' '),
    })
  if (wrong.length > 0) return refused(wrong)
  const content = contentOf(tokens, knownCodes(source, []))
  return content === null ? refused(wanted) : ok(content)
}
