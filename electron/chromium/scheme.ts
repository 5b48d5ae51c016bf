/**
 * A browser knows no schemes of ours. `app://host/path` is shown to it as `https://host.app.localhost/path`: a
 * standard, secure origin that no network can answer, for `.localhost` never leaves the machine (RFC 6761, 6.3).
 */
type Handler = (request: Request) => Response | Promise<Response>

const schemes = new Map<string, Handler | undefined>()

export function registerScheme(scheme: string): void {
  schemes.set(scheme, schemes.get(scheme))
}

export function handleScheme(scheme: string, handler: Handler): void {
  if (!schemes.has(scheme))
    throw new Error(`Register ${scheme} as privileged before the app is ready`)
  if (schemes.get(scheme) !== undefined)
    throw new Error(`Failed to register protocol: ${scheme}, it has a handler`)
  schemes.set(scheme, handler)
}

export const handlerOf = (url: string): Handler | undefined =>
  schemes.get(url.slice(0, url.indexOf(':')))

/** A program's address as the browser knows it. */
export const outward = (url: string): string =>
  url.replace(/^([a-z]+):\/\/([^/?#]+)/, (whole, scheme: string, host: string) =>
    schemes.has(scheme) ? `https://${host}.${scheme}.localhost` : whole,
  )

/** A browser's address as the program knows it. */
export const inward = (url: string): string =>
  url.replace(/^https:\/\/([^/?#]+)\.([a-z]+)\.localhost(?=[/?#]|$)/, (whole, host, scheme) =>
    schemes.has(scheme as string) ? `${scheme}://${host}` : (whole as string),
  )

/** Origins that a header names (a content security policy, an allowed origin) as the browser knows them. */
export const outwardHeader = (value: string): string =>
  value.replace(/\b([a-z]+):\/\/([a-z0-9.-]+)/g, (origin) => outward(origin))
