import { $toggleLink } from '@lexical/link'
import {
  $createRangeSelection,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import type { InlineCode } from '../../../model/workflow/codes.ts'
import { $takePageCaret } from '../../editor/page-caret.ts'
import { $markPassage } from '../../editor/passage/mark.ts'
import { leavesOf } from '../../editor/passage/points.ts'
import { $nodesOf } from '../../editor/phrasing/convert.ts'
import { SHORTCUT_TAG } from '../../editor/shortcuts/register.ts'

const FORMATS = { strong: 'bold', emphasis: 'italic', delete: 'strikethrough' } as const

/** Puts a code that holds words around those that are selected. False: it holds none. */
function $wrap(selection: RangeSelection, code: InlineCode): boolean {
  switch (code.type) {
    case 'strong':
    case 'emphasis':
    case 'delete':
      if (!selection.hasFormat(FORMATS[code.type])) selection.formatText(FORMATS[code.type])
      return true
    case 'link':
      $toggleLink({ url: code.url, title: code.title ?? null })
      return true
    case 'passage':
      $markPassage(code.audience)
      return true
    default:
      return false
  }
}

/** Selects the words that came in, so that what is typed takes their place and stays in the code. */
function $selectWords(nodes: readonly LexicalNode[]): void {
  const leaves = nodes.flatMap((node) => [...leavesOf(node)])
  const [first, last] = [leaves[0], leaves.at(-1)]
  if (!$isTextNode(first) || !$isTextNode(last)) return
  const selection = $createRangeSelection()
  selection.anchor.set(first.getKey(), 0, 'text')
  selection.focus.set(last.getKey(), last.getTextContentSize(), 'text')
  $setSelection(selection)
}

/**
 * Puts a code of the source in at the caret. What stands alone takes the place of what is selected; what holds words goes
 * around them, or comes with the words of the source, selected, to be written over.
 */
export function insertCode(editor: LexicalEditor, code: InlineCode): void {
  editor.update(
    () => {
      $takePageCaret(editor)
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      if (!selection.isCollapsed() && $wrap(selection, code)) return
      const nodes = $nodesOf([code])
      $insertNodes(nodes)
      if ('children' in code) $selectWords(nodes)
    },
    { tag: SHORTCUT_TAG, discrete: true },
  )
  editor.focus()
}
