import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { FONT_FILES, type FontFile } from './catalog.ts'
import { coverageOf, type Coverage } from './coverage.ts'
import { packagedFont, readIndex } from './place.ts'

const Point = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0x10ffff))
const IndexSchema = v.record(v.string(), v.array(v.tuple([Point, Point])))

/** A font that an organisation brought itself. */
export interface BroughtFont {
  /** SHA-256 of its bytes. */
  readonly id: string
  /** Whose ideographs it says that it draws, by ISO 15924 code; none where it does not say. */
  readonly ideographs: readonly string[]
  /** Its bytes as TrueType. */
  read(): Buffer
}

/** A font file and what it has glyphs for. */
export interface CoveredFont extends FontFile {
  readonly coverage: Coverage
  readonly own?: BroughtFont
}

/** What each font file covers, read from the packages: some thousands of numbers, by file. */
export const coverageOfAll = (): Record<string, Coverage> =>
  Object.fromEntries(
    FONT_FILES.map((font) => [
      font.file,
      coverageOf(readFileSync(packagedFont(font.package, font.file))),
    ]),
  )

let fonts: readonly CoveredFont[] | undefined

/** Every font file with its coverage; read once. */
export function fontLibrary(): readonly CoveredFont[] {
  if (fonts === undefined) {
    const built = readIndex()
    const coverages =
      built === undefined ? coverageOfAll() : v.parse(IndexSchema, JSON.parse(built))
    fonts = FONT_FILES.map((font) => ({ ...font, coverage: coverages[font.file] ?? [] }))
  }
  return fonts
}
