import type { LexicalEditor } from 'lexical'
import type { EditingHost } from '../host.ts'
import { insertFootnote } from './insert.ts'

/** Goes to the text of a note as soon as it is drawn, within the next moments. */
function goToNote(id: string, tries = 30): void {
  const field = document.querySelector<HTMLElement>(
    `[data-note-text="${CSS.escape(id)}"] [data-editable]`,
  )
  if (field !== null) field.focus()
  else if (tries > 0) requestAnimationFrame(() => goToNote(id, tries - 1))
}

/** Puts a reference in and goes to its note. Translations refer to the notes that there are. */
export function addFootnote(editor: LexicalEditor, host: EditingHost): void {
  if (host.inserts === null) return
  const id = insertFootnote(editor)
  if (id !== null) goToNote(id)
}

/** Goes from a reference to its note. */
export const showNote = (note: string): void => goToNote(note, 1)
