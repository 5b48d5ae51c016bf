import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { blankFigure, paragraphBlock, unitText } from '../../model/document/blank.ts'
import type { Figure } from '../../model/document/block.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { exifSegment, jpeg, png } from '../fixtures/images.ts'
import { violations } from '../ui/axe.ts'
import { pdfOf, useBrowser } from './browser.ts'
import { bodyOf, documentOf, page } from './pages.ts'
import { ask, hasTool } from './tools.ts'

const browser = useBrowser()
const SHOT = 'a'.repeat(64)
const PHOTO = 'b'.repeat(64)
const RULE = 'c'.repeat(64)
const data = (type: string, bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
const images = new Map([
  [SHOT, data('image/png', png(1600, 900))],
  [PHOTO, data('image/jpeg', jpeg(64, 32, [exifSegment(6)]))],
  [RULE, data('image/png', png(40, 2))],
])

const figure = (
  order: string,
  asset: string,
  size: [number, number],
  part: Partial<Figure>,
): Figure => ({
  ...blankFigure({ id: asset, width: size[0], height: size[1] }, order),
  ...part,
})

const BANNER = 'A red banner over an <empty> "list".'
const document: Postmortem = documentOf('en', 'A key in a log', [
  'summary',
  'Summary',
  [
    paragraphBlock('a0', 'What our customers saw:'),
    figure('a1', SHOT, [1600, 900], {
      alt: unitText(BANNER),
      caption: unitText('The status page at noon.'),
    }),
    figure('a2', PHOTO, [32, 64], {
      alt: unitText('The rack in our office.'),
      audience: 'internal',
    }),
    figure('a3', RULE, [40, 2], { decorative: true, alt: unitText() }),
    paragraphBlock('a4', 'The text goes on.'),
  ],
])

test('a page carries its images, each with its description, its size and its caption', async () => {
  const short = (html: string): string => {
    let body = bodyOf(html)
    for (const [id, address] of images) body = body.replaceAll(address, id)
    return body.replaceAll('\n', '')
  }
  const body = short(await page(document, 'en', { images }))
  expect(body).toContain(
    `<figure><img src="${SHOT}" alt="A red banner over an <empty> &#x22;list&#x22;." width="1600" height="900"><figcaption>The status page at noon.</figcaption></figure>`,
  )
  expect(body).toContain(`<figure><img src="${RULE}" alt="" width="40" height="2"></figure>`)
  // For whom it is not, neither its words nor its bytes are there.
  expect(body).not.toContain(PHOTO)
  expect(body).not.toContain('rack')
  const internal = short(await page(document, 'en', { images, audience: 'internal' }))
  expect(internal).toContain(PHOTO)
  expect(internal).toContain('rack')
})

test('images are no wider than a telephone, keep their shape, and load without a request', async () => {
  const shown = await browser.page()
  const requests: string[] = []
  shown.on('request', (request) => requests.push(request.url().slice(0, 5)))
  await shown.setViewport({ width: 360, height: 800 })
  await shown.setContent(await page(document, 'en', { images, audience: 'internal' }))
  await shown.waitForFunction(() => [...window.document.images].every(({ complete }) => complete))
  const sizes = await shown.$$eval('figure img', (all) =>
    all.map((image) => {
      const { width, height, right } = image.getBoundingClientRect()
      return {
        ratio: (width - 2) / (height - 2),
        right,
        natural: (image as HTMLImageElement).naturalWidth,
      }
    }),
  )
  expect(sizes.map(({ natural }) => natural)).toEqual([1600, 32, 40])
  expect(sizes[0]!.ratio).toBeCloseTo(16 / 9, 1)
  expect(sizes[1]!.ratio).toBeCloseTo(0.5, 1)
  for (const { right } of sizes) expect(right).toBeLessThanOrEqual(360)
  expect(new Set(requests)).toEqual(new Set(['data:']))
  await shown.close()
})

test('a page with figures is valid HTML without a barrier, light and dark', async () => {
  const html = await page(document, 'en', { images })
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: { 'doctype-style': 'off', 'void-style': 'off', 'attr-quotes': 'off' },
  })
  const report = await validator.validateString(html)
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual(
    [],
  )
  const shown = await browser.page()
  for (const value of ['light', 'dark']) {
    await shown.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
    await shown.setContent(html)
    expect(await violations(shown)).toEqual([])
  }
  await shown.close()
})

const name = (text: string) => PDFName.of(text)

/** Every element of the structure tree, in reading order. */
function elements(pdf: PDFDocument): PDFDict[] {
  const found: PDFDict[] = []
  const walk = (kid: unknown): void => {
    const target = pdf.context.lookup(kid as never)
    if (target instanceof PDFArray) return target.asArray().forEach(walk)
    if (!(target instanceof PDFDict)) return
    if (target.get(name('S'))) found.push(target)
    const kids = target.get(name('K'))
    if (kids !== undefined && !(kids instanceof PDFNumber)) walk(kids)
  }
  walk(pdf.catalog.lookup(name('StructTreeRoot'), PDFDict).get(name('K')))
  return found
}

const roleOf = (element: PDFDict): string => String(element.get(name('S')))
const altOf = (element: PDFDict): string | undefined => {
  const alt = element.lookup(name('Alt'))
  return alt instanceof PDFString || alt instanceof PDFHexString ? alt.decodeText() : undefined
}

const shown = (whole: Postmortem): Promise<Uint8Array> =>
  pdfOf(browser, documentForAudience(whole, 'public'), 'en', { images })

test('a PDF has a tagged figure with its description for each image that says something, and no other', async () => {
  const bytes = await shown(document)
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const all = elements(pdf)
  const tagged = all.filter((element) => roleOf(element) === '/Figure')
  expect(tagged.map(altOf)).toEqual([BANNER])
  if (hasTool('pdfinfo')) {
    const said = ask('pdfinfo', ['-struct-text', '{pdf}'], bytes)
    expect(said).toMatch(/Figure[^]*The status page at noon\./)
  }
  expect(all.map(roleOf).filter((role) => role === '/Caption')).toHaveLength(1)
  expect(Buffer.from(await shown(document)).equals(Buffer.from(bytes))).toBe(true)
})

test('a figure and its caption stay on one sheet, however tall the image is', async () => {
  const tall = documentOf('en', 'A key in a log', [
    'summary',
    'Summary',
    [
      ...Array.from({ length: 12 }, (_, at) =>
        paragraphBlock(`a${at}`, 'A line of text. '.repeat(20)),
      ),
      figure('b00', SHOT, [900, 3000], {
        alt: unitText('A long list.'),
        caption: unitText('The whole list, from top to bottom.'),
      }),
    ],
  ])
  const long = new Map([[SHOT, data('image/png', png(900, 3000))]])
  const bytes = await pdfOf(browser, tall, 'en', { images: long })
  if (!hasTool('pdftotext')) return
  const pages = ask('pdftotext', ['-enc', 'UTF-8', '{pdf}', '-'], bytes).split('\f')
  const withCaption = pages.findIndex((text) => text.includes('The whole list'))
  const pdf = await PDFDocument.load(bytes)
  const hasImage = (index: number): boolean => {
    const resources = pdf.getPage(index).node.Resources()
    const objects = resources?.lookupMaybe(name('XObject'), PDFDict)
    return objects !== undefined && objects.keys().length > 0
  }
  expect(pages.length - 1).toBe(pdf.getPageCount())
  expect(
    Array.from({ length: pdf.getPageCount() }, (_, at) => hasImage(at)).lastIndexOf(true),
  ).toBe(withCaption)
})
