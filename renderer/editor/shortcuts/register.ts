import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMPOSITION_END_TAG,
  HISTORIC_TAG,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical'
import type { Typography } from '../../../model/typography/typography.ts'
import { SESSION_TAG } from '../ids/keep.ts'
import { readState } from '../read.ts'
import { $blockShortcut } from './block.ts'
import { $inlineShortcut } from './inline.ts'
import { $typographyShortcut } from './typography.ts'

/** On the update that a shortcut made itself. It is a step of the history by itself. */
export const SHORTCUT_TAG = 'shortcut'
const KEYS_AT_ONCE = 4
const NOT_TYPED = [SESSION_TAG, SHORTCUT_TAG, HISTORIC_TAG, PASTE_TAG, COMPOSITION_END_TAG]

/** Whether the last character may turn into something: a letter does nothing but join two hyphens to a dash. */
const mayTurn = (end: string): boolean => !/\p{L}$/u.test(end) || /--\p{L}$/u.test(end)

/**
 * Markdown as one types it, and the quotation marks, dashes and spaces of the language. What was typed is a step of the history and what it turns into the next, so that one undo
 * gives the characters back. Nothing is read into what an input method writes.
 */
export function registerShortcuts(
  editor: LexicalEditor,
  kind: 'prose' | 'inline',
  language: Typography | undefined,
): () => void {
  return editor.registerUpdateListener(({ tags, dirtyLeaves, prevEditorState }) => {
    if (editor.isComposing() || NOT_TYPED.some((tag) => tags.has(tag))) return
    const typed = readState(editor, () => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
      const { key, offset } = selection.anchor
      const node = selection.anchor.getNode()
      if (!$isTextNode(node) || !dirtyLeaves.has(key)) return false
      const before = prevEditorState.read(() => $getSelection())
      if (!$isRangeSelection(before) || !before.isCollapsed()) return false
      // Forward in the same text, or at the start of a new one. A slow machine brings several keys in one update.
      const from = before.anchor.key === key ? before.anchor.offset : 0
      if (offset <= from || offset - from > KEYS_AT_ONCE) return false
      return mayTurn(node.getTextContent().slice(Math.max(0, offset - 3), offset))
    })
    if (!typed) return
    editor.update(
      () => {
        const selection = $getSelection()
        if (!$isRangeSelection(selection)) return
        if (kind === 'prose' && $blockShortcut(editor, selection)) return
        if ($inlineShortcut(selection) || language === undefined) return
        $typographyShortcut(selection, language)
      },
      { tag: SHORTCUT_TAG },
    )
  })
}
