import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Definitions } from '../../../model/markdown/definition.ts'
import { textNodes } from '../../../model/markdown/plain.ts'
import { textFromMdast } from '../../../model/markdown/text.ts'
import { trimContent } from '../content.ts'
import type { DraftPicture } from '../draft.ts'

/** An address beside the file: no scheme, no host, and not from the root of a disk. */
const isBeside = (address: string): boolean =>
  address !== '' && !/^([a-z][a-z\d+.-]*:|[/\\#?])/i.test(address)

/** Does this begin on a line of its own? */
const beginsLine = (node: PhrasingContent | undefined): boolean =>
  node === undefined || node.type === 'break' || (node.type === 'text' && /^\s*\n/.test(node.value))

function targetOf(node: PhrasingContent | undefined, definitions: Definitions) {
  if (node?.type === 'image') return node
  if (node?.type !== 'imageReference') return undefined
  const found = definitions.find(node.identifier)
  return found && { ...found, alt: node.alt }
}

/**
 * The pictures of a paragraph that holds nothing but pictures that lie beside the file, each with the lines below it,
 * which are its caption. Undefined where it is a text with a picture in it.
 */
export function picturesIn(
  node: RootContent,
  definitions: Definitions,
): DraftPicture[] | undefined {
  if (node.type !== 'paragraph') return undefined
  const found: DraftPicture[] = []
  let rest: Paragraph['children'] = node.children
  while (rest.length > 0) {
    const picture = targetOf(rest[0], definitions)
    if (picture === undefined || !isBeside(picture.url) || !beginsLine(rest[1])) return undefined
    const next = rest.findIndex((one, at) => at > 0 && targetOf(one, definitions) !== undefined)
    const below = rest.slice(1, next === -1 ? undefined : next)
    const caption = trimContent(textFromMdast(below, definitions))
    found.push({
      address: picture.url,
      alt: trimContent(textNodes(picture.alt ?? '')),
      caption: caption.length > 0 ? caption : textNodes(picture.title ?? ''),
    })
    rest = next === -1 ? [] : rest.slice(next)
  }
  return found.length > 0 ? found : undefined
}
