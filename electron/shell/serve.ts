import * as v from 'valibot'
import { CALLS } from '../../model/contract/calls.ts'
import type { Core } from '../app/ports.ts'
import { SCHEME, isOurs, isPrintPage } from './address.ts'
import { servedAsset, servedFont } from './asset-pages.ts'
import { FONTS_FOLDER, RENDERER_FOLDER, fileResponse, refused } from './assets.ts'
import { COMMON_HEADERS, PREVIEW_POLICY, WINDOW_POLICY } from './policy.ts'
import { servePrintPage } from './print-pages.ts'

/** What Electron must know of the scheme before the app is ready. */
export const PRIVILEGES = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

const segments = (pathname: string): string[] => pathname.split('/').slice(1)

/** `/preview/<id>/<locale>?audience=public`: a postmortem as its page, by the same call that the window makes. */
async function preview({ pathname, searchParams }: URL, core: Core): Promise<Response> {
  const [, id, locale, ...rest] = segments(pathname)
  const asked = { id, locale, audience: searchParams.get('audience') ?? 'public' }
  const input = v.safeParse(CALLS['preview.page'].input, asked)
  if (rest.length > 0 || !input.success) return refused(404)
  const page = await core.call('preview.page', input.output, 'window')
  if (!page.ok) return refused(404)
  return new Response(page.value.html, {
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PREVIEW_POLICY,
      'cache-control': 'no-store',
    },
  })
}

/**
 * Answers every request to the app's scheme: the window's files, fonts, images, previews and printed pages. Only reads.
 * Without a core there are no images and no previews.
 */
export function createServer(core: Core | undefined) {
  return async ({ url: address, method }: Request): Promise<Response> => {
    if (method !== 'GET' && method !== 'HEAD') return refused(405)
    const url = new URL(address)
    if (isPrintPage(address)) return servePrintPage(url)
    if (!isOurs(address)) return refused(403)
    const [first] = segments(url.pathname)
    if (first === 'preview') return core === undefined ? refused(404) : preview(url, core)
    if (first === 'asset') {
      const [, id, ...rest] = segments(url.pathname)
      return core === undefined || rest.length > 0 ? refused(404) : servedAsset(id, core)
    }
    const font = /^\/font\/([0-9a-f]{64})\.ttf$/.exec(url.pathname)?.[1]
    if (font !== undefined) return core === undefined ? refused(404) : servedFont(font, core)
    // A browser asks for it beside every page; Electron does not. The window's icon is the program's.
    if (url.pathname === '/favicon.ico') return new Response(null, { status: 204 })
    if (first === 'fonts') return fileResponse(FONTS_FOLDER, url.pathname.slice('/fonts'.length))
    const path = url.pathname === '/' ? '/index.html' : url.pathname
    return fileResponse(RENDERER_FOLDER, path, { 'content-security-policy': WINDOW_POLICY })
  }
}
