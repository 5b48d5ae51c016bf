import type { Concept } from '../../../model/terms/concept.ts'
import { COLUMNS, guarded } from './csv-columns.ts'
import type { Delimiter } from './csv-rows.ts'

const cell = (text: string, delimiter: Delimiter): string => {
  const safe = guarded(text)
  return /["\r\n]/u.test(safe) || safe.includes(delimiter) || safe.trim() !== safe
    ? `"${safe.replaceAll('"', '""')}"`
    : safe
}
const row = (cells: readonly string[], delimiter: Delimiter): string =>
  `${cells.map((text) => cell(text, delimiter)).join(delimiter)}\r\n`
const truth = (value: boolean): string => (value ? 'yes' : 'no')

/** The byte order mark, by which spreadsheet programs know UTF-8, and the names of the columns. */
export const csvHead = (delimiter: Delimiter): string => `\uFEFF${row(COLUMNS, delimiter)}`

/** A row for each term of a concept, as RFC 4180 has it. No cell is a formula to a spreadsheet program. */
export const csvConcept = (concept: Concept, delimiter: Delimiter): string =>
  concept.terms
    .map((term) =>
      row(
        [
          concept.id,
          concept.subject,
          concept.definition,
          concept.note,
          truth(concept.untranslatable),
          term.locale,
          term.text,
          term.status,
          term.partOfSpeech ?? '',
          term.note,
          truth(term.caseSensitive),
        ],
        delimiter,
      ),
    )
    .join('')
