import { elementsIn, textOf, type XmlElement } from '../xml/element.ts'
import type { Look, Run } from './notation.ts'

/** WordprocessingML, transitional and strict (ISO/IEC 29500-1, 17). */
export const WORD: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])

const isWord = ({ namespace }: XmlElement): boolean => WORD.has(namespace)
export const wordChildren = (element: XmlElement, name: string): XmlElement[] =>
  elementsIn(element).filter((child) => isWord(child) && child.local === name)

const LOOK_OF: Readonly<Record<string, Look>> = {
  b: 'strong',
  i: 'emphasis',
  strike: 'delete',
  dstrike: 'delete',
}
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00AD',
}
/** What a reader of the document does not see: deleted or moved away, or a second form for older programs. */
const UNSEEN = new Set(['del', 'moveFrom', 'Fallback', 'rPr', 'pPr'])

const isOn = (property: XmlElement): boolean => {
  const value = property.attributes.find(({ local }) => local === 'val')?.value
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}

function run(element: XmlElement): Run[] {
  const properties = wordChildren(element, 'rPr').flatMap(elementsIn).filter(isOn)
  if (properties.some(({ local }) => local === 'vanish')) return []
  const looks = new Set(properties.flatMap(({ local }) => LOOK_OF[local] ?? []))
  const text = elementsIn(element)
    .map((child) => (child.local === 't' ? textOf(child) : (CHARACTERS[child.local] ?? '')))
    .join('')
  return text === '' ? [] : [{ text, looks }]
}

function* runsIn(element: XmlElement): Generator<Run> {
  for (const child of elementsIn(element)) {
    if (UNSEEN.has(child.local)) continue
    if (child.local === 'r' && isWord(child)) yield* run(child)
    else yield* runsIn(child)
  }
}

/** Paragraphs may stand in controls and custom XML; a table in a cell is read as its paragraphs. */
function* paragraphsIn(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    if (child.local === 'p' && isWord(child)) yield child
    else if (!UNSEEN.has(child.local)) yield* paragraphsIn(child)
  }
}

const plain = new Set<Look>()

/** The runs of a cell; each paragraph but the first begins with a break. What is alike and side by side is one. */
export function runsOfCell(cell: XmlElement): Run[] {
  const out: Run[] = []
  const paragraphs = [...paragraphsIn(cell)]
  for (const [index, paragraph] of paragraphs.entries()) {
    const runs = [...(index > 0 ? [{ text: '\n', looks: plain }] : []), ...runsIn(paragraph)]
    for (const one of runs) {
      const last = out.at(-1)
      const alike = last !== undefined && String([...last.looks]) === String([...one.looks])
      if (alike) out[out.length - 1] = { text: last.text + one.text, looks: last.looks }
      else out.push(one)
    }
  }
  return out
}

export const textOfCell = (cell: XmlElement): string =>
  runsOfCell(cell)
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()
