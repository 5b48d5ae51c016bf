import { Refusal } from '../../../model/errors/result.ts'
import { decoded } from '../tmx/decode.ts'

/** A row of a file, and the line that it begins on, from 1. */
export interface CsvRow {
  readonly cells: readonly string[]
  readonly line: number
}

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** No honest file has longer cells or more of them in a row. */
const MOST = { cell: 100_000, cells: 1000 } as const
/** So much is looked at to find out what stands between cells. */
const HEAD = 8192

/** What stands between the cells of the first row: the sign that it has most of outside of quotation marks. */
function delimiterOf(head: string): Delimiter {
  const counts = new Map<string, number>()
  let quoted = false
  for (const sign of head) {
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '\n' || sign === '\r')) break
    else if (!quoted) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  const count = (one: Delimiter): number => counts.get(one) ?? 0
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0]!
}

/** A line in which Excel is told the delimiter. */
const TOLD = /^sep=(.)\r?\n/iu

/**
 * The rows of a file of separated values (RFC 4180), as its bytes come: UTF-8 or UTF-16 by its byte order mark, with any of the usual
 * delimiters, line ends of any kind, and quoted cells of several lines. Blank rows are passed over. Throws FILE_NOT_TEXT, and
 * CSV_UNCLOSED with the line where a quoted cell has no end.
 */
export async function* csvRows(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<CsvRow[]> {
  let delimiter: string | undefined
  let waiting = ''
  let line = 1
  let [row, cell]: [string[], string] = [[], '']
  let begun = 1
  /** In a quoted cell; after a quotation mark in it, which may be doubled or the last. */
  let state = 'plain' as 'plain' | 'quoted' | 'closing'
  let quoteLine = 1
  let wasReturn = false
  let rows: CsvRow[] = []
  const endCell = (): void => {
    if (row.length < MOST.cells) row.push(cell)
    cell = ''
    state = 'plain'
  }
  const endRow = (): void => {
    endCell()
    if (row.some((one) => one.trim() !== '')) rows.push({ cells: row, line: begun })
    row = []
    begun = line
  }
  const add = (sign: string): void => {
    if (cell.length < MOST.cell) cell += sign
  }
  function read(text: string): void {
    for (const sign of text) {
      const isEnd = sign === '\n' || sign === '\r'
      const isSecond = wasReturn && sign === '\n'
      if (isEnd && !isSecond) line++
      wasReturn = sign === '\r'
      if (state === 'quoted') {
        if (sign === '"') state = 'closing'
        else if (!isSecond) add(isEnd ? '\n' : sign)
      } else if (state === 'closing' && sign === '"') {
        add('"')
        state = 'quoted'
      } else if (sign === delimiter) endCell()
      else if (isEnd) {
        if (isSecond) begun = line
        else endRow()
      } else if (sign === '"' && cell === '' && state === 'plain') {
        state = 'quoted'
        quoteLine = line
      } else add(sign)
    }
  }
  function begin(): void {
    const told = TOLD.exec(waiting)
    delimiter = told?.[1] ?? delimiterOf(waiting)
    if (told !== null) {
      waiting = waiting.slice(told[0].length)
      line = begun = 2
    }
    read(waiting)
    waiting = ''
  }
  for await (const text of decoded(file, bytes)) {
    if (delimiter === undefined) {
      waiting += text
      if (waiting.length < HEAD) continue
      begin()
    } else read(text)
    yield rows
    rows = []
  }
  if (delimiter === undefined) begin()
  if (state === 'quoted') throw new Refusal('CSV_UNCLOSED', { file, line: quoteLine })
  if (cell !== '' || row.length > 0) endRow()
  yield rows
}
