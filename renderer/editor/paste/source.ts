import type { LexicalEditor } from 'lexical'
import type { Failure } from '../../../model/errors/result.ts'
import type { Session } from '../../session/session.ts'

/** What a paste must know of the window around its editor. */
export interface PasteHost {
  readonly session: Session
  /** Says why nothing was pasted. */
  report(failure: Failure): void
}

const hosts = new WeakMap<LexicalEditor, PasteHost>()

/** Tells an editor's clipboard which document it works in. */
export const registerPasteHost = (editor: LexicalEditor, host: PasteHost): (() => void) => {
  hosts.set(editor, host)
  return () => hosts.delete(editor)
}

export const pasteHostOf = (editor: LexicalEditor): PasteHost | undefined => hosts.get(editor)
