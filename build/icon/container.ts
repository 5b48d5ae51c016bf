/** Windows' icon file: a directory of images, here all PNG. https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10) */
export function ico(images: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of images.entries()) {
    const at = 6 + 16 * index
    // 256 does not fit into a byte and is written as 0.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)])
}

/** Types of Apple's icon file that hold a PNG, with its edge in pixels; the @2x ones have types of their own. */
const ICNS_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
] as const

/** Apple's icon file. https://en.wikipedia.org/wiki/Apple_Icon_Image_format */
export function icns(png: (size: number) => Buffer): Buffer {
  const parts = ICNS_TYPES.flatMap(([type, size]) => {
    const image = png(size)
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(8 + image.length, 4)
    return [head, image]
  })
  const file = Buffer.concat([Buffer.alloc(8), ...parts])
  file.write('icns', 'latin1')
  file.writeUInt32BE(file.length, 4)
  return file
}
