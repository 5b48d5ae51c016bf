import { harfbuzzModule } from './place.ts'

/** The functions of hb-subset (https://harfbuzz.github.io/harfbuzz-hb-subset.html) that are used; all take and give addresses or numbers. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly _initialize: () => void
  malloc(size: number): number
  free(address: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, free: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_set_clear(set: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_keep_everything(input: number): void
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number
  hb_subset_input_pin_axis_location(input: number, face: number, axis: number, at: number): number
  hb_subset_input_set(input: number, kind: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_input_unicode_set(input: number): number
  hb_subset_or_fail(face: number, input: number): number
}

const WRITABLE = 2
const NO_HINTING = 1
const DROP_TABLES = 3
const LAYOUT_FEATURES = 6

/** What text needs to be shaped rightly, lining figures, and the half-width forms that Japanese line ends use. */
const FEATURES =
  'ccmp locl mark mkmk kern dist liga clig rlig calt rclt curs isol init medi med2 fina fin2 fin3 lnum tnum halt chws'
/** Only for vertical setting, or about the variable font that a static one was cut from. */
const DROPPED = 'BASE DSIG STAT vhea vmtx'

const tag = (text: string): number =>
  [...text].reduce((sum, letter) => (sum << 8) | letter.charCodeAt(0), 0) >>> 0

// Node has it; the Node types leave it to those of the browser.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>
}

async function fresh(): Promise<Exports> {
  const { instance } = await WebAssembly.instantiate(harfbuzzModule())
  const exports = instance.exports as Exports
  const { _initialize: initialize } = exports
  initialize()
  return exports
}

let loaded: Promise<Exports> | undefined
const load = (): Promise<Exports> => (loaded ??= fresh())

/** What a HarfBuzz makes of a font, as it is told by `prepare`. */
function made(
  hb: Exports,
  font: Buffer,
  prepare: (hb: Exports, input: number, face: number) => void,
): Buffer {
  const data = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer).set(font, data)
  const blob = hb.hb_blob_create(data, font.length, WRITABLE, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  hb.hb_blob_destroy(blob)
  const input = hb.hb_subset_input_create_or_fail()
  prepare(hb, input, face)
  hb.hb_subset_input_set_flags(input, NO_HINTING)
  const cut = hb.hb_subset_or_fail(face, input)
  hb.hb_subset_input_destroy(input)
  try {
    if (cut === 0) throw new Error('the font could not be subset')
    const result = hb.hb_face_reference_blob(cut)
    const at = hb.hb_blob_get_data(result, 0)
    // The memory may have grown and moved meanwhile: a fresh view, and a copy before anything is freed.
    const out = Buffer.from(
      new Uint8Array(hb.memory.buffer, at, hb.hb_blob_get_length(result)).slice(),
    )
    hb.hb_blob_destroy(result)
    hb.hb_face_destroy(cut)
    return out
  } finally {
    hb.hb_face_destroy(face)
    hb.free(data)
  }
}

function drop(hb: Exports, input: number): void {
  const dropped = hb.hb_subset_input_set(input, DROP_TABLES)
  for (const table of DROPPED.split(' ')) hb.hb_set_add(dropped, tag(table))
}

/**
 * The same font with the glyphs of these code points only, and those that shaping may put in their place.
 *
 * @param font a TrueType font
 * @throws Error where HarfBuzz cannot read the font: ours are fixed files, and others were read before, so that is a defect
 */
export const subset = async (font: Buffer, points: Iterable<number>): Promise<Buffer> =>
  made(await load(), font, (hb, input) => {
    const features = hb.hb_subset_input_set(input, LAYOUT_FEATURES)
    hb.hb_set_clear(features)
    for (const feature of FEATURES.split(' ')) hb.hb_set_add(features, tag(feature))
    drop(hb, input)
    const unicode = hb.hb_subset_input_unicode_set(input)
    for (const point of points) hb.hb_set_add(unicode, point)
  })

/**
 * The same font with everything that it shows, written anew from what HarfBuzz understands of it. By one that goes afterwards: what a
 * font of somebody's breaks in it, it breaks for nobody else.
 *
 * @param weight where it can have many: what it is fixed at, and at its usual place on each other axis
 * @throws Error where HarfBuzz cannot read it
 */
export const whole = async (font: Buffer, weight?: number): Promise<Buffer> =>
  made(await fresh(), font, (hb, input, face) => {
    hb.hb_subset_input_keep_everything(input)
    hb.hb_subset_input_pin_all_axes_to_default(input, face)
    if (weight !== undefined) hb.hb_subset_input_pin_axis_location(input, face, tag('wght'), weight)
    drop(hb, input)
  })
