import { expect, test } from 'vitest'
import { counterStyleOf } from '../../electron/publish/style/counter.ts'
import { cssString } from '../../electron/publish/style/string.ts'
import { useBrowser } from './browser.ts'
import { page as rendered, documentOf } from './pages.ts'

const browser = useBrowser()

test('pages are counted with the digits of the locale', () => {
  expect(counterStyleOf('en')).toBe('decimal')
  expect(counterStyleOf('ar-EG')).toBe('arabic-indic')
  expect(counterStyleOf('fa')).toBe('persian')
  expect(counterStyleOf('mr')).toBe('devanagari')
})

test('any text is the content of a CSS string and nothing more', async () => {
  const text = `"; } </style> \\ \n é 日 😀 content: 'x'`
  const page = await browser.page()
  const shown = await page.evaluate((value) => {
    const style = document.createElement('style')
    style.textContent = `body::before { content: ${value} } body { color: rgb(1, 2, 3) }`
    document.head.append(style)
    return {
      content: getComputedStyle(document.body, '::before').content,
      color: getComputedStyle(document.body).color,
    }
  }, cssString(text))
  expect(JSON.parse(shown.content.replaceAll('\n', '\\n').replaceAll('\\a ', '\\n'))).toBe(text)
  expect(shown.color).toBe('rgb(1, 2, 3)')
  await page.close()
})

test('a title that looks like style cannot leave the running foot', async () => {
  const html = await rendered(documentOf('en', `x" } </style><b>`), 'en', { medium: 'print' })
  expect(html.slice(html.indexOf('<style>')).match(/<\/style>/g)).toHaveLength(1)
})
