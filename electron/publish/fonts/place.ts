import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { asSfnt } from './sfnt.ts'

/** In a folder of fonts: the WebAssembly that cuts them, sets text in them and draws it, and the index of what each covers. */
export const HARFBUZZ_FILE = 'harfbuzz-subset.wasm'
export const SHAPING_FILE = 'harfbuzz.wasm'
export const RASTERISER_FILE = 'resvg.wasm'
export const INDEX_FILE = 'fonts.json'

/** The folder of built fonts: named by `AFTERWORD_FONTS`, or beside the bundle that this runs in. */
function builtFolder(): string | undefined {
  const named = process.env['AFTERWORD_FONTS']
  const folder = named !== undefined && named !== '' ? named : join(import.meta.dirname, '../fonts')
  return existsSync(join(folder, INDEX_FILE)) ? folder : undefined
}

/** In a checkout without a build the fonts are read from the packages that they come in. */
function packages(): string {
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    const folder = join(at, 'node_modules')
    if (existsSync(join(folder, '@fontsource'))) return folder
    if (dirname(at) === at) throw new Error('no fonts: neither a built folder nor the packages')
  }
}

/** A font's file in its package. */
export const packagedFont = (name: string, file: string): string =>
  join(packages(), name, 'files', `${file}.woff`)

/** One font as TrueType. */
export function readFont(name: string, file: string): Buffer {
  const folder = builtFolder()
  return folder === undefined
    ? asSfnt(readFileSync(packagedFont(name, file)))
    : readFileSync(join(folder, `${file}.ttf`))
}

/** The text of the index of built fonts, where there are any. */
export function readIndex(): string | undefined {
  const folder = builtFolder()
  return folder === undefined ? undefined : readFileSync(join(folder, INDEX_FILE), 'utf8')
}

export const packagedHarfbuzz = (): string => join(packages(), 'harfbuzzjs/dist', HARFBUZZ_FILE)

/** The WebAssembly of hb-subset. */
export function harfbuzzModule(): Buffer {
  const folder = builtFolder()
  return readFileSync(folder === undefined ? packagedHarfbuzz() : join(folder, HARFBUZZ_FILE))
}

export const packagedRasteriser = (): string => join(packages(), '@resvg/resvg-wasm/index_bg.wasm')

/** The WebAssembly of resvg. */
export function rasteriserModule(): Buffer {
  const folder = builtFolder()
  return readFileSync(folder === undefined ? packagedRasteriser() : join(folder, RASTERISER_FILE))
}

export const packagedShaping = (): string => join(packages(), 'harfbuzzjs/dist', SHAPING_FILE)

/** The WebAssembly of hb-shape. */
export function shapingModule(): Buffer {
  const folder = builtFolder()
  return readFileSync(folder === undefined ? packagedShaping() : join(folder, SHAPING_FILE))
}
