import { Buffer } from 'node:buffer'
import { freshShaper, type ShaperExports } from '../shaping.ts'
import type { Contour } from './glyf.ts'
import { Path } from './path.ts'

/** The functions of HarfBuzz that draw (https://harfbuzz.github.io/harfbuzz-hb-draw.html); all take and give addresses or numbers. */
interface Draw extends ShaperExports {
  readonly __indirect_function_table: {
    grow(by: number): number
    set(at: number, value: unknown): void
  }
  hb_draw_funcs_create(): number
  hb_draw_funcs_set_move_to_func(funcs: number, call: number, user: number, free: number): void
  hb_draw_funcs_set_line_to_func(funcs: number, call: number, user: number, free: number): void
  hb_draw_funcs_set_quadratic_to_func(funcs: number, call: number, user: number, free: number): void
  hb_draw_funcs_set_cubic_to_func(funcs: number, call: number, user: number, free: number): void
  hb_draw_funcs_set_close_path_func(funcs: number, call: number, user: number, free: number): void
  hb_font_draw_glyph(font: number, glyph: number, funcs: number, data: number): void
}

// Node has it; the Node types leave it to those of the browser.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>
}

const WRITABLE = 2
const I32 = 0x7f
const F32 = 0x7d
/** What HarfBuzz hands to a function that draws: three addresses, so many coordinates, and one more address. */
const CALLS = [
  ['move', 2],
  ['line', 2],
  ['quadratic', 4],
  ['cubic', 6],
  ['close', 0],
] as const

const section = (id: number, body: readonly number[]): number[] => [id, body.length, ...body]
const named = (name: string): number[] => [name.length, ...Buffer.from(name)]

/**
 * A module that gives back the functions that it takes: a table of functions has only those of a module (WebAssembly 2.0,
 * section 5.5, the binary format: types, imports, exports).
 */
const GATE = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...section(1, [
    CALLS.length,
    ...CALLS.flatMap(([, count]) => [
      ...[0x60, 4 + count, I32, I32, I32],
      ...Array.from({ length: count }, () => F32),
      ...[I32, 0],
    ]),
  ]),
  ...section(2, [
    CALLS.length,
    ...CALLS.flatMap(([name], type) => [...named('pen'), ...named(name), 0x00, type]),
  ]),
  ...section(7, [CALLS.length, ...CALLS.flatMap(([name], index) => [...named(name), 0x00, index])]),
])

/** A HarfBuzz that draws into `path()`, and the functions that it draws with. It goes afterwards: the fonts are anybody's. */
async function drawing(path: () => Path): Promise<{ readonly hb: Draw; readonly funcs: number }> {
  const hb = (await freshShaper()) as Draw
  const { instance } = await WebAssembly.instantiate(GATE, {
    pen: {
      move: (...[, , , x, y]: number[]) => path().move(x!, y!),
      line: (...[, , , x, y]: number[]) => path().line(x!, y!),
      quadratic: (...[, , , a, b, x, y]: number[]) => path().quadratic(a!, b!, x!, y!),
      cubic: (...[, , , a, b, c, d, x, y]: number[]) => path().cubic(a!, b!, c!, d!, x!, y!),
      close: () => path().close(),
    },
  })
  const { __indirect_function_table: table } = hb
  const first = table.grow(CALLS.length)
  for (const [index, [name]] of CALLS.entries()) table.set(first + index, instance.exports[name])
  const funcs = hb.hb_draw_funcs_create()
  hb.hb_draw_funcs_set_move_to_func(funcs, first, 0, 0)
  hb.hb_draw_funcs_set_line_to_func(funcs, first + 1, 0, 0)
  hb.hb_draw_funcs_set_quadratic_to_func(funcs, first + 2, 0, 0)
  hb.hb_draw_funcs_set_cubic_to_func(funcs, first + 3, 0, 0)
  hb.hb_draw_funcs_set_close_path_func(funcs, first + 4, 0, 0)
  return { hb, funcs }
}

/** How many glyphs are drawn before anybody else is answered: some 10 ms. */
const AT_ONCE = 400

/** The outlines of all glyphs of a font of any kind, as quadratic curves in whole font units. */
export async function outlinesOf(font: Buffer, count: number): Promise<Contour[][]> {
  let path = new Path(1)
  const { hb, funcs } = await drawing(() => path)
  const data = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer).set(font, data)
  const face = hb.hb_face_create(hb.hb_blob_create(data, font.length, WRITABLE, 0, 0), 0)
  const held = hb.hb_font_create(face)
  const tolerance = hb.hb_face_get_upem(face) / 2000
  const outlines: Contour[][] = []
  for (let glyph = 0; glyph < count; glyph++) {
    if (glyph % AT_ONCE === AT_ONCE - 1) await new Promise((next) => setImmediate(next))
    path = new Path(tolerance)
    hb.hb_font_draw_glyph(held, glyph, funcs, 0)
    outlines.push(path.contours)
  }
  return outlines
}
