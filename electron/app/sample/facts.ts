import type { SampleTexts } from '../../../locales/sample-texts.ts'
import type { Fact, FactValue } from '../../../model/document/fact.ts'
import type { Draft } from './draft.ts'
import { factId } from './text.ts'

const day = (date: string): FactValue => ({ kind: 'date', date })
const days = (start: string, end: string): FactValue => ({ kind: 'span', of: 'date', start, end })
const lasting = (duration: string): FactValue => ({ kind: 'duration', duration })
const count = (value: string): FactValue => ({ kind: 'number', value, unit: null, currency: null })

/** The values of the incident by their keys, and where they are not exact, confirmed and public. */
const VALUES: Readonly<Record<string, FactValue>> = {
  'incident-month': day('2022-01'),
  'incident-day': day('2022-01-21'),
  control: lasting('PT25M'),
  window: days('2022-01-16', '2022-01-21'),
  'window-length': lasting('P5D'),
  reach: count('366'),
  tenants: count('2'),
  changes: count('0'),
  containment: lasting('PT70M'),
  delay: lasting('P60D'),
  'summary-received': day('2022-03-17'),
  disclosure: day('2022-03-22'),
  'next-report': day('2022-07'),
  retention: lasting('P90D'),
}
const QUALIFIED: Readonly<Record<string, Partial<Fact>>> = {
  window: { status: 'potential' },
  'window-length': { status: 'potential' },
  reach: { status: 'potential', bound: 'at-most' },
  retention: { audience: 'customer' },
}

/** A name with the form that each language has for it, where it has one. */
function nameOf(key: string, texts: ReadonlyMap<string, SampleTexts>, source: string): FactValue {
  const name = texts.get(source)![`name.${key}`]!
  const locales = Object.fromEntries(
    [...texts].flatMap(([locale, { [`name.${key}`]: own }]) =>
      own === undefined || own === name ? [] : [[locale, own]],
    ),
  )
  return { kind: 'name', name, locales }
}

/** The facts of the sample. Both companies are invented. */
export function factsOf(
  draft: Draft,
  texts: ReadonlyMap<string, SampleTexts>,
  source: string,
): Fact[] {
  const names = ['company', 'contractor'].map((key) => [key, nameOf(key, texts, source)] as const)
  return [...names, ...Object.entries(VALUES)].map(([key, value]) => ({
    id: factId(key),
    name: draft.note(`fact.${key}`),
    value,
    bound: 'exactly',
    status: 'confirmed',
    audience: 'public',
    evidence: draft.note(`fact.${key}.evidence`),
    replaces: null,
    ...QUALIFIED[key],
  }))
}
