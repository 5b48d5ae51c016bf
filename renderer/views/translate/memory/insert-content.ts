import {
  $createTextNode,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  type LexicalEditor,
} from 'lexical'
import type { Content } from '../../../../model/document/text.ts'
import { $takePageCaret } from '../../../editor/page-caret.ts'
import { $nodesOf } from '../../../editor/phrasing/convert.ts'
import { SHORTCUT_TAG } from '../../../editor/shortcuts/register.ts'

/** Whether a text would run into a word before it, in a script that has spaces. */
const runsInto = (before: string): boolean =>
  /[\p{L}\p{N}\p{Pe}\p{Pf}\p{Po}]$/u.test(before) &&
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}。、！？」』）]$/u.test(
    before,
  )

/** Puts a text in at the caret of an editor, in place of what is selected. False: there is no caret. */
export function insertContent(editor: LexicalEditor, content: Content): boolean {
  let done = false
  editor.update(
    () => {
      $takePageCaret(editor)
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      const point = selection.isBackward() ? selection.focus : selection.anchor
      const text = point.getNode().getTextContent()
      const before =
        point.type === 'text' || point.offset === 0 ? text.slice(0, point.offset) : text
      const nodes = $nodesOf(content)
      $insertNodes(runsInto(before) ? [$createTextNode(' '), ...nodes] : nodes)
      done = true
    },
    { tag: SHORTCUT_TAG, discrete: true },
  )
  editor.focus()
  return done
}

/** What of a text of the memory may stand in a document: a fact of another one is left out as “…”, and so goes its note. */
export const ownContent = (content: Content, facts: ReadonlySet<string>): Content =>
  content.flatMap((node): Content => {
    if (node.type === 'footnoteReference') return []
    if (node.type === 'fact') return facts.has(node.fact) ? [node] : [{ type: 'text', value: '…' }]
    return 'children' in node ? [{ ...node, children: ownContent(node.children, facts) }] : [node]
  })
