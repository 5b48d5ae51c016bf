import type { Content, Phrasing } from '../../../model/document/text.ts'

const MARKS =
  /\*\*(?<strong>.+?)\*\*|\*(?<emphasis>.+?)\*|`(?<code>.+?)`|\[(?<label>.+?)\]\((?<url>[^)]+)\)|\{(?<fact>[a-z-]+)(?<short>:short)?\}/gu

const plain = (value: string): Phrasing[] => (value === '' ? [] : [{ type: 'text', value }])

function marked(groups: Readonly<Record<string, string | undefined>>): Phrasing {
  const { strong, emphasis, code, label, url, fact, short } = groups as Record<
    'strong' | 'emphasis' | 'code' | 'label' | 'url' | 'fact' | 'short',
    string | undefined
  >
  if (strong !== undefined) return { type: 'strong', children: textOf(strong) }
  if (emphasis !== undefined) return { type: 'emphasis', children: textOf(emphasis) }
  if (code !== undefined) return { type: 'inlineCode', value: code }
  if (label !== undefined) return { type: 'link', url: url!, children: textOf(label) }
  return { type: 'fact', fact: factId(fact!), form: short === undefined ? 'long' : 'short' }
}

/** The id of a fact of the sample by its key. */
export const factId = (key: string): string => `sample.fact.${key}`

/** A text of the sample, as `SampleTextsSchema` says it is written, as phrasing content. */
export function textOf(text: string): Content {
  const content: Phrasing[] = []
  let at = 0
  for (const match of text.matchAll(MARKS)) {
    content.push(...plain(text.slice(at, match.index)), marked(match.groups!))
    at = match.index + match[0].length
  }
  return [...content, ...plain(text.slice(at))]
}
