import {
  $addUpdateTag,
  $isElementNode,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INPUT_COMMAND,
  mergeRegister,
  PASTE_TAG,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical'

/** On the update that a key made: a character came in or went. */
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
  )
}

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
  if (!tags.has(TYPED_TAG) || tags.has(PASTE_TAG) || dirtyLeaves.size !== 1) return false
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
