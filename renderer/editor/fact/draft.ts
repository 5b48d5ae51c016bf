import * as v from 'valibot'
import {
  FactSchema,
  type Fact,
  type FactKind,
  type FactValue,
} from '../../../model/document/fact.ts'
import { newId } from '../../../model/document/identifier.ts'
import type { TimeValue } from '../../../model/document/time.ts'

/** A fact that says nothing yet: exact and confirmed, for everybody, until somebody says otherwise. */
export const blankFact = (value: FactValue): Fact => ({
  id: newId(),
  name: '',
  value,
  bound: 'exactly',
  status: 'confirmed',
  audience: 'public',
  evidence: '',
  replaces: null,
})

export const isFact = (fact: unknown): fact is Fact => v.is(FactSchema, fact)

/** The kinds that are typed as a time. */
export const isTime = (value: FactValue): value is TimeValue =>
  value.kind === 'date' || value.kind === 'instant' || value.kind === 'span'

/** A duration as people type it. */
export interface DurationParts {
  readonly days: string
  readonly hours: string
  readonly minutes: string
}

/** Null where the duration has weeks, months, years or seconds: those are kept and shown as they are. */
export function partsOf(duration: string): DurationParts | null {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration)
  return match && { days: match[1] ?? '', hours: match[2] ?? '', minutes: match[3] ?? '' }
}

/** ISO 8601, or undefined where nothing or no number is typed. */
export function durationOf({ days, hours, minutes }: DurationParts): string | undefined {
  const all = [days, hours, minutes].map((part) => part.trim())
  if (all.every((part) => part === '') || !all.every((part) => /^\d{0,9}$/.test(part)))
    return undefined
  const [d, h, m] = all.map((part) => (part === '' ? '' : String(Number(part))))
  const clock = (h ? `${h}H` : '') + (m ? `${m}M` : '')
  return `P${d ? `${d}D` : ''}${clock === '' ? '' : `T${clock}`}`
}

/** A decimal as our store has it from what was typed: group marks and a decimal comma are understood; else undefined. */
export function decimalOf(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/[\s\u00A0\u202F'’]/g, '')
    .replace(/^\u2212/, '-')
  const plain = bare.includes(',')
    ? /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)
      ? bare.replaceAll(',', '')
      : bare.replaceAll('.', '').replace(',', '.')
    : bare
  const match = /^(-?)0*(\d+)(\.\d+)?$/.exec(plain)
  return match === null ? undefined : `${match[1]}${match[2]}${match[3] ?? ''}`
}

export const KINDS: readonly FactKind[] = ['number', 'date', 'instant', 'span', 'duration', 'name']
