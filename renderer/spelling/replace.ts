import {
  $createRangeSelection,
  $isTextNode,
  $setSelection,
  getNearestEditorFromDOMNode,
} from 'lexical'
import { EDITABLE } from '../editor/edge.ts'
import { linesOf } from './lines.ts'
import type { Misspelling } from './marks.ts'

/** Where a misspelling stands, so that it is found again after its field was drawn anew. */
export interface Spot {
  readonly word: string
  readonly editable: HTMLElement
  readonly line: number
  readonly start: number
}

/** The spot of a misspelling; undefined where it is in no editor. */
export function spotOf({ word, range }: Misspelling): Spot | undefined {
  const editable = range.startContainer.parentElement?.closest<HTMLElement>(`[${EDITABLE}]`)
  const parent = editable?.parentElement
  if (!editable || !parent) return undefined
  const lines = [...linesOf(parent, editable.lang, false)]
  for (const [line, { text, range: at }] of lines.entries())
    for (let start = text.indexOf(word); start !== -1; start = text.indexOf(word, start + 1))
      if (at(start, start + word.length).compareBoundaryPoints(Range.START_TO_START, range) === 0)
        return { word, editable, line, start }
  return undefined
}

/** The word at a spot as it stands on the page now; undefined where something else stands there. */
export function rangeAt({ word, editable, line, start }: Spot): Range | undefined {
  const found = [...linesOf(editable.parentElement ?? document, editable.lang, false)][line]
  if (found?.text.slice(start, start + word.length) !== word) return undefined
  return found.range(start, start + word.length)
}

/** Selects the word at a spot in its editor, and writes `text` in its place where there is one: one step of the history. */
export function select(spot: Spot, text?: string): void {
  // With the focus a field gets its editor.
  spot.editable.focus({ preventScroll: true })
  const range = rangeAt(spot)
  const editor = getNearestEditorFromDOMNode(spot.editable)
  if (range === undefined || editor === null) return
  editor.update(() => {
    const selection = $createRangeSelection()
    selection.applyDOMRange(range)
    $setSelection(selection)
    if (text === undefined) return
    const node = selection.anchor.getNode()
    if ($isTextNode(node)) selection.setFormat(node.getFormat())
    selection.insertText(text)
  })
}
