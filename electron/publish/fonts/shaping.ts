import { shapingModule } from './place.ts'

/** The functions of HarfBuzz (https://harfbuzz.github.io/harfbuzz-hb-shape.html) that are used; all take and give addresses or numbers. */
export interface ShaperExports {
  readonly memory: {
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  readonly __wasm_call_ctors: () => void
  malloc(size: number): number
  free(address: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, free: number): number
  hb_blob_destroy(blob: number): void
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_get_upem(face: number): number
  hb_font_create(face: number): number
  hb_font_destroy(font: number): void
  hb_buffer_create(): number
  hb_buffer_destroy(buffer: number): void
  hb_buffer_add_utf16(buffer: number, text: number, length: number, at: number, some: number): void
  hb_buffer_set_direction(buffer: number, direction: number): void
  hb_buffer_guess_segment_properties(buffer: number): void
  hb_buffer_get_length(buffer: number): number
  hb_buffer_get_glyph_positions(buffer: number, length: number): number
  hb_shape(font: number, buffer: number, features: number, count: number): void
}

const WRITABLE = 2
const DIRECTIONS = { ltr: 4, rtl: 5 } as const
/** `hb_glyph_position_t`: four lengths and a private one, 32 bits each; the first is the advance. */
const POSITION = 20
const PAGE = 65_536

// Node has it; the Node types leave it to those of the browser.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ readonly instance: { readonly exports: unknown } }>
}

/** A HarfBuzz of one's own that shapes, measures and draws. */
export async function freshShaper(): Promise<ShaperExports> {
  const ended = (): never => {
    throw new Error('HarfBuzz ended')
  }
  const held: { exports?: ShaperExports } = {}
  const { instance } = await WebAssembly.instantiate(shapingModule(), {
    wasi_snapshot_preview1: { proc_exit: ended },
    env: {
      _abort_js: ended,
      _emscripten_runtime_keepalive_clear: () => undefined,
      _setitimer_js: () => 0,
      emscripten_resize_heap(size: number): number {
        const { memory } = held.exports!
        const more = Math.ceil((size - memory.buffer.byteLength) / PAGE)
        return memory.grow(Math.max(0, more)) === -1 ? 0 : 1
      },
    },
  })
  const exports = instance.exports as ShaperExports
  held.exports = exports
  const { __wasm_call_ctors: initialize } = exports
  initialize()
  return exports
}

let loaded: Promise<ShaperExports> | undefined
const shaper = (): Promise<ShaperExports> => (loaded ??= freshShaper())

/** How wide a text is in one font, set in one direction, in em: kerned, joined and with its ligatures. */
export type Measure = (text: string, direction: 'ltr' | 'rtl') => number

/** What measures texts in some fonts. HarfBuzz keeps the fonts until they are let go. */
export interface Measures {
  readonly of: readonly Measure[]
  release(): void
}

/** Shapes a text: how many glyphs come of it, and how far they go, in font units. */
function shaped(
  hb: ShaperExports,
  font: number,
  text: string,
  direction: keyof typeof DIRECTIONS,
): { readonly count: number; readonly width: number } {
  const at = hb.malloc(2 * text.length + 2)
  const units = new Uint16Array(hb.memory.buffer, at, text.length)
  for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index)
  const buffer = hb.hb_buffer_create()
  hb.hb_buffer_add_utf16(buffer, at, text.length, 0, text.length)
  hb.hb_buffer_set_direction(buffer, DIRECTIONS[direction])
  hb.hb_buffer_guess_segment_properties(buffer)
  hb.hb_shape(font, buffer, 0, 0)
  const count = hb.hb_buffer_get_length(buffer)
  const positions = hb.hb_buffer_get_glyph_positions(buffer, 0)
  const view = new DataView(hb.memory.buffer)
  let width = 0
  for (let index = 0; index < count; index++)
    width += view.getInt32(positions + index * POSITION, true)
  hb.hb_buffer_destroy(buffer)
  hb.free(at)
  return { count, width }
}

/** Fonts in HarfBuzz, and the way to let them go. */
function holding(hb: ShaperExports, fonts: readonly Uint8Array[]) {
  const held = fonts.map((bytes) => {
    const data = hb.malloc(bytes.length)
    new Uint8Array(hb.memory.buffer).set(bytes, data)
    const blob = hb.hb_blob_create(data, bytes.length, WRITABLE, 0, 0)
    const face = hb.hb_face_create(blob, 0)
    return { data, blob, face, font: hb.hb_font_create(face), em: hb.hb_face_get_upem(face) }
  })
  return {
    held,
    release() {
      for (const { data, blob, face, font } of held) {
        hb.hb_font_destroy(font)
        hb.hb_face_destroy(face)
        hb.hb_blob_destroy(blob)
        hb.free(data)
      }
    },
  }
}

/** @param fonts TrueType files */
export async function measuresOf(fonts: readonly Uint8Array[]): Promise<Measures> {
  const hb = await shaper()
  const { held, release } = holding(hb, fonts)
  return {
    of: held.map(
      ({ font, em }): Measure =>
        (text, direction) =>
          shaped(hb, font, text, direction).width / em,
    ),
    release,
  }
}

/** How many glyphs a text becomes in a font. */
export async function glyphCount(
  font: Uint8Array,
  text: string,
  direction: keyof typeof DIRECTIONS,
): Promise<number> {
  const hb = await shaper()
  const { held, release } = holding(hb, [font])
  const { count } = shaped(hb, held[0]!.font, text, direction)
  release()
  return count
}
