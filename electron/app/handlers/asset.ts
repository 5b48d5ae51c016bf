import { Buffer } from 'node:buffer'
import { ok } from '../../../model/errors/result.ts'
import { readImage } from '../../../model/image/read.ts'
import type { HandlersOf } from '../context.ts'

export const assetHandlers: HandlersOf<'asset.put' | 'asset.get'> = {
  'asset.put': ({ name, data }, { library }) => {
    const image = readImage({ name, bytes: new Uint8Array(Buffer.from(data, 'base64')) })
    return image.ok ? library.putAsset(image.value) : image
  },
  'asset.get': ({ id }, { library }) => {
    const found = library.asset(id)
    if (!found.ok) return found
    const { content, ...asset } = found.value
    return ok({ ...asset, data: Buffer.from(content).toString('base64') })
  },
}
