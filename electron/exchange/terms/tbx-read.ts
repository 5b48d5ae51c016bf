import { SaxesParser } from 'saxes'
import { canonicalLocale } from '../../../model/document/locale.ts'
import { Refusal } from '../../../model/errors/result.ts'
import type { PartOfSpeech, TermStatus } from '../../../model/terms/concept.ts'
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
import { decoded } from '../tmx/decode.ts'
import { speechNamed, statusNamed, SUBSETS } from './categories.ts'

/** No honest file nests deeper or has a longer text. */
const MOST = { depth: 32, text: 100_000, terms: 200 } as const

/** Elements by what they are, in ISO 30042:2019 and in the edition of 2008. */
const LEVELS: Readonly<Record<string, 'concept' | 'language' | 'term'>> = {
  conceptEntry: 'concept',
  termEntry: 'concept',
  langSec: 'language',
  langSet: 'language',
  termSec: 'term',
  tig: 'term',
  ntig: 'term',
}
const ROOTS = new Set(['tbx', 'martif', 'TBX'])
/** Elements of a data category that its attribute `type` names (DCA); in DCT style the element itself has its name. */
const TYPED = new Set(['descrip', 'termNote', 'admin'])
const READ = new Set([
  ...['term', 'note', 'subjectField', 'definition', 'partOfSpeech', 'administrativeStatus'],
  ...['projectSubset', 'usageNote'],
])

interface OpenTerm {
  text: string
  line: number
  status: TermStatus | null
  partOfSpeech: PartOfSpeech | null
  caseSensitive: boolean
  notes: string[]
}
interface OpenConcept {
  id: string | null
  line: number
  subject: string
  definition: string
  notes: string[]
  untranslatable: boolean
  locale: string | undefined
  terms: TermDraft[]
}

const reason = (message: string): string => message.replace(/^(?:[^:\n]*:)?\d+:\d+: /, '')
const bare = (name: string): string => name.slice(name.indexOf(':') + 1)
const localeOf = (tag: string | undefined): string | undefined =>
  tag === undefined ? undefined : canonicalLocale(tag.replaceAll('_', '-'))
/** We put a low line before an id that XML would not take. */
const idOf = (id: string | undefined): string | null => id?.replace(/^_/, '') ?? null

/**
 * Reads TBX, a piece at a time: ISO 30042:2019 in DCA and DCT style, and `martif` of the edition of 2008. What the dialect TBX-Basic says
 * beyond our fields is passed over. No entity is known but the five of XML. Throws FILE_NOT_TEXT, XML_INVALID with the line, and
 * TBX_INVALID where it is well-formed and no TBX.
 */
export async function* readTbx(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<TermPart> {
  const parser = new SaxesParser()
  const path: string[] = []
  let concepts: ConceptDraft[] = []
  let refused: Refused[] = []
  let concept: OpenConcept | undefined
  let term: OpenTerm | undefined
  let category: { name: string; text: string; depth: number } | undefined
  let line = 1
  const stop = (why: string): never => {
    throw new Refusal('XML_INVALID', { file, line: parser.line, why })
  }
  const refuse = (at: number, why: Refused['why'], text: string): void =>
    void refused.push({ line: at, why, text: text.slice(0, 60) })

  function endTerm(own: OpenConcept, { text, ...more }: OpenTerm): void {
    const flaw = flawOf(text)
    if (own.locale === undefined) refuse(more.line, 'language', text)
    else if (flaw !== undefined) refuse(more.line, flaw, text)
    else if (own.terms.length >= MOST.terms) refuse(more.line, 'many', text)
    else {
      const { status, partOfSpeech, notes } = more
      const caseSensitive = more.caseSensitive ? true : null
      const note = remark(notes.join('\n'))
      own.terms.push({ locale: own.locale, text, status, partOfSpeech, caseSensitive, note })
    }
  }
  function endConcept({ notes, locale: _, untranslatable, ...own }: OpenConcept): void {
    if (own.terms.length === 0) refuse(own.line, 'empty', own.id ?? '')
    else
      concepts.push({
        ...own,
        untranslatable: untranslatable ? true : null,
        note: remark(notes.join('\n')),
      })
  }
  function endCategory(own: OpenConcept, name: string, text: string): void {
    // What is broken and indented so that it can be read as XML is one line.
    const value = text.replaceAll(/[ \t]*\r?\n[ \t]+/gu, ' ').trim()
    if (value === '') return
    if (name === 'term' && term !== undefined) term.text = inLine(text)
    else if (name === 'subjectField') own.subject ||= subjectLine(text)
    else if (name === 'definition') own.definition ||= remark(value)
    else if (name === 'partOfSpeech' && term !== undefined) term.partOfSpeech ??= speechNamed(value)
    else if (name === 'administrativeStatus' && term !== undefined) term.status = statusNamed(value)
    else if (name === 'note' || name === 'usageNote') (term ?? own).notes.push(value)
    else if (name === 'projectSubset') {
      if (term === undefined) own.untranslatable ||= value === SUBSETS.untranslatable
      else if (value === SUBSETS.caseSensitive) term.caseSensitive = true
      else if (value === SUBSETS.name) term.partOfSpeech = 'properNoun'
    }
  }

  parser.on('error', (error) => stop(reason(error.message)))
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) stop('DOCTYPE')
  })
  parser.on('opentagstart', () => {
    line = parser.line
  })
  parser.on('opentag', ({ name, attributes }) => {
    const local = bare(name)
    if (path.length === 0 && !ROOTS.has(local))
      throw new Refusal('TBX_INVALID', { file, what: name.slice(0, 60) })
    if (path.length >= MOST.depth) stop(`<${name}>`)
    path.push(local)
    if (category !== undefined) return
    const level = LEVELS[local]
    if (level === 'concept')
      concept = {
        id: idOf(attributes['id']),
        line,
        subject: '',
        definition: '',
        notes: [],
        untranslatable: false,
        locale: undefined,
        terms: [],
      }
    else if (level === 'language' && concept !== undefined)
      concept.locale = localeOf(attributes['xml:lang'] ?? attributes['lang'])
    else if (level === 'term')
      term = { text: '', line, status: null, partOfSpeech: null, caseSensitive: false, notes: [] }
    else if (concept !== undefined) {
      const named = TYPED.has(local) ? (attributes['type'] ?? '') : local
      if (READ.has(named)) category = { name: named, text: '', depth: path.length }
    }
  })
  parser.on('closetag', () => {
    const depth = path.length
    const local = path.pop()!
    if (concept === undefined) return
    if (category !== undefined) {
      if (depth > category.depth) return
      endCategory(concept, category.name, category.text)
      category = undefined
      return
    }
    const level = LEVELS[local]
    if (level === 'term' && term !== undefined) {
      endTerm(concept, term)
      term = undefined
    } else if (level === 'concept') {
      endConcept(concept)
      concept = undefined
    }
  })
  const say = (text: string): void => {
    if (category !== undefined && category.text.length < MOST.text) category.text += text
  }
  parser.on('text', say)
  parser.on('cdata', say)
  const part = (): TermPart => {
    const made = { concepts, refused }
    ;[concepts, refused] = [[], []]
    return made
  }
  for await (const text of decoded(file, bytes)) {
    parser.write(text)
    if (concepts.length + refused.length > 0) yield part()
  }
  parser.close()
  yield part()
}
