import { parseXml } from '../../../electron/exchange/xml/parse.ts'
import { validate } from '../../../electron/exchange/xliff/validate.ts'
import { valueOf } from '../../fixtures/library.ts'

const NAMESPACES = {
  ctr: 'urn:oasis:names:tc:xliff:changetracking:2.0',
  fs: 'urn:oasis:names:tc:xliff:fs:2.0',
  gls: 'urn:oasis:names:tc:xliff:glossary:2.0',
  mda: 'urn:oasis:names:tc:xliff:metadata:2.0',
  mtc: 'urn:oasis:names:tc:xliff:matches:2.0',
  res: 'urn:oasis:names:tc:xliff:resourcedata:2.0',
  slr: 'urn:oasis:names:tc:xliff:sizerestriction:2.0',
  val: 'urn:oasis:names:tc:xliff:validation:2.0',
  its: 'http://www.w3.org/2005/11/its',
  own: 'urn:example:own',
}
const DECLARED = Object.entries(NAMESPACES)
  .map(([prefix, name]) => ` xmlns:${prefix}="${name}"`)
  .join('')

export const root = (inner: string, attributes = 'srcLang="en" trgLang="fr" version="2.1"') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"${DECLARED} ${attributes}>${inner}</xliff>`
export const inFile = (inner: string) => root(`<file id="f">${inner}</file>`)
export const inUnit = (inner: string, attributes = '') =>
  inFile(`<unit id="u"${attributes}>${inner}</unit>`)
export const segment = (source: string, target?: string) =>
  `<segment><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`
/** One unit with one segment. */
export const text = (source: string, target?: string) => inUnit(segment(source, target))
export const plain = segment('x')

/** The names of the rules that a file breaks, each once, in order. */
export const rulesOf = (xml: string): string[] => [
  ...new Set(validate(valueOf(parseXml(xml, 'x.xlf'))).map(({ rule }) => rule)),
]
