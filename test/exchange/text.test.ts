import { expect, test } from 'vitest'
import { readsAsHeading } from '../../electron/exchange/text/heading.ts'
import { joinLines } from '../../model/markdown/line.ts'
import { outline, read } from './outline.ts'

const lines = (text: string, locale = 'en') => outline(read('a.txt', text, locale))

test.for([
  'Lessons',
  'What happened?',
  'De weg vooruit',
  '今後の展望',
  '何が起きましたか？',
  'ما الذي حدث؟',
  'Incident of January 2022',
])('"%s" reads as a heading', (line) => {
  expect(readsAsHeading(line)).toBe(true)
})

test.for([
  'We learned three things:',
  'It ended.',
  '調査を終了しました。',
  'Sorry!',
  '22 March 2022',
  '2022年3月22日',
  '12 / 40',
  'Have an account? Log in',
  'It is, as far as we know, the longest outage that this company and all of its customers ever had',
  '"We should have known."',
  'first,',
])('"%s" does not read as a heading', (line) => {
  expect(readsAsHeading(line)).toBe(false)
})

test('a short line is a heading only when a text follows it', () => {
  expect(lines('Title\n\nHeading\n\nA text follows.\n\nShare')).toEqual([
    'Title',
    '[prose] Heading',
    '  A text follows.',
    '  Share',
  ])
})

test('of two short lines the second stands under the first', () => {
  expect(lines('Title\n\nPart\n\nChapter\n\nA text follows.')).toEqual([
    'Title',
    '[prose] Part',
    '  # Chapter',
    '  A text follows.',
  ])
})

test('numbered headings keep their numbers', () => {
  const text = 'Title\n\n1. Before\n\nIt was quiet.\n\n2. After\n\nIt was not quiet.'
  expect(lines(text)).toEqual([
    'Title',
    '[prose] 1. Before',
    '  It was quiet.',
    '[prose] 2. After',
    '  It was not quiet.',
  ])
})

test('underlined lines are headings', () => {
  expect(lines('Title\n=====\n\nIt began with a call.\n-----\n\nA text.')).toEqual([
    'Title',
    '[prose] It began with a call.',
    '  A text.',
  ])
})

test('lists nest by their indent, in spaces, tabs and wide spaces alike', () => {
  const nested = [
    'Title',
    '[summary] ',
    '  It was so:',
    '  -',
    '    a',
    '    -',
    '      b',
    '  -',
    '    c',
  ]
  for (const step of ['  ', '\t', '\u3000', '\u00A0\u00A0\u00A0', '      '])
    expect(lines(`Title\n\nIt was so:\n\n• a\n${step}• b\n• c`)).toEqual(nested)
})

test('an item goes on in wrapped lines and in indented paragraphs', () => {
  expect(
    lines('Title\n\n- one\n  and more\n\n  a second paragraph\n\nThen a text follows.'),
  ).toEqual([
    'Title',
    '[summary] ',
    '  -',
    '    one\nand more',
    '    a second paragraph',
    '  Then a text follows.',
  ])
})

test('numbers go on where bullets stood between them', () => {
  expect(lines('Title\n\nIt was so:\n1. a\n• x\n2. b\n• y')).toEqual([
    'Title',
    '[summary] ',
    '  It was so:',
    '  1.',
    '    a',
    '    -',
    '      x',
    '  2.',
    '    b',
    '    -',
    '      y',
  ])
})

test('a number that goes on with nothing is a part of its sentence', () => {
  expect(lines('Title\n\n21. Januar war ein Freitag.')).toEqual([
    'Title',
    '[summary] ',
    '  21. Januar war ein Freitag.',
  ])
})

test('a dash inside a wrapped sentence makes no list', () => {
  const text =
    'Title\n\nThe intruder used an account that nobody had closed for many\n- many - months, and a password that everybody at the desk knew.'
  expect(lines(text)).toHaveLength(3)
})

test('lines wrapped at a margin are one text, with a space only where the script has one', () => {
  expect(joinLines(['one ', ' two'])).toBe('one two')
  expect(joinLines(['調査を', '終了'])).toBe('調査を終了')
  expect(joinLines(['調査は Okta', 'でした'])).toBe('調査は Okta でした')
  expect(joinLines(['조사를', '마쳤다'])).toBe('조사를 마쳤다')
})

test('lines that nobody wrapped stay lines', () => {
  const document = read('a.txt', 'Title\n\nHarbour Road 1\n1234 AB Harbour\n\nIt ended.', 'en')
  expect(outline(document)).toContain('  Harbour Road 1\n1234 AB Harbo…')
})

test('where no line is blank, each line stands alone', () => {
  expect(lines('Title\nHeading\nA first text.\nA second text.\n- a\n- b')).toEqual([
    'Title',
    '[prose] Heading',
    '  A first text.',
    '  A second text.',
    '  -',
    '    a',
    '  -',
    '    b',
  ])
})

test('a paragraph that opens with a wide space is a paragraph and no part of the list above it', () => {
  const text = '題名\n\n・一つ目\n・二つ目\n\n\u3000次の段落です。\n\u3000その次です。'
  expect(lines(text, 'ja')).toEqual([
    '題名',
    '[summary] ',
    '  -',
    '    一つ目',
    '  -',
    '    二つ目',
    '  次の段落です。',
    '  その次です。',
  ])
})
