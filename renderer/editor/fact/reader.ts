import { $getEditor, isCurrentlyReadOnlyMode, type LexicalEditor } from 'lexical'
import type { Identifier } from '../../../model/document/identifier.ts'
import type { Tone } from '../../../model/document/prose.ts'
import type { FactForm, PassageAudience } from '../../../model/document/text.ts'
import { editorLookedAt } from '../read.ts'

/** How facts read in one editor's language, and what it says by itself of passages, callouts and quotes. */
export interface FactReader {
  /** Undefined where there is no such fact. */
  read(fact: Identifier, form: FactForm): string | undefined
  /** What the authors call it, for a tooltip. */
  name(fact: Identifier): string
  /** Whom a passage is for, in the interface's language. */
  audience(audience: PassageAudience): string
  /** The number of a note. */
  note(note: Identifier): string
  /** The tone of a callout, as the published page says it. */
  tone(tone: Tone): string
  /** What stands where nobody is named under a quote. */
  readonly who: string
  /** What stands where a fact is missing. */
  readonly missing: string
  /** Calls back after a fact changed; returns the function that stops it. */
  subscribe(listener: () => void): () => void
}

/** For editors that nobody looks at: a test, a conversion. */
const silent: FactReader = {
  read: () => undefined,
  name: () => '',
  audience: (audience) => audience,
  note: () => '\u2020',
  tone: (tone) => tone,
  who: '',
  missing: '\u{FFFC}',
  subscribe: () => () => {},
}

const readers = new WeakMap<LexicalEditor, FactReader>()

const readerOf = (editor: LexicalEditor): FactReader => readers.get(editor) ?? silent

/** The reader of the editor at work, to draw with. */
export function $reader(): FactReader {
  try {
    return readerOf($getEditor())
  } catch {
    return silent
  }
}

/**
 * The reader to tell a node's text with. Lexical takes the text of a whole state without saying whose it is (for its own
 * cache, twice at every update); then there is none, and a chip is one character. It must not be asked then: to say that
 * there is none it looks through every element of the page, for each chip. It draws while its states are read-only, too, so
 * this cannot tell how to draw.
 */
export function $textReader(): FactReader {
  if (!isCurrentlyReadOnlyMode()) return $reader()
  const editor = editorLookedAt()
  return editor === null ? silent : readerOf(editor)
}

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
