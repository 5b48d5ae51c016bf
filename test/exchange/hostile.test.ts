import { expect, test } from 'vitest'
import { isBeyondMarkdown } from '../../electron/exchange/markdown/burden.ts'
import { readDocument } from '../../electron/exchange/read.ts'
import { fixture } from './outline.ts'
import { documentText, letters } from './words.ts'

const many = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')

/** Texts that take a Markdown parser minutes, or the end of its stack. The runner's own limit is the clock. */
const hostile: readonly (readonly [name: string, text: string])[] = [
  ['quotes in quotes', `${'>'.repeat(3000)} word`],
  ['lists in lists on one line', `${'- '.repeat(3000)}word`],
  ['lists in lists, a line each', many(800, (at) => `${' '.repeat(at * 2)}- word`)],
  ['marks in marks', `${'**'.repeat(2000)}word${'**'.repeat(2000)}`],
  ['code that never ends', many(2000, (at) => `${'`'.repeat(at)}word`)],
  ['marks that never end', `word**x${'y* '.repeat(10_000)}`],
  ['brackets in brackets', `${'['.repeat(5000)}word${']'.repeat(5000)}`],
  ['links that never end', '[word]('.repeat(3000)],
  ['spaces', `word${' '.repeat(500_000)}word\n\nword ${' '.repeat(200_000)}word`],
]

test.for(hostile)('%s are read, to the last word, in both formats', ([, text]) => {
  const bytes = new TextEncoder().encode(text)
  for (const name of ['a.md', 'a.txt']) {
    const result = readDocument({ name, bytes }, 'en')
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    expect(letters(documentText(result.value))).toBe(letters(text))
  }
})

test('an ordinary text is none of these, however long', () => {
  const page = new TextDecoder().decode(fixture('depot.md'))
  expect(isBeyondMarkdown(page.repeat(2000))).toBe(false)
  expect(isBeyondMarkdown('- one\n  - two\n    - three\n\n> > a quote in a quote')).toBe(false)
})
