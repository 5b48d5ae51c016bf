import type { Nodes } from 'hast'
import { scriptStyle } from '../style/scripts.ts'
import { marginText } from '../style/paper.ts'
import type { Rendering } from '../rendering.ts'
import { chooseFonts } from './choice.ts'
import { unicodeRange } from './coverage.ts'
import { onPaper } from './own/on-paper.ts'
import { charactersByRole } from './roles.ts'
import { fontSubset, type FontFormat } from './subset.ts'
import type { CoveredFont } from './library.ts'

/** What lists show by themselves; their other marks are drawn. */
const ALWAYS = '0123456789. '

const rule = (font: CoveredFont, points: ReadonlySet<number>, source: string): string =>
  `@font-face{font-family:'${font.family}';font-weight:${font.weight};font-style:${font.style};font-display:swap;src:${source};unicode-range:${unicodeRange(points)}}`

async function embedded(font: CoveredFont, points: ReadonlySet<number>, format: FontFormat) {
  const bytes = await fontSubset(font, points, format)
  const type = format === 'woff2' ? 'woff2' : 'truetype'
  return rule(
    font,
    points,
    `url(data:font/${format};base64,${bytes.toString('base64')}) format('${type}')`,
  )
}

/** The font files of a page, each with the characters that it gives it. */
export type Chosen = ReadonlyMap<CoveredFont, ReadonlySet<number>>

/** What a page needs: every character that it shows, and those that its style adds. */
export async function chosenFonts(page: Rendering, body: Nodes): Promise<Chosen> {
  const characters = charactersByRole(body)
  const sans = characters.get('sans')!
  for (const character of ALWAYS + marginText(page)) sans.add(character)
  // The running heads of the sheets, which a page without a contents has nowhere else in this type.
  if (page.medium === 'print')
    for (const role of ['headings', 'headingsItalic'] as const)
      for (const character of characters.get(role)!) sans.add(character)
  for (const character of ALWAYS) characters.get('text')!.add(character)
  // Words that may be divided bring their hyphen.
  for (const found of characters.values()) if (found.delete('\u00AD')) found.add('-')
  const { fonts = [] } = page
  const brought = page.medium === 'print' ? await onPaper(fonts) : fonts
  return chooseFonts(characters, scriptStyle(page), brought)
}

/** `@font-face` rules for fonts that are files: TrueType where the name says so, else WOFF 2.0. */
export const namedFaces = (chosen: Chosen, address: (font: CoveredFont) => string): string =>
  [...chosen]
    .map(([font, points]) => {
      const file = address(font)
      const type = file.endsWith('.ttf') ? 'truetype' : 'woff2'
      return rule(font, points, `url(${file}) format('${type}')`)
    })
    .join('\n')

/**
 * The `@font-face` rules of a page. In the preview they name the files that the app serves; elsewhere the fonts stand
 * in the page itself, cut down to the characters in use: a reader's browser asks nobody for anything, and a PDF gives
 * back exactly the characters of the document, because no glyph in it can stand for another one.
 */
export async function fontFaces(page: Rendering, body: Nodes): Promise<string> {
  const chosen = await chosenFonts(page, body)
  if (page.medium === 'preview')
    return namedFaces(chosen, ({ file, own }) =>
      own === undefined ? `/fonts/${file}.ttf` : `/font/${own.id}.ttf`,
    )
  const format = page.medium === 'print' ? 'ttf' : 'woff2'
  const rules = await Promise.all(
    [...chosen].map(([font, points]) => embedded(font, points, format)),
  )
  return rules.join('\n')
}
