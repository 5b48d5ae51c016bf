import type { EditorState, LexicalEditor } from 'lexical'

/**
 * Looks at an editor's committed state, or an older one. The editor goes along, because a chip's text is read in the
 * editor's language.
 */
export const readState = <T>(
  editor: LexicalEditor,
  look: () => T,
  state: EditorState = editor.getEditorState(),
): T => state.read(look, { editor })
