// URL is a global in the window and in Node alike; the model uses neither one's library of types.
declare const URL: {
  canParse(url: string): boolean
  new (url: string): { readonly protocol: string; readonly href: string }
}

const ALLOWED = new Set(['http:', 'https:', 'mailto:'])

/**
 * The normal form of an address that may stand in a postmortem: absolute, and http, https or mailto. Relative and
 * scheme-relative addresses are refused because they mean something else on every machine.
 */
export function safeUrl(url: string): string | undefined {
  const text = url.trim()
  if (text.length > 2048 || !/^[a-z]+:/i.test(text) || !URL.canParse(text)) return undefined
  const parsed = new URL(text)
  return ALLOWED.has(parsed.protocol) ? parsed.href : undefined
}
