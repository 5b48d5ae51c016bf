import { mergeRegister, type LexicalEditor } from 'lexical'

/**
 * Keeps the direction of an editor's element that of its language. Lexical takes `dir` off its root whenever it
 * draws one without a direction of its own, and the interface's direction would take over.
 */
export function registerDirection(editor: LexicalEditor, direction: 'ltr' | 'rtl'): () => void {
  const keep = (root: HTMLElement | null): void => {
    if (root !== null && root.dir !== direction) root.dir = direction
  }
  return mergeRegister(
    editor.registerRootListener((root, previous) => {
      keep(root)
      keep(previous)
    }),
    editor.registerUpdateListener(() => {
      keep(editor.getRootElement())
    }),
  )
}
