import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'puppeteer-core'
import { factWords, publicationWords } from '../../locales/publication-words.ts'
import { paragraphBlock } from '../../model/document/blank.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { unitsOf } from '../../model/units/unit.ts'
import { factsById, readContent } from '../../model/facts/read.ts'
import { FULL_LOCALES, fullDocument } from '../fixtures/full/document.ts'
import { useBrowser } from './browser.ts'
import { documentOf, fullPage, page as rendered } from './pages.ts'

const browser = useBrowser()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: Server
let address: string
/** What the server answers with, and what it was asked for. */
let served = ''
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('content-type', 'text/html')
    response.end(served)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('no port')
  address = `http://127.0.0.1:${at.port}/`
})
afterAll(() => server.close())

/** Opens a page as a newsroom would serve it. `said` collects what the console says. */
async function open(html: string): Promise<{ page: Page; said: string[] }> {
  served = html
  asked.length = 0
  const page = await browser.page()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  page.on('dialog', (dialog) => {
    said.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(address)
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  return { page, said }
}

const scheme = (page: Page, value: 'light' | 'dark') =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])

/** Rule and element of each violation of WCAG 2.2 AA or of axe's own best practice. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import('axe-core') }
    const { violations: found } = await checker.run(document)
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`))
  })
}

/** The fonts that the text of a page is painted with. `custom`: one that came with the page. */
async function fontsOf(page: Page): Promise<{ name: string; custom: boolean }[]> {
  const session = await page.createCDPSession()
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1 })
  const found = new Map<string, boolean>()
  for (const node of nodes) {
    if (node.nodeType !== 3 || node.nodeValue.trim() === '') continue
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId })
    for (const font of fonts) found.set(font.familyName, font.isCustomFont)
  }
  return [...found].map(([name, custom]) => ({ name, custom }))
}

describe.each(FULL_LOCALES)('a page in %s', (locale) => {
  test('loads nothing, says nothing to the console and paints every text with its own fonts', async () => {
    const { page, said } = await open(await fullPage(locale))
    const fonts = await fontsOf(page)
    expect(fonts.length).toBeGreaterThan(2)
    expect(fonts.filter(({ custom }) => !custom)).toEqual([])
    expect(asked).toEqual(['/'])
    expect(said).toEqual([])
    await page.close()
  })

  test('has no barrier that axe knows of, in light and in dark, on a desk and on a phone', async () => {
    const { page } = await open(await fullPage(locale, { alternates: FULL_LOCALES.slice() }))
    for (const width of [1280, 320])
      for (const value of ['light', 'dark'] as const) {
        await page.setViewport({ width, height: 800 })
        await scheme(page, value)
        expect(await violations(page)).toEqual([])
      }
    await page.close()
  })

  test('fits a phone of 320 pixels, where only code and tables may scroll', async () => {
    const { page } = await open(await fullPage(locale))
    await page.setViewport({ width: 320, height: 640 })
    const widest = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(widest).toBe(320)
    await page.close()
  })

  test('is dark where the reader wants it so', async () => {
    const { page } = await open(await fullPage(locale))
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await scheme(page, 'light')
    expect(await background()).toBe('rgb(255, 255, 255)')
    await scheme(page, 'dark')
    expect(await background()).toBe('rgb(20, 24, 26)')
    await page.close()
  })

  test('shows every unit once, whole and in the order of the document', async () => {
    const postmortem = documentForAudience(fullDocument(locale), 'public')
    const words = factWords(publicationWords(locale)!)
    const expected = unitsOf(postmortem).map(({ id, content }) => [
      id,
      readContent(content, factsById(postmortem.facts), locale, words).replaceAll('\n', ''),
    ])
    const { page } = await open(await fullPage(locale, { medium: 'preview' }))
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-unit]')].map((element) => {
        // The number of a note is no part of the text.
        element.querySelectorAll('sup').forEach((mark) => mark.remove())
        return [element.dataset['unit'], element.textContent]
      }),
    )
    const withoutNumber = shown.map(([id, text]) => [
      id,
      id!.startsWith('workstream-') ? text!.replace(/^\d+\. /, '') : text,
    ])
    expect(withoutNumber).toEqual(expected)
    await page.close()
  })
})

test('text that looks like a program stays text', async () => {
  const hostile = `"></style></title><script>alert(1)</script><img src=x onerror=alert(2)>\\27 ;} *{} -->`
  const paragraph = paragraphBlock('a0', [
    { type: 'text', value: hostile },
    { type: 'inlineCode', value: hostile },
    {
      type: 'link',
      url: 'https://example.org/"><script>',
      children: [{ type: 'text', value: 'a' }],
    },
  ])
  const postmortem = documentOf('en', hostile, ['prose', hostile, [paragraph]])
  const metadata = {
    ...postmortem.metadata,
    organisation: hostile,
    reference: hostile,
    authors: [hostile],
    contact: 'javascript:alert(3)',
  }
  const html = await rendered({ ...postmortem, metadata }, 'en')
  const { page, said } = await open(html)
  const shown = await page.evaluate(() => ({
    title: document.title,
    heading: document.querySelector('h1')?.textContent,
    code: document.querySelector('code')?.textContent,
    elements: document.querySelectorAll('script:not([type="application/ld+json"]), img').length,
    links: [...document.querySelectorAll<HTMLAnchorElement>('main a')].map(({ href }) => href),
  }))
  expect(shown).toEqual({
    title: hostile,
    heading: hostile,
    code: hostile,
    elements: 0,
    links: ['https://example.org/%22%3E%3Cscript%3E'],
  })
  expect(asked).toEqual(['/'])
  expect(said).toEqual([])
  await page.close()
})

test('the page allows nothing beyond its own style', async () => {
  const { page, said } = await open(await fullPage('en'))
  await page.evaluate((url) => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    const image = document.createElement('img')
    image.src = `${url}tracker.png`
    document.body.append(script, style, image)
  }, address)
  await page.waitForNetworkIdle()
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('block')
  expect(asked).toEqual(['/'])
  expect(said).toHaveLength(3)
  await page.close()
})
