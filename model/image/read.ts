import { fail, ok, Refusal, type Result } from '../errors/result.ts'
import { cleanGif } from './gif.ts'
import {
  LARGEST_IMAGE,
  LONGEST_SIDE,
  MOST_PIXELS,
  TYPE_OF_EXTENSION,
  type CleanImage,
  type ImageType,
} from './image.ts'
import { cleanJpeg } from './jpeg.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

const MEGABYTE = 1024 * 1024

const READERS: Readonly<Record<ImageType, (bytes: Uint8Array) => CleanImage>> = {
  'image/png': cleanPng,
  'image/jpeg': cleanJpeg,
  'image/webp': cleanWebp,
  'image/gif': cleanGif,
}

/** By the first bytes (WHATWG MIME Sniffing, 6.1), which is how browsers tell; never by the name. */
function typeOf(bytes: Uint8Array): ImageType | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (/^RIFF[^]{4}WEBP/.test(head)) return 'image/webp'
  return /^GIF8[79]a/.test(head) ? 'image/gif' : undefined
}

const extensionOf = (name: string): string => /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/**
 * A file as an image that may be published: one of `IMAGE_TYPES`, read to its end, and without anything that is not
 * for its looks. What a camera or a program wrote into it (place, time, device, texts, thumbnails of what was cut away,
 * whatever stands behind the end) is gone; orientation (where browsers heed it) and colour profile stay. The picture itself is not coded anew.
 *
 * @param file its name, without a folder, and its bytes
 * @returns FILE_TOO_LARGE; IMAGE_UNKNOWN (none of the four formats); IMAGE_MISNAMED (its extension claims another of
 * them); IMAGE_DAMAGED; IMAGE_ANIMATED; IMAGE_TOO_LARGE, in pixels
 */
export function readImage(file: {
  readonly name: string
  readonly bytes: Uint8Array
}): Result<CleanImage> {
  const { name, bytes } = file
  if (bytes.length > LARGEST_IMAGE)
    return fail('FILE_TOO_LARGE', { file: name, limit: LARGEST_IMAGE / MEGABYTE })
  const type = typeOf(bytes)
  if (type === undefined) return fail('IMAGE_UNKNOWN', { file: name })
  const claimed = TYPE_OF_EXTENSION[extensionOf(name)]
  if (claimed !== undefined && claimed !== type)
    return fail('IMAGE_MISNAMED', { file: name, type: type.slice('image/'.length).toUpperCase() })
  try {
    const image = READERS[type](bytes)
    const { width, height } = image
    if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS)
      return fail('IMAGE_TOO_LARGE', {
        file: name,
        width,
        height,
        side: LONGEST_SIDE,
        million: MOST_PIXELS / 1_000_000,
      })
    return ok(image)
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure.code, { file: name })
    throw error
  }
}
