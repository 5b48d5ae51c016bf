import { titleText } from '../description.ts'
import { publishedDay } from '../link-card.ts'
import type { Rendering } from '../rendering.ts'
import { COLOURS, Sheet, type TextStyle, type Picture } from './sheet.ts'

/** What social networks show of a link, in px (The Open Graph protocol names no size; 1.91 : 1 is what they crop to). */
export const CARD = { width: 1200, height: 630 } as const
const EDGE = 96
const SPINE = 6
const ROOM = CARD.width - 2 * EDGE
/** The largest type in which a title has no more lines than fit. */
const TITLES: readonly (TextStyle & { readonly most: number })[] = [
  { size: 72, weight: 700, heading: true, most: 3 },
  { size: 60, weight: 700, heading: true, most: 4 },
  { size: 48, weight: 700, heading: true, most: 5 },
]

/** The title, who publishes it and when: a picture for links and slides. Null where there is no title. */
export async function cardPicture(page: Rendering): Promise<Picture | null> {
  const title = titleText(page)
  if (title === '') return null
  const { organisation, reference } = page.document.metadata
  const day = publishedDay(page)
  const notice = page.audience === 'public' ? '' : page.words.audiences[page.audience]
  const below = [day, reference].filter((text) => text !== '')
  const sheet = await Sheet.for(page, CARD.width, [title, organisation, ...below, notice])
  sheet.box(EDGE - 36, 84, SPINE, CARD.height - 168, { fill: page.theme.accent })
  const small: TextStyle = { size: 30, weight: 600, colour: COLOURS.soft }
  if (organisation !== '')
    sheet.line(sheet.wrapped(organisation, ROOM, small, 1)[0]!, EDGE, 112, small)
  const tried = TITLES.map((style) => ({ style, lines: sheet.wrapped(title, ROOM, style) }))
  const found = tried.find(({ style, lines }) => lines.length <= style.most) ?? tried.at(-1)!
  const { style } = found
  const lines = sheet.balanced(title, ROOM, style, style.most)
  const leading = style.size * 1.22
  const first = (CARD.height - leading * (lines.length - 1)) / 2 + style.size * 0.3
  lines.forEach((line, at) => sheet.line(line, EDGE, first + at * leading, style))
  below.forEach((text, at) =>
    sheet.line(
      sheet.wrapped(text, ROOM / 2, { size: 28 }, 1)[0]!,
      at === 0 ? EDGE : CARD.width - EDGE,
      CARD.height - 90,
      { size: 28, colour: COLOURS.soft },
      at === 0 ? 'start' : 'end',
    ),
  )
  if (notice !== '') sheet.line(notice, EDGE, 56, { size: 26, weight: 700, colour: COLOURS.note })
  return sheet.picture(CARD.height)
}
