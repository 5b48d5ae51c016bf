import { isBlank, plainText, type Content, type Phrasing } from '../document/text.ts'

/** Letters that a reader still recognises, each with one that is taller or deeper. */
const LETTERS = new Map(
  [
    ...[
      'aá',
      'bƀ',
      'cç',
      'dđ',
      'eë',
      'fƒ',
      'gĝ',
      'hĥ',
      'iï',
      'jĵ',
      'kķ',
      'lļ',
      'mɱ',
      'nñ',
      'oö',
      'pþ',
    ],
    ...[
      'qɋ',
      'rŕ',
      'sš',
      'tţ',
      'uü',
      'vṽ',
      'wŵ',
      'xẋ',
      'yÿ',
      'zž',
      'AÅ',
      'BƁ',
      'CÇ',
      'DÐ',
      'EÉ',
      'FƑ',
    ],
    ...[
      'GĜ',
      'HĤ',
      'IÎ',
      'JĴ',
      'KĶ',
      'LĻ',
      'MḾ',
      'NÑ',
      'OÖ',
      'PÞ',
      'QɊ',
      'RŔ',
      'SŠ',
      'TŢ',
      'UÛ',
      'VṼ',
    ],
    ...['WŴ', 'XẊ', 'YÝ', 'ZŽ'],
  ].map((pair) => [pair[0]!, pair[1]!]),
)

/** Brackets that no honest text has, at both ends, so that a cut end is seen, and pseudo-text is known wherever it went. */
const [OPENING, CLOSING] = ['\u2045', '\u2046'] as const

/**
 * How much longer a text gets in translation by how long it is: the upper bounds of the table of IBM's “Guidelines to
 * design global solutions”, as the W3C gives it (“Text size in translation”, https://www.w3.org/International/articles/article-text-size).
 */
const GROWTH = [
  [10, 3],
  [20, 2],
  [30, 1.8],
  [50, 1.6],
  [70, 1.7],
  [Infinity, 1.3],
] as const

const accented = (text: string): string =>
  [...text].map((character) => LETTERS.get(character) ?? character).join('')

const dressed = (node: Phrasing): Phrasing => {
  if (node.type === 'text') return { ...node, value: accented(node.value) }
  return 'children' in node ? { ...node, children: node.children.map(dressed) } : node
}

/** Words of the text once more, as many as it lacks to its length in translation. Numbers would be counted as values. */
function padding(text: string): string {
  const length = [...text].length
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word) && !/\p{N}/u.test(word))
  const growth = GROWTH.find(([most]) => length <= most)![1]
  let missing = Math.ceil(length * growth) - length
  const out: string[] = []
  for (let at = 0; missing > 0 && words.length > 0; at++) {
    const word = words[at % words.length]!
    out.push(accented(word))
    missing -= [...word].length + 1
  }
  return out.join(' ')
}

/**
 * A text that looks like a translation and is none: the same with its letters changed, as long as a translation may get, and in
 * brackets. Codes, facts and notes stay as they are. What it is lengthened with comes from what everybody may read.
 */
export function pseudoText(content: Content): Content {
  const open = content.filter(({ type }) => type !== 'passage' && type !== 'inlineCode')
  const more = padding(plainText(open))
  return [
    { type: 'text', value: OPENING },
    ...content.map(dressed),
    { type: 'text', value: `${more === '' ? '' : ` ${more}`}${CLOSING}` },
  ]
}

/** Whether a text is, or was made from, pseudo-text. */
export function isPseudo(content: Content): boolean {
  if (isBlank(content)) return false
  const text = plainText(content)
  return text.includes(OPENING) || text.includes(CLOSING)
}
