import { s } from 'hastscript'
import type { Element, ElementContent } from 'hast'
import type { Event } from '../../../model/document/block.ts'
import { extentOf } from '../../../model/timeline/extent.ts'
import { sorted } from '../../../model/timeline/order.ts'
import { timelineDrawing } from '../figures/timeline.ts'
import type { Rendering } from '../rendering.ts'
import { COLOURS, type Sheet, SLIDE, writeHeading, type Picture } from './sheet.ts'

const { edge, ink, rule, sheet: white, soft } = COLOURS
/** The style sheet of pages with its colours in: what draws this knows no custom properties. */
const styleOf = (accent: string): string => `.axis,.left-out{stroke:${edge};stroke-width:2px}
.left-out{stroke-dasharray:6px 8px}
.tick{stroke:${rule};stroke-width:2px}
.moment,.bar{fill:${accent};stroke:${white};stroke-width:3px}
.day{fill:${white};stroke:${accent};stroke-width:3px}
.open{fill:${white};stroke:${accent};stroke-width:3px;stroke-dasharray:6px 4px}
.attacker .moment,.attacker .bar{fill:${ink}}
.attacker .day,.attacker .open{fill:${white};stroke:${ink}}`
const SIZE = 27

const ROOM = SLIDE.width - 2 * SLIDE.edge

/** The drawing with its texts in the fonts of a sheet. Its places are parts of the room, its heights are in em. */
function set(node: ElementContent, sheet: Sheet): ElementContent[] {
  if (node.type !== 'element') return [node]
  if (node.tagName !== 'text')
    return [{ ...node, children: node.children.flatMap((child) => set(child, sheet)) as Element[] }]
  const { className, x, y, textAnchor } = node.properties
  const isName = Array.isArray(className) && className.includes('name')
  return sheet.written(
    writtenIn(node),
    (Number.parseFloat(String(x)) / 100) * ROOM,
    Number.parseFloat(String(y)) * SIZE,
    { size: SIZE, weight: isName ? 600 : 400, colour: isName ? ink : soft },
    textAnchor === 'middle' || textAnchor === 'end' ? textAnchor : 'start',
  )
}

const writtenIn = (node: ElementContent): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? node.children.map(writtenIn).join('')
      : ''

/** The first section with a timeline, as a slide. Null where no section has enough events with a time. */
export async function timelinePicture(page: Rendering): Promise<Picture | null> {
  for (const section of page.document.sections) {
    const events = section.blocks.filter((block): block is Event => block.kind === 'event')
    const inTime = sorted(events, (event) => extentOf(event, page.zone.zone))
    const drawing = timelineDrawing(page, inTime, ['wide'])
    if (drawing === null) continue
    const key = drawing.key.join(' ')
    const texts = [key, ...drawing.shapes.map(writtenIn)]
    const { sheet, top } = await writeHeading(page, section, texts)
    const height = drawing.height * SIZE
    sheet.add(
      s(
        'svg',
        {
          x: SLIDE.edge,
          y: top,
          width: ROOM,
          height,
          fontSize: SIZE,
        },
        [
          s('style', styleOf(page.theme.accent)),
          ...drawing.shapes.flatMap((shape) => set(shape, sheet)),
        ],
      ),
    )
    const end = top + height + 40
    const lines = sheet.wrapped(key, ROOM, { size: 24 })
    lines.forEach((line, at) =>
      sheet.line(line, SLIDE.edge, end + 24 + at * 34, { size: 24, colour: soft }),
    )
    return sheet.picture(Math.max(SLIDE.height, end + lines.length * 34 + SLIDE.edge))
  }
  return null
}
