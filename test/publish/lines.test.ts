import { h } from 'hastscript'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { breakLines } from '../../electron/publish/lines.ts'

test('blocks stand on lines of their own, and the text in them is left alone', () => {
  const page = h('body', [
    h('a', 'Skip'),
    h('main', [
      h('p', ['One ', h('strong', 'word'), h('em', 's')]),
      h('ul', [h('li', ['a', h('ul', [h('li', 'b')])])]),
      h('pre', [h('code', 'x')]),
    ]),
  ])
  breakLines(page)
  expect(toHtml(page).split('\n')).toEqual([
    '<body><a>Skip</a>',
    '<main><p>One <strong>word</strong><em>s</em></p>',
    '<ul><li>a',
    '<ul><li>b</li></ul></li></ul>',
    '<pre><code>x</code></pre></main></body>',
  ])
})
