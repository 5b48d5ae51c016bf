import type { LexicalEditor } from 'lexical'
import type { EditingHost } from './host.ts'
import { caretRect } from './slash/track.ts'

/** Opens the link of the selection for editing. */
export function openLink(host: EditingHost, editor: LexicalEditor): void {
  host.popup.setState({ open: { kind: 'link', editor, rect: caretRect(editor) } })
}

/** Asks for a fact to put in at the caret. */
export function openFact(host: EditingHost, editor: LexicalEditor): void {
  host.popup.setState({ open: { kind: 'fact', editor, rect: caretRect(editor), chip: null } })
}
