import type { Place } from '../../model/contract/settings.ts'

/** The app's own scheme. Pages have a real origin by it, which `file:` would not give them. */
export const SCHEME = 'app'
const HOST = 'afterword'
const PRINT_HOST = 'print'
export const ORIGIN = `${SCHEME}://${HOST}`
export const MAIN_PAGE = `${ORIGIN}/`

/** The main page at a place; `null` is the library, and without any it is wherever the app begins. */
export function placeAddress(place?: Place | null): string {
  if (place === undefined) return MAIN_PAGE
  const query = new URLSearchParams(
    place === null ? { open: 'library' } : { open: place.view, id: place.postmortem },
  )
  return `${MAIN_PAGE}?${query.toString()}`
}

const parsed = (url: string): URL | undefined => (URL.canParse(url) ? new URL(url) : undefined)

/** Exactly our origin: parsed, for a prefix would let `app://afterword.example` pass, and `app://afterword@x`. */
export function isOurs(url: string): boolean {
  const { protocol, host, username, password } = parsed(url) ?? {}
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === ''
}

export const isMainPage = (url: string): boolean => isOurs(url) && parsed(url)?.pathname === '/'

/** A page that the window may show in a frame. */
export const isPreview = (url: string): boolean =>
  isOurs(url) && parsed(url)?.pathname.startsWith('/preview/') === true

export const isPrintPage = (url: string): boolean => {
  const { protocol, host } = parsed(url) ?? {}
  return protocol === `${SCHEME}:` && host === PRINT_HOST
}

export const printPage = (id: string): string => `${SCHEME}://${PRINT_HOST}/${id}`

/** Addresses that may be given to the person's own browser or mail program. */
export const isExternal = (url: string): boolean =>
  ['http:', 'https:', 'mailto:'].includes(parsed(url)?.protocol ?? '')
