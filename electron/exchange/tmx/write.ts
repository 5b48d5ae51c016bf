import type { StoredEntry } from '../../../model/memory/entry.ts'
import { escapeText, withoutForbidden, writeAttributes } from '../xml/write.ts'
import { writeSegment } from './segment.ts'

/** RFC 3339 as the time of TMX. */
const timeOf = (at: string): string => at.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')

/** The beginning of a TMX 1.4b file. Each unit says in which language its source is. */
export const writeHead = (version: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  <header${writeAttributes({
    creationtool: 'Afterword',
    creationtoolversion: version,
    segtype: 'block',
    'o-tmf': 'Afterword',
    adminlang: 'en',
    srclang: '*all*',
    datatype: 'plaintext',
  })}/>\n  <body>\n`

export const TAIL = '  </body>\n</tmx>\n'

export function writeUnit(entry: StoredEntry): string {
  const { sourceLocale, targetLocale, author, at } = entry
  const attributes = writeAttributes({
    tuid: String(entry.id),
    srclang: sourceLocale,
    changedate: timeOf(at),
    changeid: author === null ? undefined : withoutForbidden(author),
  })
  const properties = Object.entries({
    'x-unit': entry.unit,
    'x-source-hash': entry.sourceHash,
    'x-previous': entry.previous,
    'x-next': entry.next,
  }).map(([type, value]) =>
    value === '' ? '' : `      <prop${writeAttributes({ type })}>${escapeText(value)}</prop>\n`,
  )
  const variant = (locale: string, segment: string): string =>
    `      <tuv${writeAttributes({ 'xml:lang': locale })}><seg>${segment}</seg></tuv>\n`
  return (
    `    <tu${attributes}>\n${properties.join('')}` +
    variant(sourceLocale, writeSegment(entry.source)) +
    variant(targetLocale, writeSegment(entry.target)) +
    '    </tu>\n'
  )
}
