import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { rasteriserModule } from '../fonts/place.ts'

let ready: Promise<void> | undefined

/**
 * SVG as PNG, drawn with the fonts that it is given and no others: the same bytes on every machine.
 *
 * @param fontBuffers TrueType files, found by the names of their families
 */
export async function rasterised(
  svg: string,
  fontBuffers: readonly Uint8Array[],
): Promise<Uint8Array> {
  ready ??= initWasm(rasteriserModule())
  await ready
  const drawing = new Resvg(svg, { font: { fontBuffers: [...fontBuffers] } })
  const image = drawing.render()
  const bytes = image.asPng()
  image.free()
  drawing.free()
  return bytes
}
