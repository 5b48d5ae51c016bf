import { LONGEST_TERM, type Concept, type Term } from './concept.ts'

/** A term as a file has it; null where the file does not say. */
export interface TermDraft extends Pick<Term, 'locale' | 'text' | 'note'> {
  readonly status: Term['status'] | null
  readonly partOfSpeech: Term['partOfSpeech']
  readonly caseSensitive: boolean | null
}

/** A concept as a file has it. `line`: where it begins, from 1. */
export interface ConceptDraft extends Pick<Concept, 'subject' | 'definition' | 'note'> {
  readonly id: string | null
  readonly untranslatable: boolean | null
  readonly terms: readonly TermDraft[]
  readonly line: number
}

/**
 * Why something in a file is no term: nothing stands there, its language is none, it is longer than terms are, or its concept has
 * more than a concept can have.
 */
export const TERM_FLAWS = ['empty', 'language', 'long', 'many'] as const
export type TermFlaw = (typeof TERM_FLAWS)[number]

/** What was not taken from a file, and where it stands there. */
export interface Refused {
  readonly line: number
  readonly why: TermFlaw
  /** Its beginning. */
  readonly text: string
}

/** What a piece of a file came to. */
export interface TermPart {
  readonly concepts: readonly ConceptDraft[]
  readonly refused: readonly Refused[]
}

const LONGEST_REMARK = 2000

// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F]/gu
/** A text in one line. */
export const inLine = (text: string): string =>
  text
    .replaceAll(/[\s\u2028\u2029]+/gu, ' ')
    .replace(CONTROLS, '')
    .trim()
/** A remark as it can be kept: what is beyond its length goes. */
export const remark = (text: string): string =>
  text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/\n[ \t]+/gu, '\n')
    .replace(CONTROLS, '')
    .trim()
    .slice(0, LONGEST_REMARK)
    .trim()
export const subjectLine = (text: string): string => inLine(text).slice(0, LONGEST_TERM).trim()

/** What keeps a text from being a term; undefined where nothing does. */
export function flawOf(text: string): TermFlaw | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty'
  return text.length > LONGEST_TERM ? 'long' : undefined
}
