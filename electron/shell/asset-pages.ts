import { Buffer } from 'node:buffer'
import * as v from 'valibot'
import { CALLS } from '../../model/contract/calls.ts'
import type { Core } from '../app/ports.ts'
import { refused } from './assets.ts'
import { COMMON_HEADERS } from './policy.ts'

/** What never changes, because its address says its bytes. */
const kept = (type: string, data: string): Response =>
  new Response(new Uint8Array(Buffer.from(data, 'base64')), {
    headers: {
      ...COMMON_HEADERS,
      'content-type': type,
      'content-security-policy': "default-src 'none'",
      'cache-control': 'private, max-age=31536000, immutable',
    },
  })

/**
 * `/asset/<hash>`: an image of the library, by the same call that the window makes. Its address says its bytes, so it is
 * never asked for again. Opened by itself it is a picture and nothing else.
 */
export async function servedAsset(id: string | undefined, core: Core): Promise<Response> {
  const input = v.safeParse(CALLS['asset.get'].input, { id })
  if (!input.success) return refused(404)
  const asset = await core.call('asset.get', input.output, 'window')
  if (!asset.ok) return refused(404)
  return kept(asset.value.type, asset.value.data)
}

/** `/font/<hash>.ttf`: a font of a theme, likewise. */
export async function servedFont(font: string, core: Core): Promise<Response> {
  const found = await core.call('theme.fontBytes', { font }, 'window')
  return found.ok ? kept('font/ttf', found.value.data) : refused(404)
}
