import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Element } from 'hast'
import { publicationWords } from '../../locales/publication-words.ts'
import { addressIn, siteAddress } from '../../model/document/site.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { pageBody } from './body.ts'
import { chosenFonts, namedFaces, type Chosen } from './fonts/faces.ts'
import type { CoveredFont } from './fonts/library.ts'
import { fontSubset } from './fonts/subset.ts'
import { pageText } from './page.ts'
import { CARD, cardPicture } from './pictures/card.ts'
import { releaseName, withSlug } from './release.ts'
import { rendering, type PageInput, type Rendering } from './rendering.ts'
import { sharedStyle, ownStyle } from './style/stylesheet.ts'

/** A file of a site; `locale` null: one that its pages share. */
export interface SiteFile {
  readonly file: string
  readonly locale: string | null
  readonly bytes: Uint8Array
  /** What is written in a picture. */
  readonly says?: readonly string[]
}

const text = (value: string): Uint8Array => new Uint8Array(Buffer.from(value))

/** A name that says what is in the file: another content is another name, and no cache has an old one. */
function shared(slug: string, name: string, extension: string, bytes: Uint8Array): SiteFile {
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  return { file: `${slug}.${name}${mark}.${extension}`, locale: null, bytes }
}

/** Images as files beside the pages, each once, and where they are by their asset's id. */
function imageFiles(slug: string, inputs: readonly PageInput[]) {
  const files = new Map<string, SiteFile>()
  for (const [id, address] of inputs.flatMap(({ images }) => [...images])) {
    const [, type, data] = /^data:image\/([a-z]+);base64,(.*)$/s.exec(address) ?? []
    if (type === undefined || data === undefined || files.has(id)) continue
    files.set(id, shared(slug, '', type, new Uint8Array(Buffer.from(data, 'base64'))))
  }
  return files
}

/** The picture that links to a page show, where the page can say where it is. */
async function cardFile(slug: string, page: Rendering): Promise<SiteFile | undefined> {
  if (siteAddress(page.document.metadata.site ?? '') === undefined || page.audience !== 'public')
    return undefined
  const drawn = await cardPicture(page)
  if (drawn === null) return undefined
  return { ...shared(slug, `${page.locale}.card.`, 'png', drawn.png), says: drawn.says }
}

interface Prepared {
  readonly page: Rendering
  readonly shown: Element
  readonly chosen: Chosen
  readonly card: SiteFile | undefined
}

/** One file a font, cut to what all pages together show in it: who reads on in another language has it already. */
async function fontFiles(slug: string, pages: readonly Prepared[]) {
  const points = new Map<CoveredFont, Set<number>>()
  for (const { chosen } of pages)
    for (const [font, wanted] of chosen)
      points.set(font, new Set([...(points.get(font) ?? []), ...wanted]))
  const files = new Map<CoveredFont, SiteFile>()
  for (const [font, wanted] of points) {
    const bytes = new Uint8Array(await fontSubset(font, wanted, 'woff2'))
    files.set(font, shared(slug, `${font.file}.`, 'woff2', bytes))
  }
  return files
}

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** What the sitemap of the website needs to know (https://www.sitemaps.org, with the languages of each address). */
function sitemap(pages: readonly Rendering[], site: string): string {
  const { document } = pages[0]!
  const address = (locale: string): string =>
    escaped(addressIn(site, releaseName(document, locale, 'html')))
  const links = [
    ...pages.map(({ locale }) => [locale, locale] as const),
    ...(pages.some(({ locale }) => locale === document.sourceLocale)
      ? [['x-default', document.sourceLocale] as const]
      : []),
  ].map(
    ([tag, locale]) =>
      `    <xhtml:link rel="alternate" hreflang="${tag}" href="${address(locale)}"/>\n`,
  )
  const changed = document.metadata.updatedOn ?? document.metadata.publishedOn
  const urls = pages.map(
    ({ locale }) =>
      `  <url>\n    <loc>${address(locale)}</loc>\n${changed === null ? '' : `    <lastmod>${changed}</lastmod>\n`}${links.join('')}  </url>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('')}</urlset>\n`
}

/**
 * Pages of one postmortem that share their style, fonts and images as files beside them. Everything refers to everything by
 * name alone, so that the folder works from a disk and under any address.
 *
 * @param inputs a page a locale for the medium `screen`, with images as `data:` addresses
 * @returns the files, the shared ones last; `LABELS_MISSING` where a locale has no publication words
 */
export async function renderSite(inputs: readonly PageInput[]): Promise<Result<SiteFile[]>> {
  const [first] = inputs
  if (first === undefined) return ok([])
  const { slug } = withSlug(first.document, first.audience).metadata
  const images = imageFiles(slug, inputs)
  const places = new Map([...images].map(([id, { file }]) => [id, file]))
  const pages: Prepared[] = []
  for (const input of inputs) {
    const words = publicationWords(input.locale, input.own)
    if (words === undefined) return fail('LABELS_MISSING', { locale: input.locale })
    const bare = rendering({ ...input, images: places }, words)
    const card = await cardFile(slug, bare)
    const page = { ...bare, card: card && { file: card.file, ...CARD } }
    const shown = pageBody(page)
    pages.push({ page, shown, chosen: await chosenFonts(page, shown), card })
  }
  const fonts = await fontFiles(slug, pages)
  const style = shared(slug, '', 'css', text(sharedStyle()))
  const files = pages.map(({ page, shown, chosen }): SiteFile => {
    const faces = namedFaces(chosen, (font) => fonts.get(font)!.file)
    const own = `${faces}\n${ownStyle(page)}`.trim()
    return {
      file: releaseName(page.document, page.locale, 'html'),
      locale: page.locale,
      bytes: text(pageText(page, shown, own, style.file)),
    }
  })
  const site = siteAddress(first.document.metadata.site ?? '')
  return ok([
    ...files,
    style,
    ...fonts.values(),
    ...pages.flatMap(({ card }) => card ?? []),
    ...new Map([...images.values()].map((one) => [one.file, one])).values(),
    ...(site === undefined || first.audience !== 'public'
      ? []
      : [
          {
            file: `${slug}.sitemap.xml`,
            locale: null,
            bytes: text(
              sitemap(
                pages.map(({ page }) => page),
                site,
              ),
            ),
          },
        ]),
  ])
}
