import * as v from 'valibot'
import { AudienceSchema } from '../../../model/document/audience.ts'
import { canonicalLocale } from '../../../model/document/locale.ts'
import { TRANSLATION_STATES, type TranslationState } from '../../../model/document/translation.ts'
import { attribute, elementsIn, within, type XmlElement } from '../xml/element.ts'
import type { Returned, ReturnedUnit } from '../bilingual/bilingual.ts'
import type { Token } from '../bilingual/code.ts'
import { dataText, readInline } from './inline.ts'
import { isCore, OWN } from './names.ts'
import { readNotes } from './notes.ts'
import { orderedTargets, partsOf } from './rules/unit.ts'
import { STATE_IN } from './state.ts'

/** The least that any segment with a text says; what was stale when it left says what it was before. */
function stateOf(segments: readonly XmlElement[]): TranslationState {
  const states = segments.map((segment): TranslationState => {
    const before = /^afterword:stale-(.*)$/.exec(attribute(segment, 'subState') ?? '')?.[1]
    const state = attribute(segment, 'state') ?? 'initial'
    const named = TRANSLATION_STATES.find((one) => one === before)
    return (state === 'initial' ? named : undefined) ?? STATE_IN[state] ?? 'draft'
  })
  return TRANSLATION_STATES.find((one) => states.includes(one)) ?? 'draft'
}

const stillStale = (segments: readonly XmlElement[]): boolean =>
  segments.every(
    (one) =>
      attribute(one, 'subState')?.startsWith('afterword:stale-') === true &&
      attribute(one, 'state') === 'initial',
  )

function unitOf(unit: XmlElement): ReturnedUnit {
  const data = new Map(
    elementsIn(unit)
      .filter(({ local }) => local === 'originalData')
      .flatMap(elementsIn)
      .map((one) => [attribute(one, 'id') ?? '', dataText(one)] as const),
  )
  const parts = partsOf(unit)
  const originals = new Map<string, string | undefined>()
  const tokens = (sides: readonly XmlElement[]): Token[] =>
    sides.flatMap((side) => readInline(side, data, originals))
  const source = tokens(parts.flatMap((part) => part.source ?? []))
  // What lies between segments and was not translated stands in the target as it is (2.1, 4.2.2.7).
  const targets = parts.some(({ target }) => target !== undefined)
    ? orderedTargets(
        parts.map((part) =>
          part.target === undefined && part.element.local === 'ignorable'
            ? { ...part, target: part.source }
            : part,
        ),
      )
    : []
  const segments = parts
    .filter(({ element, target }) => element.local === 'segment' && target !== undefined)
    .map(({ element }) => element)
  const stale = attribute(unit, 'stale', OWN)
  return {
    id: attribute(unit, 'id')!,
    line: unit.line,
    sourceHash: attribute(unit, 'source', OWN),
    targetHash:
      attribute(unit, 'target', OWN) ??
      (attribute(unit, 'source', OWN) === undefined ? undefined : ''),
    stateThen: TRANSLATION_STATES.find((one) => one === attribute(unit, 'state', OWN)),
    staleHash: stale !== undefined && stillStale(segments) ? stale : undefined,
    source,
    target: targets.length === 0 ? undefined : tokens(targets),
    state: stateOf(segments),
    notes: readNotes(unit),
  }
}

/** The files of a document of XLIFF 2 that breaks no rule, each with the units in it in document order. */
export function readXliff2(root: XmlElement): Returned[] {
  const locale = (name: string) => canonicalLocale(attribute(root, name) ?? '') ?? ''
  return elementsIn(root)
    .filter(({ local, namespace }) => isCore(namespace) && local === 'file')
    .map((file) => {
      const audience = v.safeParse(AudienceSchema, attribute(file, 'audience', OWN))
      return {
        postmortem: attribute(file, 'id')!,
        sourceLocale: locale('srcLang'),
        locale: locale('trgLang'),
        audience: audience.success ? audience.output : undefined,
        units: [...within(file)]
          .filter(({ local, namespace }) => isCore(namespace) && local === 'unit')
          .map(unitOf),
      }
    })
}
