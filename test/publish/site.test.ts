import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderSite, type SiteFile } from '../../electron/publish/site.ts'
import { blankFigure } from '../../model/document/blank.ts'
import type { Block } from '../../model/document/block.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { FULL_LOCALES, fullDocument, type FullLocale } from '../fixtures/full/document.ts'
import { png } from '../fixtures/images.ts'
import { violations } from '../ui/axe.ts'
import { useBrowser } from './browser.ts'
import { hasJava, nuMessages } from './nu.ts'
import { page as rendered } from './pages.ts'

const SITE = 'https://example.org/incidents/'
const browser = useBrowser()
const folder = mkdtempSync(join(tmpdir(), 'afterword-site-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ASSET = 'a'.repeat(64)
const IMAGES = new Map([[ASSET, `data:image/png;base64,${png(640, 360).toString('base64')}`]])

/** The document that has everything, and a picture at its end. */
function documentIn(locale: FullLocale, site = ''): Postmortem {
  const document = documentForAudience(fullDocument(locale), 'public')
  const picture: Block = {
    ...blankFigure({ id: ASSET, width: 640, height: 360 }, 'zz'),
    id: 'picture',
    decorative: true,
  }
  return {
    ...document,
    metadata: { ...document.metadata, site },
    sections: document.sections.map((section, at) =>
      at === 0 ? { ...section, blocks: [...section.blocks, picture] } : section,
    ),
  }
}

async function build(site = ''): Promise<readonly SiteFile[]> {
  const made = await renderSite(
    FULL_LOCALES.map((locale) => ({
      document: documentIn(locale, site),
      locale,
      audience: 'public',
      medium: 'screen',
      untranslated: new Set<string>(),
      images: IMAGES,
      alternates: FULL_LOCALES.filter((other) => other !== locale),
    })),
  )
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

let files: readonly SiteFile[] = []
beforeAll(async () => {
  files = await build()
  for (const { file, bytes } of files) writeFileSync(join(folder, file), bytes)
})

const textOf = ({ bytes }: SiteFile): string => new TextDecoder().decode(bytes)
const page = (locale: string): SiteFile => files.find((one) => one.locale === locale)!

test.each(FULL_LOCALES)(
  'the page in %s works from a disk: every text in fonts of the folder, nothing else loaded, nothing said',
  async (locale) => {
    const tab = await browser.page()
    const said: string[] = []
    const asked: string[] = []
    tab.on('console', (message) => said.push(message.text()))
    tab.on('request', (request) => asked.push(request.url()))
    tab.on('requestfailed', (request) => said.push(request.url()))
    await tab.goto(pathToFileURL(join(folder, page(locale).file)).href)
    await tab.evaluate(async () => {
      await document.fonts.ready
    })
    const here = pathToFileURL(`${folder}/`).href
    expect(asked.filter((url) => !url.startsWith('data:')).length).toBeGreaterThan(3)
    expect(asked.filter((url) => !url.startsWith(here) && !url.startsWith('data:'))).toEqual([])
    expect(said).toEqual([])
    const session = await tab.createCDPSession()
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1 })
    const system = new Set<string>()
    for (const node of nodes) {
      if (node.nodeType !== 3 || node.nodeValue.trim() === '') continue
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId })
      for (const font of fonts) if (!font.isCustomFont) system.add(font.familyName)
    }
    expect([...system]).toEqual([])
    const rule = await tab.evaluate(
      () => getComputedStyle(document.querySelector('article')!).borderInlineStartWidth,
    )
    expect(rule).toBe('2px')
    await tab.close()
  },
)

test.each(FULL_LOCALES)(
  'in %s it has no barrier that axe knows of in light and in dark, and fits a phone of 320 pixels',
  async (locale) => {
    const tab = await browser.page()
    await tab.goto(pathToFileURL(join(folder, page(locale).file)).href)
    await tab.evaluate(async () => {
      await document.fonts.ready
    })
    for (const width of [1280, 320])
      for (const value of ['light', 'dark'] as const) {
        await tab.setViewport({ width, height: 800 })
        await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
        expect(await violations(tab)).toEqual([])
      }
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await tab.close()
  },
)

test.each(FULL_LOCALES)('in %s it is laid out as the page that is one file is', async (locale) => {
  const alone = join(folder, `alone.${locale}.html`)
  const alternates = FULL_LOCALES.filter((other) => other !== locale)
  writeFileSync(alone, await rendered(documentIn(locale), locale, { alternates, images: IMAGES }))
  const layout = async (path: string) => {
    const tab = await browser.page()
    await tab.setViewport({ width: 768, height: 900 })
    await tab.goto(pathToFileURL(path).href)
    const boxes = await tab.evaluate(async () => {
      await document.fonts.ready
      return [...document.querySelectorAll('body *')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const { color, fontFamily } = getComputedStyle(element)
        return [element.tagName, x, y, width, height, color, fontFamily].join(' ')
      })
    })
    await tab.close()
    return boxes
  }
  expect(await layout(join(folder, page(locale).file))).toEqual(await layout(alone))
})

test('two builds are the same, and a shared file is there once', async () => {
  const again = await build()
  const bytes = (all: readonly SiteFile[]) =>
    all.map((one) => [one.file, Buffer.from(one.bytes).toString('base64')])
  expect(JSON.stringify(bytes(again)) === JSON.stringify(bytes(files))).toBe(true)
  expect(new Set(files.map(({ file }) => file)).size).toBe(files.length)
  expect(files.filter(({ file }) => file.endsWith('.css'))).toHaveLength(1)
  expect(files.filter(({ file }) => file.endsWith('.png'))).toHaveLength(1)
})

test('every file is named by a page, and every name leads to a file', () => {
  const pages = files.filter(({ locale }) => locale !== null).map(textOf)
  const names = new Set(files.map(({ file }) => file))
  const named = new Set(
    pages.flatMap((text) =>
      [...text.matchAll(/(?:href="|src="|url\()([^"#):]+)[")#]/g)].map(([, name]) => name!),
    ),
  )
  expect([...named].filter((name) => !names.has(name))).toEqual([])
  expect([...names].filter((name) => !named.has(name))).toEqual([])
})

test('a website gets a sitemap of absolute addresses, in which each page has all languages', async () => {
  expect(files.some(({ file }) => file.endsWith('.xml'))).toBe(false)
  const sitemap = textOf((await build(SITE)).find(({ file }) => file.endsWith('.sitemap.xml'))!)
  expect([...sitemap.matchAll(/<loc>([^<]+)/g)].map(([, one]) => one)).toEqual(
    FULL_LOCALES.map((locale) => `${SITE}deploy-token.${locale}.html`),
  )
  expect(sitemap.match(/<xhtml:link /g)).toHaveLength(
    FULL_LOCALES.length * (FULL_LOCALES.length + 1),
  )
})

const metaIn = (html: string): ReadonlyMap<string, string> =>
  new Map(
    [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(
      ([, name, content]) => [name!, content!],
    ),
  )

test('a link to each page of a website shows a picture of its title, which stands beside it', async () => {
  const site = await build(SITE)
  const seen = new Set<string>()
  for (const locale of FULL_LOCALES) {
    const html = textOf(site.find((one) => one.locale === locale)!)
    const meta = metaIn(html)
    const address = meta.get('og:image')!
    expect(address.startsWith(`${SITE}deploy-token.${locale}.card.`)).toBe(true)
    const card = site.find(({ file }) => SITE + file === address)!
    const png = Buffer.from(card.bytes)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)].map(String)).toEqual([
      meta.get('og:image:width'),
      meta.get('og:image:height'),
    ])
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(meta.get('twitter:card')).toBe('summary_large_image')
    expect(meta.get('og:image:alt')).toContain(meta.get('og:title'))
    expect(meta.get('twitter:image:alt')).toBe(meta.get('og:image:alt'))
    expect(html).toContain(`"image":"${address}"`)
    expect(card.says!.length).toBeGreaterThan(1)
    seen.add(address)
  }
  expect(seen.size).toBe(FULL_LOCALES.length)
  // Without its address nobody could find the picture.
  expect(files.some(({ file }) => file.includes('.card.'))).toBe(false)
  for (const locale of FULL_LOCALES)
    expect(textOf(page(locale))).not.toMatch(/og:image|twitter:|"image":/)
})

test.skipIf(!hasJava())('the Nu HTML Checker has nothing to say of it', async () => {
  const pages = [...files, ...(await build(SITE))].filter(({ locale }) => locale !== null)
  // The checker takes no file on a disk for one of the page's own origin; the browser above does.
  const beside = /info: Resource violates Content Security Policy .*“(?:\d\.)?deploy-token\./
  const said = nuMessages(
    new Map(pages.map(({ file, bytes }, at) => [`${String(at)}.${file}`, bytes])),
  )
  expect(said.filter((one) => !beside.test(one))).toEqual([])
})
