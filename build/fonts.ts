/**
 * Copies what pages are set in to `dist/fonts/`: every font file as plain TrueType, so that the program needs no
 * decompressor for fonts, what each one covers, the WebAssembly that cuts them, and their licences.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { FONT_FILES } from '../electron/publish/fonts/catalog.ts'
import { coverageOfAll } from '../electron/publish/fonts/library.ts'
import {
  HARFBUZZ_FILE,
  INDEX_FILE,
  packagedFont,
  packagedHarfbuzz,
  packagedRasteriser,
  packagedShaping,
  RASTERISER_FILE,
  SHAPING_FILE,
} from '../electron/publish/fonts/place.ts'
import { asSfnt } from '../electron/publish/fonts/sfnt.ts'
import { ROOT } from './root.ts'

const target = join(ROOT, 'dist/fonts')
rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })

const sources = new Map(
  FONT_FILES.map(({ file, package: name }) => [file, packagedFont(name, file)]),
)
let bytes = 0
for (const [file, source] of sources) {
  const font = asSfnt(readFileSync(source))
  bytes += font.length
  writeFileSync(join(target, `${file}.ttf`), font)
}
copyFileSync(packagedHarfbuzz(), join(target, HARFBUZZ_FILE))
copyFileSync(packagedShaping(), join(target, SHAPING_FILE))
copyFileSync(packagedRasteriser(), join(target, RASTERISER_FILE))
// A folder without its index counts as none: it comes last.
for (const name of new Set(FONT_FILES.map((font) => font.package))) {
  const licence = join(ROOT, 'node_modules', name, 'LICENSE')
  if (existsSync(licence)) copyFileSync(licence, join(target, `${basename(name)}.LICENSE.txt`))
}
writeFileSync(join(target, INDEX_FILE), JSON.stringify(coverageOfAll()))

const size = new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(bytes / 1e6)
process.stderr.write(`built fonts: ${sources.size} files, ${size} MB\n`)
