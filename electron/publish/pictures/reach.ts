import type { Measure } from '../../../model/document/block.ts'
import { factWords } from '../../../locales/publication-words.ts'
import { readContent, readFact } from '../../../model/facts/read.ts'
import { sharesOf } from '../figures/share.ts'
import type { Rendering } from '../rendering.ts'
import { COLOURS, SLIDE, writeHeading, type TextStyle, type Picture } from './sheet.ts'

const LABEL: TextStyle = { size: 32 }
const VALUE: TextStyle = { size: 28, weight: 600 }
const WHOLE: TextStyle = { size: 28, colour: COLOURS.soft }
const KEY: TextStyle = { size: 24, colour: COLOURS.soft }
const ROOM = SLIDE.width - 2 * SLIDE.edge
const BAR = 26
const LEAST = 0.006

/** The first section whose measures can be held against each other, as a slide. Null where there is none. */
export async function reachPicture(page: Rendering): Promise<Picture | null> {
  const words = factWords(page.words)
  const { statuses, labels, figures } = page.words
  for (const section of page.document.sections) {
    const rows = section.blocks
      .filter((block): block is Measure => block.kind === 'measure')
      .flatMap(({ label, potential, confirmed }) => {
        const facts = [potential, confirmed].map((id) => page.facts.get(id ?? ''))
        const [whole, part] = facts
        const shares = sharesOf(whole, part)
        if (whole === undefined || part === undefined || shares === null) return []
        const say = (fact: typeof whole): string => readFact(fact, 'long', page.locale, words)
        return [
          {
            shares,
            label: readContent(label.content, page.facts, page.locale, words),
            part: `${statuses.confirmed}${labels.colon}${say(part)}`,
            whole: `${statuses.potential}${labels.colon}${say(whole)}`,
          },
        ]
      })
    if (rows.length === 0) continue
    const texts = [figures.impact, ...rows.flatMap((row) => [row.label, row.part, row.whole])]
    const { sheet, top } = await writeHeading(page, section, texts)
    let y = top
    for (const { label, part, whole, shares } of rows) {
      for (const line of sheet.wrapped(label, ROOM, LABEL, 3)) {
        sheet.line(line, SLIDE.edge, y + 32, LABEL)
        y += 42
      }
      const bar = (share: number, fill: string): void => {
        if (share > 0)
          sheet.box(SLIDE.edge, y + 12, ROOM * Math.max(share, LEAST), BAR, {
            fill,
            ...(fill === COLOURS.wash ? { stroke: COLOURS.edge, strokeWidth: '1.5' } : {}),
          })
      }
      bar(shares.potential, COLOURS.wash)
      bar(shares.confirmed, page.theme.accent)
      sheet.line(part, SLIDE.edge, y + BAR + 48, { ...VALUE, colour: page.theme.accent })
      sheet.line(whole, SLIDE.edge + ROOM, y + BAR + 48, WHOLE, 'end')
      y += BAR + 100
    }
    for (const line of sheet.wrapped(figures.impact, ROOM, KEY)) {
      sheet.line(line, SLIDE.edge, y + 24, KEY)
      y += 34
    }
    return sheet.picture(Math.max(SLIDE.height, y + SLIDE.edge))
  }
  return null
}
