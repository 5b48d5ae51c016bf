import { safeUrl } from '../document/link.ts'

declare const URL: {
  canParse(url: string): boolean
  new (url: string): {
    readonly hostname: string
    readonly pathname: string
    readonly searchParams: { get(name: string): string | null }
  }
}

/** Pages in between that a mail program or a chat puts before an address: they tell who followed it, and when. */
const BETWEEN: readonly { host: RegExp; path: RegExp; parameter: string }[] = [
  { host: /^(www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameter: 'q' },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, parameter: 'url' },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameter: 'url' },
  { host: /^l\.facebook\.com$/, path: /^\/l\.php$/, parameter: 'u' },
]

/** The address of a link as it may stand in a postmortem, or undefined. What leads there by a detour leads there. */
export function addressOf(href: string | undefined): string | undefined {
  const address = href === undefined ? undefined : safeUrl(href)
  if (address === undefined || !URL.canParse(address)) return address
  const url = new URL(address)
  for (const { host, path, parameter } of BETWEEN) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue
    const target = url.searchParams.get(parameter)
    return (target === null ? undefined : safeUrl(target)) ?? address
  }
  return address
}
