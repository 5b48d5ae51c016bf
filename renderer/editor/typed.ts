import {
  $addUpdateTag,
  $isElementNode,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INPUT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  PASTE_TAG,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical'
import { SHORTCUT_TAG } from './shortcuts/register.ts'

/** On the update that a key made: characters or a line came in or went. */
export const TYPED_TAG = 'typed'

/** Marks what keys do, so that it can be told from everything else that changes a text. */
export function registerTyped(editor: LexicalEditor): () => void {
  const mark = (): boolean => {
    $addUpdateTag(TYPED_TAG)
    return false
  }
  return mergeRegister(
    editor.registerCommand(INPUT_COMMAND, mark, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, mark, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, mark, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_WORD_COMMAND, mark, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_LINE_COMMAND, mark, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, mark, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, mark, COMMAND_PRIORITY_CRITICAL),
  )
}

/**
 * May an update join the step of the history before it? Only what keys do one after another; a mark, a suggestion, a
 * shortcut or a paste is a step of its own, however soon after a key it comes.
 */
export const joinsTyping = (tags: ReadonlySet<string>): boolean =>
  tags.has(TYPED_TAG) && !tags.has(PASTE_TAG) && !tags.has(SHORTCUT_TAG)

const textIn = (state: EditorState, key: NodeKey) => {
  const node = state._nodeMap.get(key)
  return $isTextNode(node) ? node : undefined
}

/**
 * Did an update only change the letters of one text that was there before and is there now? Then nothing came, went or
 * moved, and whoever follows the text may wait until the session asks.
 */
export function isTyping({
  tags,
  dirtyElements,
  dirtyLeaves,
  editorState,
  prevEditorState,
}: UpdateListenerPayload): boolean {
  if (!joinsTyping(tags) || dirtyLeaves.size !== 1) return false
  const [key] = dirtyLeaves
  const now = textIn(editorState, key!)
  const before = textIn(prevEditorState, key!)
  if (now === undefined || before === undefined) return false
  if (now.__parent !== before.__parent || now.__format !== before.__format) return false
  // Elements are listed because of what stands in them; true is said of those that changed themselves.
  for (const [element, changed] of dirtyElements)
    if (changed && $isElementNode(editorState._nodeMap.get(element))) return false
  return true
}
