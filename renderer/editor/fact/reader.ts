import type { LexicalEditor } from 'lexical'
import type { Identifier } from '../../../model/document/identifier.ts'
import type { FactForm } from '../../../model/document/text.ts'

/** How facts read in one editor's language. */
export interface FactReader {
  /** Undefined where there is no such fact. */
  read(fact: Identifier, form: FactForm): string | undefined
  /** What the authors call it, for a tooltip. */
  name(fact: Identifier): string
  /** What stands where a fact is missing. */
  readonly missing: string
  /** Calls back after a fact changed; returns the function that stops it. */
  subscribe(listener: () => void): () => void
}

/** For editors that nobody looks at: a test, a conversion. */
const silent: FactReader = {
  read: () => undefined,
  name: () => '',
  missing: '\u{FFFC}',
  subscribe: () => () => {},
}

const readers = new WeakMap<LexicalEditor, FactReader>()

export const readerOf = (editor: LexicalEditor): FactReader => readers.get(editor) ?? silent

/** Gives an editor its reader and keeps the chips on its page in step. Returns the function that stops it. */
export function registerReader(
  editor: LexicalEditor,
  reader: FactReader,
  redraw: (root: HTMLElement) => void,
): () => void {
  readers.set(editor, reader)
  return reader.subscribe(() => {
    const root = editor.getRootElement()
    if (root !== null) redraw(root)
  })
}
