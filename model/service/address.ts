// URL is a global in the window and in Node alike; the model uses neither one's library of types.
declare const URL: {
  canParse(url: string): boolean
  new (url: string): {
    readonly protocol: string
    readonly hostname: string
    readonly username: string
    readonly password: string
    readonly search: string
    readonly hash: string
    readonly href: string
  }
}

/** This computer by the names that no name server is asked for (RFC 6761, 6.3) and by its addresses. */
const HERE = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * The normal form of the address of a service, without a slash at its end: `https`, or `http` where it is this computer, so
 * that no text goes over a wire in the open. Undefined for everything else, and where it has a name, a password, a query
 * or a fragment in it.
 */
export function serviceAddress(text: string): string | undefined {
  const trimmed = text.trim()
  if (trimmed.length > 2048 || !URL.canParse(trimmed)) return undefined
  const { protocol, hostname, username, password, search, hash, href } = new URL(trimmed)
  if (protocol !== 'https:' && !(protocol === 'http:' && HERE.test(hostname))) return undefined
  if (`${username}${password}${search}${hash}` !== '' || hostname === '') return undefined
  return href.replace(/\/+$/, '')
}

/** Whose computer an address means: its name, and its port where it is not the usual one. */
export const hostOf = (address: string): string =>
  /^[a-z]+:\/\/([^/]+)/.exec(address)?.[1] ?? address
