import { Refusal } from '../../../model/errors/result.ts'
import { canonicalLocale } from '../../../model/document/locale.ts'
import {
  flawOf,
  inLine,
  remark,
  subjectLine,
  type ConceptDraft,
  type Refused,
  type TermDraft,
  type TermPart,
} from '../../../model/terms/draft.ts'
import { speechNamed, statusNamed, truthOf } from './categories.ts'
import { columnOf, localeOfColumn, unguarded, type Column } from './csv-columns.ts'
import { csvRows, type CsvRow } from './csv-rows.ts'

interface Header {
  readonly columns: ReadonlyMap<Column, number>
  /** Columns that are languages: a term in each. */
  readonly languages: readonly { readonly locale: string; readonly at: number }[]
}

function headerOf(file: string, { cells }: CsvRow): Header {
  const columns = new Map<Column, number>()
  const languages: { locale: string; at: number }[] = []
  for (const [at, name] of cells.entries()) {
    const column = columnOf(unguarded(name))
    const locale = column === undefined ? localeOfColumn(name) : undefined
    if (column !== undefined && !columns.has(column)) columns.set(column, at)
    else if (locale !== undefined) languages.push({ locale, at })
  }
  const isLong = columns.has('term') && columns.has('language')
  if (!isLong && languages.length === 0) throw new Refusal('CSV_NO_TERMS', { file })
  return { columns, languages: isLong ? [] : languages }
}

type Draft = { -readonly [K in keyof ConceptDraft]: ConceptDraft[K] } & { terms: TermDraft[] }

/**
 * Reads a table of terms: a row for each term, with the columns of `COLUMNS`, or a row for each concept with a column for each
 * language, named by its tag. Rows of one concept stand one behind the other. Throws what `csvRows` does, and CSV_NO_TERMS.
 */
export async function* readTermsCsv(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<TermPart> {
  let header: Header | undefined
  let open: Draft | undefined
  let concepts: ConceptDraft[] = []
  let refused: Refused[] = []

  function read(row: CsvRow, { columns, languages }: Header): void {
    const { line } = row
    const cell = (column: Column): string => unguarded(row.cells[columns.get(column) ?? -1] ?? '')
    const refuse = (why: Refused['why'], text: string): void =>
      void refused.push({ line, why, text: text.slice(0, 60) })
    const id = cell('concept_id').trim()
    if (open === undefined || id === '' || open.id !== id) {
      close()
      open = {
        id: id === '' ? null : id,
        subject: subjectLine(cell('subject')),
        definition: remark(cell('definition')),
        note: remark(cell('note')),
        untranslatable: truthOf(cell('do_not_translate')),
        terms: [],
        line,
      }
    }
    const take = (locale: string | undefined, cellText: string, named: string): void => {
      const text = inLine(cellText)
      const flaw = flawOf(text)
      if (flaw !== undefined) return refuse(flaw, text)
      if (locale === undefined) return refuse('language', named === '' ? text : named)
      if (open!.terms.length >= 200) return refuse('many', text)
      open!.terms.push({
        locale,
        text,
        status: statusNamed(cell('status')),
        partOfSpeech: speechNamed(cell('part_of_speech')),
        note: remark(cell('term_note')),
        caseSensitive: truthOf(cell('case_sensitive')),
      })
    }
    if (languages.length === 0) {
      const named = cell('language').trim()
      take(canonicalLocale(named.replaceAll('_', '-')), cell('term'), named)
      return
    }
    const filled = languages.filter(({ at }) => (row.cells[at] ?? '').trim() !== '')
    if (filled.length === 0) refuse('empty', '')
    for (const { locale, at } of filled) take(locale, unguarded(row.cells[at]!), '')
  }
  function close(): void {
    if (open !== undefined && open.terms.length > 0) concepts.push(open)
    open = undefined
  }
  for await (const rows of csvRows(file, bytes)) {
    for (const row of rows)
      if (header === undefined) header = headerOf(file, row)
      else read(row, header)
    if (concepts.length + refused.length === 0) continue
    yield { concepts, refused }
    ;[concepts, refused] = [[], []]
  }
  if (header === undefined) throw new Refusal('FILE_EMPTY', { file })
  close()
  yield { concepts, refused }
}
