import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../../electron/exchange/read.ts'
import { fixture, read, readFixture } from './outline.ts'
import { documentText, letters, saysTheSame } from './words.ts'

const latin = fc.constantFrom(
  ...'we lost the log of that day and told everybody Findings Lessons actions 14 21st v1.2 (a) -b'.split(
    ' ',
  ),
)
const wide = fc.constantFrom(
  ...'調査の結果|お客様|侵入者|教訓|対策|ログ|14分間|しました。|、'.split('|'),
)
const words = fc
  .tuple(
    fc.array(fc.oneof(latin, wide), { minLength: 1, maxLength: 30 }),
    fc.constantFrom('', '.', ':', '?', '。'),
  )
  .map(([list, end]) => list.join(' ') + end)
const marker = fc.constantFrom(
  '• ',
  '- ',
  '* ',
  '1. ',
  '2. ',
  '3) ',
  '・',
  '(1) ',
  '１．',
  '① ',
  '+ ',
  '– ',
)
const indent = fc.constantFrom('', '  ', '    ', '\t', '\u3000', '\u00A0\u00A0', '       ')
const line = fc
  .tuple(indent, fc.option(marker, { nil: '' }), words)
  .map(([space, sign, text]) => space + sign + text)
const gap = fc.constantFrom(
  '\n',
  '\n\n',
  '\n   \n',
  '\r\n',
  '\r\n\r\n',
  '\n\n\n',
  '\n---\n',
  '\n\n***\n\n',
)
const page = fc
  .array(fc.tuple(line, gap), { minLength: 1, maxLength: 40 })
  .map((parts) => parts.flat().join(''))

test('no word of a pasted text is lost or moved, whatever its lists and lines look like', () => {
  fc.assert(
    fc.property(page, fc.constantFrom('en', 'nl', 'ja', 'xx'), (text, locale) => {
      expect(saysTheSame(text, documentText(read('a.txt', text, locale)))).toBe(true)
    }),
    { numRuns: 1500 },
  )
})

test('no letter of any text is lost or moved, and none is made up', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), (text) => {
      const result = readDocument({ name: 'a.txt', bytes: new TextEncoder().encode(text) }, 'en')
      fc.pre(result.ok)
      const source = new TextDecoder().decode(new TextEncoder().encode(text))
      expect(saysTheSame(source, documentText(result.value))).toBe(true)
    }),
    { numRuns: 1500 },
  )
})

/** Markdown around words that are each their own, so that a lost or moved one is seen. */
const token = fc.integer({ min: 0, max: 99_999 }).map((number) => `w${String(number)}`)
const inline = fc
  .tuple(
    token,
    token,
    fc.constantFrom<(a: string, b: string) => string>(
      (a, b) => `${a} ${b}`,
      (a, b) => `**${a}** ${b}`,
      (a, b) => `*${a} **${b}***`,
      (a, b) => `~~${a}~~\n${b}`,
      (a, b) => `[${a}](https://example.org/${b})`,
      (a, b) => `[${a}](./${b} "title")`,
      (a, b) => `![${a}](${b}.png)`,
      (a, b) => `[${a}](javascript:${b})`,
      (a, b) => `<span>${a}</span> ${b}`,
      (a, b) => `\`${a}\` ${b}`,
      (a, b) => `${a}  \n${b}`,
      (a, b) => `<https://example.org/${a}> ${b}`,
      (a, b) => `${a}[^note] ${b}`,
    ),
  )
  .map(([a, b, build]) => build(a, b))
const block = fc
  .tuple(
    fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' ')),
    fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `# ${text.replaceAll('\n', ' ')}`,
      (text) => `## ${text.replaceAll('\n', ' ')}`,
      (text) => `### Lessons\n\n${text}`,
      (text) => `- ${text.replaceAll('\n', '\n  ')}\n\n  1. ${text}`,
      (text) => `1. ${text.replaceAll('\n', ' ')}\n\n- below`,
      (text) => `> ${text.replaceAll('\n', '\n> ')}`,
      (text) =>
        `| ${text.replaceAll('\n', ' ')} | b |\n| --- | --- |\n| c | ${text.replaceAll('\n', ' ')} |`,
      (text) => `\`\`\`js ${text.replaceAll(/[\n`]/g, ' ')}\n${text.replaceAll('`', '')}\n\`\`\``,
      (text) => `<div>${text.replaceAll('\n', ' ')}</div>`,
      (text) => `<!-- ${text.replaceAll('\n', ' ')} -->`,
      (text) => `[^n${String(text.length)}]: ${text.replaceAll('\n', ' ')}`,
      (text) => `- [x] ${text.replaceAll('\n', ' ')}\n- [ ] open`,
    ),
  )
  .map(([text, build]) => build(text))

test('no word of a Markdown text is lost or moved, whatever it is wrapped in', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
      const markdown = blocks.join('\n\n')
      const tokens = (text: string) => text.match(/w\d+/g)
      expect(tokens(documentText(read('a.md', markdown, 'en')))).toEqual(tokens(markdown))
    }),
    { numRuns: 800 },
  )
})

test.for([
  ['depot-nl.txt', 'nl'],
  ['depot-ja.txt', 'ja'],
  ['depot-en.txt', 'en'],
  ['clipping-en.txt', 'en'],
] as const)('%s is read to its last word', ([name, locale]) => {
  const text = new TextDecoder().decode(fixture(name))
  expect(saysTheSame(text, documentText(readFixture(name, locale)))).toBe(true)
})

test('the measure itself notices a lost, a moved and an added word', () => {
  expect(saysTheSame('1. one two', 'one two')).toBe(true)
  expect(saysTheSame('1. one two', '1. one two')).toBe(true)
  expect(saysTheSame('1. one two', 'one')).toBe(false)
  expect(saysTheSame('1. one two', 'two one')).toBe(false)
  expect(saysTheSame('one two', 'one two three')).toBe(false)
  expect(letters('a-b、Ü 1')).toBe('abÜ1')
})
