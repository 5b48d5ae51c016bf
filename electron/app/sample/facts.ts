import type { Fact, FactValue } from '../../../model/document/fact.ts'
import { factId } from './text.ts'

const day = (date: string): FactValue => ({ kind: 'date', date })
const days = (start: string, end: string): FactValue => ({ kind: 'span', of: 'date', start, end })
const lasting = (duration: string): FactValue => ({ kind: 'duration', duration })
const count = (value: string): FactValue => ({ kind: 'number', value, unit: null, currency: null })
const named = (name: string, locales: Record<string, string>): FactValue => ({
  kind: 'name',
  name,
  locales,
})

function fact(key: string, name: string, value: FactValue, rest: Partial<Fact> = {}): Fact {
  return {
    id: factId(key),
    name,
    value,
    bound: 'exactly',
    status: 'confirmed',
    audience: 'public',
    evidence: '',
    replaces: null,
    ...rest,
  }
}

/** The values of the sample. Both companies are invented. Names and evidence are the authors' own notes. */
export const SAMPLE_FACTS: readonly Fact[] = [
  fact('company', 'Our company', named('Aldervane', { ja: 'アルダーヴェイン' })),
  fact('contractor', 'The contractor', named('Corrimond', { ja: 'コリモンド' })),
  fact('incident-month', 'Month of the incident', day('2022-01')),
  fact('incident-day', 'Day of the incident', day('2022-01-21'), {
    evidence: 'Final forensic report, section 2',
  }),
  fact('control', 'Time in control of the workstation', lasting('PT25M'), {
    evidence: 'Final forensic report, section 2: consecutive minutes',
  }),
  fact(
    'window',
    'Period named by the contractor’s forensic firm',
    days('2022-01-16', '2022-01-21'),
    {
      status: 'potential',
      evidence: 'Report to the contractor, summary page',
    },
  ),
  fact('window-length', 'Length of that period', lasting('P5D'), {
    status: 'potential',
    evidence: 'Report to the contractor: five days between 16 and 21 January',
  }),
  fact('reach', 'Customers who could have been affected', count('366'), {
    bound: 'at-most',
    status: 'potential',
    evidence: 'Console log of the period, every engineer of the contractor, distinct tenants',
  }),
  fact('tenants', 'Customer tenants opened by the intruder', count('2'), {
    evidence: 'Final forensic report, section 3; console log of the day',
  }),
  fact('changes', 'Tenants in which something was changed', count('0'), {
    evidence: 'Final forensic report, section 4; system logs of both tenants',
  }),
  fact('containment', 'From the alert to the suspension', lasting('PT70M'), {
    evidence: 'Incident log: 23:18 to 00:28 UTC',
  }),
  fact('delay', 'From the incident to the notification', lasting('P60D'), {
    evidence: '21 January to 22 March',
  }),
  fact('summary-received', 'Day on which we got the summary', day('2022-03-17')),
  fact('disclosure', 'Day on which we told customers', day('2022-03-22')),
  fact('next-report', 'Month of the next report', day('2022-07')),
  fact('retention', 'How long customers can read the documents', lasting('P90D'), {
    audience: 'customer',
  }),
]
