import { newId } from '../../../model/document/identifier.ts'
import type { Flow } from '../../../model/document/prose.ts'
import type { Content } from '../../../model/document/text.ts'
import { seenText } from '../../../model/html/characters.ts'
import { textNodes } from '../../../model/markdown/plain.ts'
import { joined } from './lines.ts'

const paragraph = (children: Content): Flow => ({
  type: 'paragraph',
  data: { id: newId() },
  children,
})

/** Text without characters that nobody sees, with line feeds for line ends. */
export const plainLines = (text: string): string =>
  seenText(text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n'))

/**
 * Plain text as paragraphs. Where empty lines part it, what stands between them is one paragraph with its lines;
 * otherwise each line is one.
 */
export function flowsOfText(text: string): Flow[] {
  const clean = plainLines(text)
    .replaceAll('\t', ' ')
    .replaceAll(/^\n+|\n+$/g, '')
  const parts = /\n[ \u00A0]*\n/.test(clean)
    ? clean.split(/\n(?:[ \u00A0]*\n)+/)
    : clean.split('\n')
  return parts
    .map((part) => joined(part.split('\n').map((line) => textNodes(line.trimEnd()))))
    .filter((content) => content.length > 0)
    .map(paragraph)
}
