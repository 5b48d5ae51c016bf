import { Buffer } from 'node:buffer'
import { ImageRun, type IMediaTransformation } from 'docx'
import type { Element } from 'hast'
import { orientationBlock, orientationIn, turned } from '../../../model/image/orientation.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** What fits on every sheet beside its margins, in px at 96 to the inch. */
const ROOM = { width: 600, height: 780 }
/** A logo is a sign and no picture to look into. */
export const LOGO_ROOM = { width: 240, height: 64 }

/** How each orientation of Exif is made of turns and mirrors, which Word does not do by itself. */
const TURNS = [
  {},
  { flip: { horizontal: true } },
  { rotation: 180 },
  { flip: { vertical: true } },
  { rotation: 90, flip: { horizontal: true } },
  { rotation: 90 },
  { rotation: 270, flip: { horizontal: true } },
  { rotation: 270 },
] as const satisfies readonly Partial<IMediaTransformation>[]

/** Every image of the library states its orientation in this form, or none. */
const STATED = Buffer.from(orientationBlock(1)).subarray(0, 18)

function transformationOf(bytes: Buffer, { width, height }: Size, room: Size) {
  const at = bytes.indexOf(STATED)
  const orientation = at < 0 ? 1 : orientationIn(bytes.subarray(at))
  const scale = Math.min(1, room.width / width, room.height / height)
  const shown = { width: Math.round(width * scale), height: Math.round(height * scale) }
  return { ...turned(shown, orientation), ...TURNS[orientation - 1] }
}

const ADDRESS = /^data:image\/([a-z]+);base64,(.*)$/s

/** As the library that writes the file names them. It knows no WebP; `settled` gives those their name. */
const TYPES = { png: 'png', jpeg: 'jpg', gif: 'gif', webp: 'bmp' } as const

/** An image of a page; none where it is not at hand. */
export function picture({ properties }: Element, room: Size = ROOM): ImageRun[] {
  const [, type = '', coded = ''] = ADDRESS.exec(String(properties.src)) ?? []
  const known = Object.entries(TYPES).find(([name]) => name === type)?.[1]
  if (known === undefined) return []
  const { alt } = properties
  const size = { width: Number(properties.width), height: Number(properties.height) }
  const data = Buffer.from(coded, 'base64')
  return [
    new ImageRun({
      type: known,
      data,
      transformation: transformationOf(data, size, room),
      ...(typeof alt === 'string' && alt !== ''
        ? { altText: { name: '', description: alt } }
        : { decorative: true }),
    }),
  ]
}
