import { SaxesParser } from 'saxes'
import * as v from 'valibot'
import { canonicalLocale } from '../../../model/document/locale.ts'
import { isBlank, type Content } from '../../../model/document/text.ts'
import { Refusal } from '../../../model/errors/result.ts'
import { EntrySchema, type Entry } from '../../../model/memory/entry.ts'
import { decoded } from './decode.ts'
import { segmentReader, type SegmentReader } from './segment.ts'

/** What came of a piece of the file. */
export interface TmxPart {
  readonly entries: readonly Entry[]
  /** Units that say nothing, in no language, in one alone, or more than a text can hold. */
  readonly skipped: number
}

/** No honest file nests deeper, has more languages in a unit, or a longer text. */
const MOST = { depth: 32, variants: 200, text: 100_000 } as const
const ALL = '*all*'

interface Variant {
  readonly locale: string | undefined
  readonly named: string
  content: Content
}

interface Unit {
  readonly attributes: Readonly<Record<string, string>>
  readonly variants: Variant[]
  readonly properties: Map<string, string>
}

/** saxes begins its messages with the place. */
const reason = (message: string): string => message.replace(/^(?:[^:\n]*:)?\d+:\d+: /, '')

const localeOf = (tag: string | undefined): string | undefined =>
  tag === undefined ? undefined : canonicalLocale(tag.replaceAll('_', '-'))

/** The time of TMX (ISO 8601, basic) as RFC 3339; undefined where it is none. */
function timeOf(text: string | undefined): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '')
  if (parts === null) return undefined
  const [, year, month, day, hour, minute, second] = parts
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}

function entriesOf(unit: Unit, sourceLanguage: string, now: string): Entry[] {
  const { attributes, variants, properties } = unit
  const language = attributes['srclang'] ?? sourceLanguage
  const isSource = ({ named }: Variant): boolean =>
    named.toLowerCase() === language.toLowerCase() ||
    // `en` may stand for `en-US` and the other way round.
    localeOf(named)?.split('-')[0] === localeOf(language)?.split('-')[0]
  const source = language === ALL ? variants[0] : variants.find(isSource)
  if (source?.locale === undefined || isBlank(source.content)) return []
  const author = (attributes['changeid'] ?? attributes['creationid'] ?? '').slice(0, 200)
  return variants.flatMap((target) => {
    if (target === source || isBlank(target.content)) return []
    const entry = v.safeParse(EntrySchema, {
      sourceLocale: source.locale,
      targetLocale: target.locale,
      source: source.content,
      target: target.content,
      origin: 'file',
      author: author === '' ? null : author,
      at: timeOf(attributes['changedate'] ?? attributes['creationdate']) ?? now,
      unit: properties.get('x-unit') ?? '',
      sourceHash: properties.get('x-source-hash') ?? '',
      previous: properties.get('x-previous') ?? '',
      next: properties.get('x-next') ?? '',
    })
    return entry.success && entry.output.targetLocale !== entry.output.sourceLocale
      ? [entry.output]
      : []
  })
}

/**
 * Reads TMX 1.4b (https://www.gala-global.org/tmx-14b) and the versions before it, a piece at a time. No entity is known but
 * the five of XML, and nothing that a declaration names is fetched. Throws FILE_NOT_TEXT, XML_INVALID with the line, and
 * TMX_INVALID where it is well-formed and no TMX.
 */
export async function* readTmx(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  now: string,
): AsyncGenerator<TmxPart> {
  const parser = new SaxesParser()
  const path: string[] = []
  let entries: Entry[] = []
  let skipped = 0
  let sourceLanguage = ALL
  let unit: Unit | undefined
  let segment: SegmentReader | undefined
  let length = 0
  let property: { name: string; text: string } | undefined
  const refuse = (why: string): never => {
    throw new Refusal('XML_INVALID', { file, line: parser.line, why })
  }
  parser.on('error', (error) => refuse(reason(error.message)))
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) refuse('DOCTYPE')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length === 0 && name !== 'tmx') throw new Refusal('TMX_INVALID', { file, what: name })
    if (path.length >= MOST.depth) refuse(`<${name}>`)
    path.push(name)
    if (segment !== undefined) segment.open(name, attributes)
    else if (name === 'header') sourceLanguage = attributes['srclang'] ?? ALL
    else if (name === 'tu') unit = { attributes, variants: [], properties: new Map() }
    else if (name === 'tuv' && unit !== undefined) {
      const named = attributes['xml:lang'] ?? attributes['lang'] ?? ''
      if (unit.variants.length >= MOST.variants) refuse(`<${name}>`)
      unit.variants.push({ named, locale: localeOf(named), content: [] })
    } else if (name === 'prop') property = { name: attributes['type'] ?? '', text: '' }
    else if (name === 'seg' && unit?.variants.length) {
      segment = segmentReader()
      length = 0
    }
  })
  parser.on('closetag', ({ name }) => {
    path.pop()
    if (segment !== undefined && name !== 'seg') segment.close(name)
    else if (segment !== undefined) {
      if (length <= MOST.text) unit!.variants.at(-1)!.content = segment.content()
      segment = undefined
    } else if (name === 'prop' && property !== undefined) {
      unit?.properties.set(property.name, property.text)
      property = undefined
    } else if (name === 'tu' && unit !== undefined) {
      const made = entriesOf(unit, sourceLanguage, now)
      if (made.length === 0) skipped++
      entries.push(...made)
      unit = undefined
    }
  })
  const say = (text: string): void => {
    if (segment !== undefined) {
      length += text.length
      if (length <= MOST.text) segment.text(text)
    } else if (property !== undefined && property.text.length < MOST.text) property.text += text
  }
  parser.on('text', say)
  parser.on('cdata', say)
  for await (const text of decoded(file, bytes)) {
    parser.write(text)
    if (entries.length === 0 && skipped === 0) continue
    yield { entries, skipped }
    entries = []
    skipped = 0
  }
  parser.close()
  if (entries.length > 0 || skipped > 0) yield { entries, skipped }
}
