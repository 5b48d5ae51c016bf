import { expect, test } from 'vitest'
import { CLIPBOARD, clipboardPage } from '../../fixtures/clipboard.ts'
import { drawn, pageOf } from './page.ts'

test.for(Object.entries(CLIPBOARD))(
  'what is copied from %s keeps its words and structure',
  ([name, lines]) => {
    expect(drawn(pageOf(clipboardPage(name)))).toEqual(lines)
  },
)
const read = (html: string): string[] => drawn(pageOf(html))

test('headings keep their ranks among themselves', () => {
  expect(read('<h2>a</h2><h3>b</h3><h6>c</h6><h2>d</h2>')).toEqual(['# a', '## b', '### c', '# d'])
  expect(read('<p role=heading aria-level=3>a</p><h4>b</h4>')).toEqual(['# a', '## b'])
})

test('an item of a list holds one text and one list', () => {
  expect(read('<ul><li>a<ul><li>b</li></ul><ol><li>c</li></ol></li><li>d</li></ul>')).toEqual([
    '- a',
    '  - b',
    '  - c',
    '- d',
  ])
  expect(read('<ul><li>a<ul><ul><ul><li>far</li></ul></ul><li>near</li></ul></li></ul>')).toEqual([
    '- a',
    '  - far',
    '  - near',
  ])
  expect(read('<ol start="3"><li>a<pre>x\ny</pre></li><li><h2>b</h2>c</li></ol>')).toEqual([
    '3. a⏎`x`⏎`y`',
    '4. b⏎c',
  ])
  expect(read('<li>alone</li>')).toEqual(['alone'])
})

test('lists nested without end stay within the depth of a document', () => {
  const deep = '<ul><li>x'.repeat(100) + '</li></ul>'.repeat(100)
  const lines = read(deep)
  expect(lines).toHaveLength(100)
  expect(lines.at(-1)).toBe(`${' '.repeat(10)}- x`)
})

test('a table is a grid whatever its cells reach over', () => {
  expect(
    read(
      '<table><tr><th colspan=2><b>Both</b><th>C<tr><td rowspan=2>a<td>b<td>c<tr><td>d<ul><li>e</ul><td><tr><td><td><td></table>',
    ),
  ).toEqual(['| Both |  | C', '| a | b | c', '|  | d⏎e | '])
})

test('a table that lays out a page is not there, and what is in it is', () => {
  expect(
    read('<table><tr><td><h1>a</h1><table><tr><td>b<td>c</table><p>d</p></td></tr></table>'),
  ).toEqual(['# a', '| b | c', 'd'])
})

test('marks come from elements and styles, and a style takes one back', () => {
  expect(
    read(
      '<p><b>a <span style="font-weight:400">b</span></b> <span style="font-weight:600;font-style:italic">c</span> <del>d</del> <u>e</u> <kbd>f</kbd>',
    ),
  ).toEqual([
    '<strong>a </strong>b <strong><emphasis>c</emphasis></strong> <delete>d</delete> e `f`',
  ])
})

test('white space is as the page shows it', () => {
  expect(read('<p>  a\n b  <b> c </b> d&nbsp; &nbsp;e&nbsp;f </p>')).toEqual([
    'a b <strong>c </strong>d e\u00A0f',
  ])
  expect(read('<p style="white-space:pre-wrap">a\n  b</p>')).toEqual(['a⏎b'])
  expect(read('<p>ひと\nつづき and\nmore</p>')).toEqual(['ひとつづき and more'])
  expect(read('a<br><br>b<br>c<div>d</div>e')).toEqual(['a', 'b⏎c', 'd', 'e'])
})

test('an address by a detour is the address itself, and what a postmortem may not hold is text', () => {
  expect(
    read(
      `<p><a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=05%7Cada%40example.org">a</a>
       <a href="https://www.google.com/url?q=javascript:alert(1)">b</a> <a href="//host/x">c</a> <a href="\\\\host\\share">d</a>
       <a href=" java\nscript:alert(1)">e</a> <a href="data:text/html,x">f</a> <a href="mailto:a@example.org">g</a>`,
    ),
  ).toEqual([
    '[a](https://example.org/a) [b](https://www.google.com/url?q=javascript:alert(1)) c d e f [g](mailto:a@example.org)',
  ])
})

test.for([
  ['display', '<span style="display:none">HIDDEN</span>'],
  ['important', '<span style="DISPLAY : none !important">HIDDEN</span>'],
  ['visibility', '<span style="visibility:hidden">HIDDEN</span>'],
  ['size', '<span style="font-size:0">HIDDEN</span>'],
  ['size in points', '<font style="font-size:0.0pt">HIDDEN</font>'],
  ['opacity', '<span style="opacity:0">HIDDEN</span>'],
  ['Word', '<span style="mso-hide:all">HIDDEN</span>'],
  ['attribute', '<p hidden>HIDDEN</p>'],
  ['far off', '<div style="position:absolute;left:-9999px">HIDDEN</div>'],
  ['indented away', '<p style="text-indent:-9999px">HIDDEN</p>'],
  ['clipped', '<p style="position:absolute;clip:rect(0,0,0,0)">HIDDEN</p>'],
  ['clip-path', '<p style="clip-path: inset(50%)">HIDDEN</p>'],
  ['no height', '<div style="height:0;overflow:hidden">HIDDEN</div>'],
  ['white on white', '<p style="color:#fff;background:white">HIDDEN</p>'],
  [
    'black on black',
    '<p style="background-color:rgb(0,0,0)"><b style="color:#000000ff">HIDDEN</b></p>',
  ],
  ['see-through', '<p style="color:rgba(0,0,0,0)">HIDDEN</p>'],
  ['a class', '<style>.q{display:none}</style><p class="a q">HIDDEN</p>'],
  [
    'an element and class',
    '<style><!-- p.q, div.q {mso-hide:all} --></style><p class=q>HIDDEN</p>',
  ],
  ['an id', '<style>#q{visibility:hidden}</style><p id=q>HIDDEN</p>'],
  ['a template', '<template>HIDDEN</template>'],
  ['a title', '<svg><title>HIDDEN</title><text>HIDDEN</text></svg>'],
  ['a comment', '<!-- HIDDEN --><![if HIDDEN]>'],
  [
    'alternative text',
    '<img alt="HIDDEN" src="x"><p title="HIDDEN" data-x="HIDDEN" aria-label="HIDDEN"></p>',
  ],
  [
    'a frame',
    '<iframe srcdoc="HIDDEN">HIDDEN</iframe><noscript>HIDDEN</noscript><textarea>HIDDEN</textarea>',
  ],
  ['tags', '\u{E0048}\u{E0049}\u{E0044}\u{E0044}\u{E0045}\u{E004E}'],
])('what nobody sees does not come along: %s', ([, html]) => {
  const lines = read(`<p>before</p>${html}<p>after</p>`)
  expect(lines).toEqual(['before', 'after'])
})

test('white text on a dark page is kept', () => {
  expect(
    read('<div style="background:#111"><p style="color:white">a</p></div><p style="color:#fff">b'),
  ).toEqual(['a', 'b'])
})

test('characters that nobody sees go, and those that scripts and emoji need stay', () => {
  expect(
    read('<p>pa\u200Bss\u2060wo\u00ADrd \u202Etxt.exe\u202C a\u2066b\u2069 \uFEFFc\u0000\u0007'),
  ).toEqual(['password txt.exe ab c'])
  const kept =
    'می\u200Cخواهم क्\u200Dष 👩\u200D💻 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} 葛\u{E0100} \u200Fא'
  expect(read(`<p>${kept}</p>`)).toEqual([kept])
  expect(read('<p>l\u200Cog\u200Din</p>')).toEqual(['login'])
})

test('tracked deletions and what a reviewer said go, insertions stay', () => {
  expect(
    read(
      '<p>a<ins cite="x" datetime="y">b</ins><del cite="x" datetime="y">c</del><span class=msoDel>d</span><a href="#_msocom_1">[A1]</a></p><div style="mso-element:comment-list"><p>e</p></div>',
    ),
  ).toEqual(['ab'])
})
