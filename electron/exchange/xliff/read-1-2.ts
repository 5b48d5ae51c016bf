import { canonicalLocale } from '../../../model/document/locale.ts'
import type { TranslationState } from '../../../model/document/translation.ts'
import { attribute, elementsIn, textOf, within, type XmlElement } from '../xml/element.ts'
import type { Returned, ReturnedUnit } from '../bilingual/bilingual.ts'
import type { Token } from '../bilingual/code.ts'
import { OWN, XLIFF_1_2 } from './names.ts'
import { readNotes12 } from './notes.ts'
import { STATE_IN_1_2 } from './state.ts'

/** What stands in a code is the code as it was in the file: our shell, where a tool wrote it down. */
const shellIn = (element: XmlElement): string | undefined => {
  const text = textOf(element).trim()
  return text.startsWith('{') ? text : undefined
}

/** The inline content of XLIFF 1.2 as tokens. Codes have the numbers that ours have; `rid` names a pair. */
function readInline(side: XmlElement): Token[] {
  const out: Token[] = []
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        out.push({ kind: 'text', text: child })
        continue
      }
      const id = attribute(child, 'rid') ?? attribute(child, 'id') ?? ''
      const code = { id, shell: shellIn(child) }
      if (child.local === 'g') {
        out.push({ kind: 'open', code: { id, shell: undefined } })
        walk(child)
        out.push({ kind: 'close', code: { id, shell: undefined } })
      } else if (child.local === 'x' || child.local === 'ph') out.push({ kind: 'single', code })
      else if (child.local === 'bx' || child.local === 'bpt') out.push({ kind: 'open', code })
      else if (child.local === 'ex' || child.local === 'ept')
        out.push({ kind: 'close', code: { id, shell: undefined } })
      else if (/^it$/.test(child.local))
        out.push({ kind: attribute(child, 'pos') === 'close' ? 'close' : 'open', code })
      else if (child.local === 'mrk') walk(child)
    }
  }
  walk(side)
  return out
}

function stateOf(unit: XmlElement, target: XmlElement | undefined): TranslationState | undefined {
  const state = target && attribute(target, 'state')
  const known = state === undefined ? undefined : STATE_IN_1_2[state]
  if (attribute(unit, 'approved') === 'yes') return known === 'approved' ? known : 'reviewed'
  return known
}

function unitOf(unit: XmlElement): ReturnedUnit {
  const side = (name: string) => elementsIn(unit).find(({ local }) => local === name)
  const source = side('source')
  const target = side('target')
  const sourceHash = attribute(unit, 'source', OWN)
  return {
    id: attribute(unit, 'id')!,
    line: unit.line,
    sourceHash,
    targetHash: attribute(unit, 'target', OWN) ?? (sourceHash === undefined ? undefined : ''),
    stateThen: undefined,
    staleHash: undefined,
    source: source ? readInline(source) : [],
    target: target && readInline(target),
    state: stateOf(unit, target),
    notes: readNotes12(unit),
  }
}

/** The files of a document of XLIFF 1.2 that breaks no rule. `original` names the postmortem. */
export const readXliff12 = (root: XmlElement): Returned[] =>
  elementsIn(root)
    .filter(({ local }) => local === 'file')
    .map((file) => ({
      postmortem: attribute(file, 'original')!,
      sourceLocale: canonicalLocale(attribute(file, 'source-language') ?? '') ?? '',
      locale: canonicalLocale(attribute(file, 'target-language') ?? '') ?? '',
      audience: undefined,
      units: [...within(file)]
        .filter(({ local, namespace }) => local === 'trans-unit' && namespace === XLIFF_1_2)
        .map(unitOf),
    }))
