import { Buffer } from 'node:buffer'

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
}

const character = (code: number): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''

/** Names of letters with a mark become the letter: marks do not count in what is looked for. Other names are signs. */
function named(name: string): string {
  const letter =
    /^([A-Za-z])(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron|breve|macr|ogon)$/.exec(name)
  return letter?.[1] ?? NAMED[name] ?? ''
}

const entities = (text: string): string =>
  text.replace(
    /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{1,30}));/g,
    (_, hex?: string, decimal?: string, name?: string) =>
      name === undefined
        ? character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : named(name),
  )

const percent = (text: string): string =>
  text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  )

/** Of JSON and of scripts: `\\u0041`, `\\u{41}`, `\\x41`. UTF-16 halves come together again as they stand. */
const units = (text: string): string =>
  text.replace(
    /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2}))/g,
    (_, four?: string, long?: string, two?: string) =>
      long === undefined
        ? String.fromCharCode(Number.parseInt(four ?? two ?? '0', 16))
        : character(Number.parseInt(long, 16)),
  )

/** Of style sheets: `\\41 ` with up to six digits and one space behind them (CSS Syntax 3, section 4.3.7). */
const sheet = (text: string): string =>
  text.replace(/\\([0-9a-fA-F]{1,6})[ \t\n]?/g, (_, hex: string) =>
    character(Number.parseInt(hex, 16)),
  )

/** Deeper than this nobody escapes what is already escaped. */
const MOST_TIMES = 4

/** A text and what it says when its escapes are read, once and again, each form once. */
export function* unescaped(text: string): Generator<string, void, undefined> {
  yield text
  const forms = new Set([text])
  let last = text
  for (let time = 0; time < MOST_TIMES; time++) {
    const next = entities(percent(units(last)))
    const styled = sheet(next)
    for (const form of [next, styled])
      if (!forms.has(form)) {
        forms.add(form)
        yield form
      }
    if (next === last) return
    last = next
  }
}

/** The text between tags, so that a word with a mark inside is one word. */
export const withoutTags = (text: string): string => text.replace(/<[^<>]*>/g, '')
