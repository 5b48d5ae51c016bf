import type { Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** CommonMark with GitHub's extensions (tables, strikethrough, task lists, notes, bare addresses) as mdast. */
export const parseMarkdown = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

const COMMENT = /^<!--([\s\S]*?)-->$/

/** The words of a block that is one HTML comment, or undefined. */
export function commentIn(node: RootContent): string | undefined {
  if (node.type !== 'html') return undefined
  const words = COMMENT.exec(node.value.trim())?.[1]
  return words === undefined || words.includes('-->') ? undefined : words.trim()
}
