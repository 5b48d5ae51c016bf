import {
  PARTS_OF_SPEECH,
  type PartOfSpeech,
  type TermStatus,
} from '../../../model/terms/concept.ts'

/** What TBX-Basic has no data category for stands in the one that it leaves to the writer, `projectSubset`. */
export const SUBSETS = {
  untranslatable: 'do-not-translate',
  caseSensitive: 'case-sensitive',
  name: 'proper-noun',
} as const

/** A status by the names that files give it; null where it is none of them. */
export function statusNamed(name: string): TermStatus | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/term(?:-admn-sts)?$/u, '')
  if (plain === 'preferred') return 'preferred'
  if (['admitted', 'allowed', 'approved', 'legal', 'standardized'].includes(plain))
    return 'admitted'
  return ['deprecated', 'superseded', 'forbidden', 'prohibited', 'obsolete'].includes(plain)
    ? 'forbidden'
    : null
}

/** A part of speech by the names that files give it; null where none is said, `other` where it is one that we do not tell apart. */
export function speechNamed(name: string): PartOfSpeech | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]/gu, '')
  if (plain === '') return null
  return PARTS_OF_SPEECH.find((one) => one.toLowerCase() === plain) ?? 'other'
}

const YES = new Set(['true', 'yes', '1', 'x'])
const NO = new Set(['false', 'no', '0'])
export const truthOf = (text: string): boolean | null =>
  YES.has(text.trim().toLowerCase()) ? true : NO.has(text.trim().toLowerCase()) ? false : null
