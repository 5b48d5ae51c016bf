import { describe, expect, test } from 'vitest'
import { paragraphBlock } from '../../model/document/blank.ts'
import type { Block } from '../../model/document/block.ts'
import { newId } from '../../model/document/identifier.ts'
import type { Content } from '../../model/document/text.ts'
import { useBrowser } from './browser.ts'
import { bodyOf, documentOf, page as rendered } from './pages.ts'

const browser = useBrowser()

const linked = (before: string, text: string, after: string): Content => [
  { type: 'text', value: before },
  { type: 'link', url: 'https://example.org', children: [{ type: 'text', value: text }] },
  { type: 'text', value: after },
]
const withText = (locale: string, content: Content) =>
  documentOf(locale, 'T', [
    'prose',
    '',
    [
      {
        ...paragraphBlock('a0', ''),
        node: { type: 'paragraph', data: { id: newId() }, children: content },
      } as Block,
    ],
  ])

describe('a link whose text is an address', () => {
  test('may end a line at its joints, and nowhere else', async () => {
    const html = await rendered(
      withText('en', linked('See ', 'https://status.example.org/incidents?id=7', '.')),
      'en',
    )
    expect(bodyOf(html)).toContain(
      '>https://<wbr>status<wbr>.example<wbr>.org<wbr>/incidents<wbr>?id<wbr>=7</a>',
    )
  })

  test('of words is text like any other', async () => {
    const html = await rendered(withText('en', linked('See ', 'our status. page', '.')), 'en')
    expect(bodyOf(html)).toContain('>our status. page</a>')
  })

  test('has its letters as near to each other as anywhere, in lines that are set to one width', async () => {
    const ideographs = 'あ'.repeat(11)
    const html = await rendered(
      withText('ja', linked(ideographs, 'security@example.org', `まで。${'x'.repeat(50)}`)),
      'ja',
    )
    const page = await browser.page()
    await page.setContent(html)
    const widths = await page.evaluate(() => {
      const link = document.querySelector('a[href^="https://example.org"]')!
      const width = () => link.getBoundingClientRect().width
      const set = width()
      link.closest('p')!.style.textAlign = 'start'
      return [set, width()]
    })
    await page.close()
    expect(widths[0]).toBeGreaterThan(100)
    expect(widths[0]).toBeCloseTo(widths[1]!, 1)
  })
})

test('a list of names begins where the page begins to be read, in whatever letters the names are', async () => {
  const document = withText('ar', linked('', 'نص', ''))
  const metadata = { ...document.metadata, authors: ['Ines Okafor', 'Tomas Lindqvist'] }
  const page = await browser.page()
  await page.setContent(await rendered({ ...document, metadata }, 'ar'))
  const [first, second] = await page.$$eval('.metadata bdi', (names) =>
    names
      .filter(({ textContent }) => /Okafor|Lindqvist/.test(textContent))
      .map((name) => name.getBoundingClientRect().left),
  )
  await page.close()
  expect(first).toBeGreaterThan(second!)
})
