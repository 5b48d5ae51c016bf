import type { LanguageData } from '../../../locales/language-data.ts'
import type { EntryKind } from '../../../model/document/entry.ts'
import { SECTION_KINDS, type SectionKind } from '../../../model/document/section.ts'
import { holdsPhrase, isPhrase, normalise } from './phrase.ts'

/** `3. Lessons` and `3 | Lessons` are headed by `Lessons`. */
const NUMBERING = /^[\p{Nd}.)\s|–—-]+(?=\p{L})/u

/** The kind that a heading names in its language, or undefined. */
export function kindOfHeading(
  heading: string,
  language: LanguageData | undefined,
): SectionKind | undefined {
  const text = normalise(heading.normalize('NFKC').replace(NUMBERING, ''))
  if (text === '' || !language) return undefined
  return SECTION_KINDS.find((kind) =>
    language.headings[kind]?.some((phrase) => isPhrase(text, phrase)),
  )
}

type Cue = Exclude<EntryKind, 'measure'>

/**
 * What a sentence says that the list below it holds. `among` in order of preference: a sentence about measures that
 * follow from lessons leads into measures.
 */
export function cueIn(
  sentence: string,
  language: LanguageData | undefined,
  among: readonly Cue[],
): Cue | undefined {
  const text = normalise(sentence)
  return among.find((cue) => language?.cues[cue]?.some((phrase) => holdsPhrase(text, phrase)))
}

/**
 * The entries that a list in a section of each kind may hold, and the one it holds without any cue. Elsewhere
 * "actions" are as often an attacker's as one's own, so a list of commitments needs a heading that says so.
 */
const ANYWHERE: readonly Cue[] = ['finding', 'lesson', 'event']
export const LISTS: Readonly<
  Record<SectionKind, { readonly cues: readonly Cue[]; readonly otherwise: Cue | undefined }>
> = {
  summary: { cues: ANYWHERE, otherwise: undefined },
  timeline: { cues: [], otherwise: 'event' },
  impact: { cues: ['finding'], otherwise: undefined },
  findings: { cues: [], otherwise: 'finding' },
  response: { cues: ['finding', 'lesson'], otherwise: undefined },
  lessons: { cues: ['action', 'lesson'], otherwise: 'lesson' },
  actions: { cues: [], otherwise: 'action' },
  questions: { cues: [], otherwise: undefined },
  outlook: { cues: ['lesson'], otherwise: undefined },
  prose: { cues: ANYWHERE, otherwise: undefined },
}
