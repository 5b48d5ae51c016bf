import type { EditorState, LexicalEditor } from 'lexical'

/**
 * Looks at an editor's committed state, or an older one. The editor goes along, because a chip's text is read in the
 * editor's language.
 */
export const readState = <T>(
  editor: LexicalEditor,
  look: () => T,
  state: EditorState = editor.getEditorState(),
): T => {
  const before = looking
  looking = editor
  try {
    return state.read(look, { editor })
  } finally {
    looking = before
  }
}

let looking: LexicalEditor | null = null

/** The editor whose state `readState` looks at just now, or null. */
export const editorLookedAt = (): LexicalEditor | null => looking
