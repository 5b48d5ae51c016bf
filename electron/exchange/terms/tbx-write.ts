import type { Concept, Term } from '../../../model/terms/concept.ts'
import { escapeText, withoutForbidden, writeAttributes } from '../xml/write.ts'
import { SUBSETS } from './categories.ts'

const STATUS: Readonly<Record<Term['status'], string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
}

const text = (value: string): string => escapeText(withoutForbidden(value))
const element = (name: string, type: string | undefined, value: string, depth: number): string =>
  value === ''
    ? ''
    : `${'  '.repeat(depth)}<${name}${writeAttributes({ type })}>${text(value)}</${name}>\n`

/** The id of a concept as XML takes it: a name, which begins with a letter or a low line. */
const idOf = (id: string): string => (/^[A-Za-z]/.test(id) ? id : `_${id}`)

/** The beginning of a file in the dialect TBX-Basic of ISO 30042:2019, in DCA style. */
export const tbxHead = (version: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  `<tbx${writeAttributes({
    type: 'TBX-Basic',
    style: 'dca',
    'xml:lang': 'en',
    xmlns: 'urn:iso:std:iso:30042:ed-2',
  })}>\n  <tbxHeader>\n    <fileDesc>\n      <sourceDesc>\n        <p>${text(`Afterword ${version}`)}</p>\n` +
  '      </sourceDesc>\n    </fileDesc>\n  </tbxHeader>\n  <text>\n    <body>\n'

export const TBX_TAIL = '    </body>\n  </text>\n</tbx>\n'

function termSection({ text: term, status, partOfSpeech, caseSensitive, note }: Term): string {
  const isName = partOfSpeech === 'properNoun'
  return (
    '          <termSec>\n' +
    element('term', undefined, term, 6) +
    // The dialect has no value for names.
    element('termNote', 'partOfSpeech', isName ? 'noun' : (partOfSpeech ?? ''), 6) +
    element('termNote', 'administrativeStatus', STATUS[status], 6) +
    element('admin', 'projectSubset', isName ? SUBSETS.name : '', 6) +
    element('admin', 'projectSubset', caseSensitive ? SUBSETS.caseSensitive : '', 6) +
    element('note', undefined, note, 6) +
    '          </termSec>\n'
  )
}

export function tbxConcept({
  id,
  subject,
  definition,
  note,
  untranslatable,
  terms,
}: Concept): string {
  const locales = [...new Set(terms.map(({ locale }) => locale))]
  const sections = locales.map((locale) => {
    const own = terms.filter((term) => term.locale === locale).map(termSection)
    return `        <langSec${writeAttributes({ 'xml:lang': locale })}>\n${own.join('')}        </langSec>\n`
  })
  return (
    `      <conceptEntry${writeAttributes({ id: idOf(id) })}>\n` +
    element('descrip', 'subjectField', subject, 4) +
    element('descrip', 'definition', definition, 4) +
    element('admin', 'projectSubset', untranslatable ? SUBSETS.untranslatable : '', 4) +
    element('note', undefined, note, 4) +
    sections.join('') +
    '      </conceptEntry>\n'
  )
}
