import * as v from 'valibot'

/** The still pictures that every browser shows. SVG is a program as much as a picture, and is not among them. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

/** The extension that a file of each type gets. */
export const EXTENSION_OF = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
} as const satisfies Readonly<Record<ImageType, string>>

/** The extensions by which a person chooses a file, and the type that each stands for. */
export const TYPE_OF_EXTENSION: Readonly<Record<string, ImageType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
}

const MEGABYTE = 1024 * 1024
/** Of the file as it comes, in bytes. */
export const LARGEST_IMAGE = 20 * MEGABYTE
/** In pixels. */
export const LONGEST_SIDE = 12_000
/** Of all pixels together: a small file may hold a picture that fills the memory of whoever opens it. */
export const MOST_PIXELS = 64_000_000

export const SideSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_SIDE))

/** SHA-256 of an image's bytes, in lower-case hexadecimal. */
export const AssetIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** What the library knows of an image. Width and height are as it is shown. */
export const AssetSchema = v.strictObject({
  id: AssetIdSchema,
  type: v.picklist(IMAGE_TYPES),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  width: SideSchema,
  height: SideSchema,
})
export type Asset = v.InferOutput<typeof AssetSchema>

/** An image without anything that is not for its looks. */
export interface CleanImage {
  readonly type: ImageType
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}
