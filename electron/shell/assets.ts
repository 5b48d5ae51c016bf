import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { COMMON_HEADERS } from './policy.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** Folders beside the bundle that this runs in. */
const dist = join(import.meta.dirname, '..')
export const RENDERER_FOLDER = join(dist, 'renderer')
export const PRELOAD_FILE = join(dist, 'preload', 'preload.cjs')
export const FONTS_FOLDER = process.env['AFTERWORD_FONTS'] || join(dist, 'fonts')

/**
 * The file that a path of an address names within a folder, or undefined where it would lead out of it. Each segment
 * is decoded once and must be a plain name: neither `..` nor a separator, a NUL, or a Windows drive can hide in it.
 */
export function resolveWithin(folder: string, pathname: string): string | undefined {
  const names: string[] = []
  for (const segment of pathname.split('/')) {
    if (segment === '') continue
    let name: string
    try {
      name = decodeURIComponent(segment)
    } catch {
      return undefined
    }
    if (name === '.' || name === '..' || /[/\\:\0]/.test(name)) return undefined
    names.push(name)
  }
  const path = join(folder, ...names)
  return path.startsWith(folder + sep) ? path : undefined
}

export const refused = (status: 403 | 404 | 405): Response =>
  new Response(null, { status, headers: COMMON_HEADERS })

/** A file of a folder as an answer; 404 where it is not there. `headers` are added. */
export async function fileResponse(
  folder: string,
  pathname: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const path = resolveWithin(folder, pathname)
  if (path === undefined) return refused(403)
  const type = TYPES[extname(path)]
  if (type === undefined) return refused(404)
  try {
    // A copy of the bytes: a Buffer may be a window on memory that others use.
    const bytes = new Uint8Array(await readFile(path))
    return new Response(bytes, { headers: { ...COMMON_HEADERS, 'content-type': type, ...headers } })
  } catch {
    return refused(404)
  }
}
