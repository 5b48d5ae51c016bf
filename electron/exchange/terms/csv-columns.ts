import { canonicalLocale } from '../../../model/document/locale.ts'

/** A row for each term; what belongs to its concept stands in each of its rows. */
export const COLUMNS = [
  'concept_id',
  'subject',
  'definition',
  'note',
  'do_not_translate',
  'language',
  'term',
  'status',
  'part_of_speech',
  'term_note',
  'case_sensitive',
] as const
export type Column = (typeof COLUMNS)[number]

/** What a cell would be taken for by a spreadsheet program: a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r]/u
/** The guard itself is guarded too, so that what was there is what comes back. */
const GUARDED = /^'[=+\-@\t\r']/u

export const guarded = (text: string): string =>
  FORMULA.test(text) || GUARDED.test(text) ? `'${text}` : text
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text)

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** The language that a column is in, where its name is the tag of one. */
export function localeOfColumn(name: string): string | undefined {
  const tag = name.trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(tag)) return undefined
  const locale = canonicalLocale(tag)
  if (locale === undefined) return undefined
  return languageNames.of(new Intl.Locale(locale).language) === undefined ? undefined : locale
}

/** Names that other programs give the same. */
const ALSO: Readonly<Record<string, Column>> = {
  id: 'concept_id',
  concept: 'concept_id',
  entry_id: 'concept_id',
  domain: 'subject',
  subject_field: 'subject',
  lang: 'language',
  locale: 'language',
  pos: 'part_of_speech',
  usage_status: 'status',
  untranslatable: 'do_not_translate',
  comment: 'note',
}

export function columnOf(name: string): Column | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, '_')
  return COLUMNS.find((column) => column === plain) ?? ALSO[plain]
}
