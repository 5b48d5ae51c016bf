import type { EditingHost } from '../editor/host.ts'
import { linesOf, type Line } from './lines.ts'
import { whenAtRest } from '../session/rest.ts'
import { ownWords, subscribeOwnWords } from './own-words.ts'
import type { Speller } from './speller.ts'
import { wordsIn, type Word } from './words.ts'

/** The name of the highlight, which the style sheet draws. */
const NAME = 'spelling'
/** After so long without a key the page is looked through, in ms: marks come when one pauses, not while one types. */
const PAUSE = 500

/** A word that no dictionary has, and where it stands on the page. */
export interface Misspelling {
  readonly word: string
  readonly range: Range
}

/**
 * Marks unknown words on the page without touching it: ranges in a highlight of the browser (CSS Custom Highlight API), so
 * that no editor sees an element of ours. Answers what ends it.
 */
export function markSpelling(host: EditingHost, speller: Speller): () => void {
  const segmenter = new Intl.Segmenter(host.locale, { granularity: 'word' })
  const highlight = new Highlight()
  CSS.highlights.set(NAME, highlight)

  const markIn = (lines: readonly SpelledLine[]): void => {
    const found = lines.flatMap((line) => {
      const unknown = speller.known(line.words.map(({ text }) => text))
      return unknown === undefined ? [] : misspellingsIn(line, unknown)
    })
    mark(
      highlight,
      found.flatMap(({ range }) => (holdsCaret(range) ? [] : [range])),
    )
  }
  /** Counts what was heard: lines that were read before are not those on the page. */
  let heard = 0
  const draw = (): void => {
    const lines = [...spelledLines(host.locale, speller, segmenter, true)]
    const open = lines.flatMap(({ words }) => words.map(({ text }) => text))
    if (speller.known(open) !== undefined) return markIn(lines)
    // Marked once, when all is known: marks that are set in two goes are two frames.
    const at = heard
    const touched = host.session.touched()
    void speller.check(open).then(() => {
      if (at === heard && touched === host.session.touched()) markIn(lines)
      else rest.later()
    })
  }
  const rest = whenAtRest(host.session, PAUSE, draw)
  const later = (): void => {
    heard += 1
    rest.later()
  }

  const stops = [
    host.session.store.subscribe(later),
    // An editor that is mounted or put away draws its text anew.
    host.active.subscribe((now, before) => {
      if (now.editor !== before.editor) later()
    }),
    subscribeOwnWords(later),
  ]
  const scroll = { capture: true, passive: true } as const
  document.addEventListener('scroll', later, scroll)
  document.addEventListener('pointerup', later)
  window.addEventListener('resize', later)
  later()
  return () => {
    for (const stop of stops) stop()
    document.removeEventListener('scroll', later, scroll)
    document.removeEventListener('pointerup', later)
    window.removeEventListener('resize', later)
    rest.stop()
    CSS.highlights.delete(NAME)
  }
}

const isSame = (a: AbstractRange, b: AbstractRange): boolean =>
  a.startContainer === b.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset

/** Marks these and nothing else. What is marked already is left as it is, because a mark that is set is a frame that is drawn. */
function mark(highlight: Highlight, found: readonly Range[]): void {
  const kept = new Set<AbstractRange>()
  for (const range of found) {
    const old = [...highlight].find((each) => isSame(each, range))
    if (old === undefined) highlight.add(range)
    kept.add(old ?? range)
  }
  for (const range of [...highlight]) if (!kept.has(range)) highlight.delete(range)
}

/** The marked word at a place on the page. */
export function markedAt(node: Node, offset: number): Misspelling | undefined {
  for (const range of CSS.highlights.get(NAME) ?? [])
    if (range instanceof Range && range.isPointInRange(node, offset))
      return { word: range.toString(), range }
  return undefined
}

/** One is still writing the word that the caret stands behind. */
function holdsCaret(range: Range): boolean {
  const selection = getSelection()
  return (
    selection?.isCollapsed === true &&
    selection.focusNode !== null &&
    range.endContainer === selection.focusNode &&
    range.endOffset === selection.focusOffset
  )
}

/** A line with the words in it that can be looked up. */
export interface SpelledLine extends Line {
  readonly words: readonly Word[]
}

/** The lines that have such words, in reading order: those on the screen, or all. */
export function* spelledLines(
  locale: string,
  speller: Speller,
  segmenter: Intl.Segmenter,
  near: boolean,
): Generator<SpelledLine> {
  for (const line of linesOf(document, locale, near)) {
    const words = wordsIn(line.text, segmenter, speller.script)
    if (words.length > 0) yield { ...line, words }
  }
}

/** What of a line is wrong: no dictionary has it, and it is none of the person's own words. */
export function misspellingsIn(line: SpelledLine, unknown: ReadonlySet<string>): Misspelling[] {
  if (unknown.size === 0) return []
  const own = ownWords()
  return line.words
    .filter(({ text }) => unknown.has(text) && !own.has(text.toLocaleLowerCase()))
    .map(({ text, start, end }) => ({ word: text, range: line.range(start, end) }))
}
