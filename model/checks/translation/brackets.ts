import type { Edit, Finding, Pair } from './pair.ts'

const BRACKETS = new Map(
  [...'()（）[]［］{}｛｝【】〔〕'].flatMap((mark, at, all) =>
    at % 2 === 0 ? [[mark, all[at + 1]!]] : [],
  ),
)
const CLOSERS = new Set(BRACKETS.values())

/** The first bracket without a partner; full and half width may meet, as they do in mixed scripts. */
function unpaired(text: string): number {
  const open: { at: number; close: string }[] = []
  const narrow = (mark: string): string => mark.normalize('NFKC')
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    const close = BRACKETS.get(mark)
    if (close !== undefined) open.push({ at, close: narrow(close) })
    else if (CLOSERS.has(mark)) {
      // "1)" and "b)" number a list.
      if (open.length === 0 && /(?:^|\s)[\p{L}\p{N}]{1,2}$/u.test(text.slice(0, at))) continue
      if (open.pop()?.close !== narrow(mark)) return at
    }
  }
  return open.at(-1)?.at ?? -1
}

function brackets({ here, there }: Pair): Finding[] {
  const at = unpaired(there)
  return at === -1 || unpaired(here) !== -1
    ? []
    : [{ rule: 'bracket-unpaired', start: at, end: at + 1, params: { target: there[at]! } }]
}

const QUOTES = /["“”„«»‹›「」『』＂〝〞]/gu

/** Quotation marks without a partner, and those of another language. */
function quotes({ here, there, to }: Pair): Finding[] {
  if (to.typography === null) return []
  const { outer, inner } = to.typography.quotes
  const own = new Set([...outer, ...inner].map((mark) => mark.trim()))
  const marks = Array.from(there.matchAll(QUOTES))
  const isOdd = (text: string): boolean => Array.from(text.matchAll(QUOTES)).length % 2 === 1
  const found: Finding[] = []
  if (isOdd(there) && !isOdd(here)) {
    const { index } = marks.at(-1)!
    found.push({
      rule: 'quote-unpaired',
      start: index,
      end: index + 1,
      params: { target: there[index]! },
    })
  }
  const others = marks.filter(([mark]) => !own.has(mark))
  // A sign of inches or minutes.
  const foreign = others.filter(
    ({ 0: mark, index }) => mark !== '"' || !/\d$/.test(there.slice(0, index)),
  )
  if (foreign.length > 0) {
    const even = marks.length === foreign.length && marks.length % 2 === 0
    const nested = new Set(foreign.map(([mark]) => mark)).size > 2
    const edits = marks.map(({ index }, at): Edit => ({
      start: index,
      end: index + 1,
      text: outer[at % 2 === 0 ? 0 : 1],
    }))
    const { index } = foreign[0]!
    found.push({
      rule: 'quote-style',
      start: index,
      end: index + 1,
      params: { target: there[index]!, expected: outer.map((mark) => mark.trim()).join('…') },
      ...(even && !nested ? { edits } : {}),
    })
  }
  return found
}

export const pairedMarks = (pair: Pair): Finding[] => [...brackets(pair), ...quotes(pair)]
