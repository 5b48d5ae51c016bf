import type { PhrasingContent } from 'mdast'
import { safeUrl } from '../document/link.ts'
import type { Content, Phrasing } from '../document/text.ts'
import { textNodes } from './plain.ts'

interface Target {
  readonly url: string
  readonly title?: string | null | undefined
}

const LONGEST_TITLE = 1000

/**
 * A label with the address behind it. An address that may not stand in a postmortem (relative, another scheme) keeps
 * its label and is written out after it, so that nobody follows it by accident and nothing is lost.
 */
export function linkTo({ url, title }: Target, label: Content): Content {
  const address = safeUrl(url)
  const shown: Content = label.length > 0 ? label : textNodes(url)
  const fits = !title || title.length <= LONGEST_TITLE
  if (address !== undefined && fits)
    return [{ type: 'link', url: address, ...(title ? { title } : {}), children: shown }]
  const beside = [label.length > 0 ? url : '', title ? `"${title}"` : ''].filter((part) => part)
  return beside.length === 0 ? shown : [...shown, ...textNodes(` (${beside.join(' ')})`)]
}

/** Pictures are not part of a postmortem's text: what they show in words, and where they are, is. */
export const imageAsLink = (target: Target, alternative: string | null | undefined): Content =>
  linkTo(target, textNodes(alternative ?? ''))

export const linkToMdast = (
  { url, title }: Extract<Phrasing, { type: 'link' }>,
  children: PhrasingContent[],
): PhrasingContent => ({
  type: 'link',
  url,
  title: title ?? null,
  children,
})
