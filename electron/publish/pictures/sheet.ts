import { s } from 'hastscript'
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { factWords } from '../../../locales/publication-words.ts'
import type { Section } from '../../../model/document/section.ts'
import { readContent } from '../../../model/facts/read.ts'
import { titleText } from '../description.ts'
import type { Rendering } from '../rendering.ts'
import { measuresOf, type Measures } from '../fonts/shaping.ts'
import { rasterised } from './rasteriser.ts'
import { typeFor, type Type, type TypeRun, type Weight } from './type.ts'

/** The colours of a picture: those of a page on white. */
export const COLOURS = {
  sheet: '#fff',
  ink: '#141d25',
  soft: '#424d56',
  rule: '#d3d9da',
  edge: '#778289',
  wash: '#f3f6f7',
  note: '#5f3b84',
} as const

export interface TextStyle {
  readonly size: number
  readonly weight?: Weight
  readonly colour?: string
  /** Whether it is set as headings are. */
  readonly heading?: boolean
}

/** A picture, and every line that is written in it: pixels cannot be asked. */
export interface Picture {
  readonly png: Uint8Array
  readonly says: readonly string[]
}

export type Anchor = 'start' | 'middle' | 'end'

/** In one direction whatever it is made of, for what would go by its first letters (UAX #9, 2.2). */
const forced = ({ text, direction }: TypeRun): string =>
  `${direction === 'rtl' ? '\u202e' : '\u202d'}${text}\u202c`

const svgOf = (width: number, height: number, parts: readonly Element[]): string =>
  toHtml(s('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height }, [...parts]), {
    space: 'svg',
  })

/** A slide, in px: 16 to 9, and longer where there is more to show. */
export const SLIDE = { width: 1600, height: 900, edge: 100 } as const

const HEADING: TextStyle = { size: 46, weight: 700, heading: true }
const ABOVE: TextStyle = { size: 26, weight: 600, colour: COLOURS.soft }

/** What is drawn into: lengths in px from the inline start, so that nothing asks which way the text runs. */
export class Sheet {
  readonly #page: Rendering
  readonly #type: Type
  readonly #measures: Measures
  readonly #parts: Element[] = []
  readonly #says: string[] = []
  readonly width: number

  private constructor(page: Rendering, width: number, type: Type, measures: Measures) {
    this.#page = page
    this.#type = type
    this.#measures = measures
    this.width = width
  }

  /** @param texts everything that will be written, so that the fonts for it are at hand */
  static async for(page: Rendering, width: number, texts: readonly string[]): Promise<Sheet> {
    const type = await typeFor(page, texts)
    return new Sheet(page, width, type, await measuresOf(type.files))
  }

  get #turned(): boolean {
    return this.#page.direction === 'rtl'
  }

  add(part: Element): void {
    this.#parts.push(part)
  }

  #runs(text: string, { weight = 400, heading = false }: TextStyle): TypeRun[] {
    return this.#type.runs(text, weight, this.#measures.of, heading)
  }

  #widthOf(text: string, style: TextStyle): number {
    return this.#runs(text, style).reduce((sum, { width }) => sum + width, 0) * style.size
  }

  /**
   * One line of text as elements, its baseline at `y`.
   *
   * @param x from the left, and which part of the line stands there: where it begins to be read, its middle or its end
   */
  written(text: string, x: number, y: number, style: TextStyle, anchor: Anchor): Element[] {
    const { size, colour = COLOURS.ink } = style
    this.#says.push(text)
    const width = this.#widthOf(text, style)
    const before = anchor === 'middle' ? 0.5 : (anchor === 'start') === this.#turned ? 1 : 0
    let left = x - width * before
    return this.#runs(text, style).flatMap((run) => {
      const start = left + run.empty * size
      left += run.width * size
      if (run.text === '') return []
      const place = { x: +start.toFixed(2), y, fontFamily: run.family, fontSize: size }
      return [s('text', { ...place, fill: colour }, forced(run))]
    })
  }

  box(
    x: number,
    y: number,
    width: number,
    height: number,
    properties: Record<string, string>,
  ): void {
    const left = this.#turned ? this.width - x - width : x
    this.add(s('rect', { x: left, y, width, height, ...properties }))
  }

  /** Writes one line of text, its baseline at `y`, from the inline start at `x`, or to it where it is set at the end. */
  line(text: string, x: number, y: number, style: TextStyle, at: Anchor = 'start'): void {
    const left = this.#turned ? this.width - x : x
    for (const part of this.written(text, left, y, style, at)) this.add(part)
  }

  /** The lines of a text that fit a width; where there are more than `most`, the last ends with an ellipsis. */
  wrapped(text: string, width: number, style: TextStyle, most = 99): string[] {
    const fits = (line: string): boolean => this.#widthOf(line.trimEnd(), style) <= width
    const lines: string[] = []
    let line = ''
    const words = new Intl.Segmenter(this.#page.locale, { granularity: 'word' })
    // What is no word stays with the one before it: no line begins with a mark or a space.
    const pieces: string[] = []
    for (const { segment, isWordLike } of words.segment(text.replace(/\s+/g, ' ').trim()))
      if (isWordLike === true || pieces.length === 0) pieces.push(segment)
      else pieces[pieces.length - 1] += segment
    for (const piece of pieces) {
      if (line !== '' && !fits(line + piece)) {
        lines.push(line.trimEnd())
        line = ''
      }
      line += piece
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    if (lines.length <= most) return lines
    const kept = lines.slice(0, most)
    let last = [...kept[most - 1]!]
    while (last.length > 0 && !fits(`${last.join('')}…`)) last = last.slice(0, -1)
    return [...kept.slice(0, -1), `${last.join('').trimEnd()}…`]
  }

  /** The lines of a text with as little difference between the lengths of the lines as their number allows. */
  balanced(text: string, width: number, style: TextStyle, most: number): string[] {
    let lines = this.wrapped(text, width, style, most)
    for (let room = width * 0.95; room > width / 2; room *= 0.95) {
      const narrower = this.wrapped(text, room, style)
      if (narrower.length > lines.length) break
      lines = narrower
    }
    return lines
  }

  /** The whole. Nothing can be measured afterwards. */
  async picture(height: number): Promise<Picture> {
    this.#measures.release()
    const ground = s('rect', { width: this.width, height, fill: COLOURS.sheet })
    const svg = svgOf(this.width, height, [ground, ...this.#parts])
    return { png: await rasterised(svg, this.#type.files), says: this.#says }
  }
}

/**
 * A slide that begins with the title of the postmortem and the heading of a section.
 *
 * @param texts everything else that will be written
 * @returns the sheet, and where what follows may begin
 */
export async function writeHeading(
  page: Rendering,
  section: Section,
  texts: readonly string[],
): Promise<{ readonly sheet: Sheet; readonly top: number }> {
  const title = titleText(page)
  const heading =
    readContent(section.heading.content, page.facts, page.locale, factWords(page.words)) ||
    page.words.sections[section.kind]
  const notice = page.audience === 'public' ? '' : page.words.audiences[page.audience]
  const sheet = await Sheet.for(page, SLIDE.width, [title, heading, notice, '·', ...texts])
  const room = SLIDE.width - 2 * SLIDE.edge
  const above = notice === '' ? title : `${notice} · ${title}`
  const style = notice === '' ? ABOVE : { ...ABOVE, colour: COLOURS.note }
  for (const line of sheet.wrapped(above, room, ABOVE, 1))
    sheet.line(line, SLIDE.edge, SLIDE.edge, style)
  let top = SLIDE.edge + 20
  for (const line of sheet.wrapped(heading, room, HEADING, 2)) {
    sheet.line(line, SLIDE.edge, top + 52, HEADING)
    top += 58
  }
  return { sheet, top: top + 60 }
}
