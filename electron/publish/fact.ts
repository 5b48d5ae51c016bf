import { h } from 'hastscript'
import type { Element } from 'hast'
import type { FactValue } from '../../model/document/fact.ts'
import type { FactForm } from '../../model/document/text.ts'
import type { TimeValue } from '../../model/document/time.ts'
import { factWords } from '../../locales/publication-words.ts'
import { readFact, readValue } from '../../model/facts/read.ts'
import type { Rendering } from './rendering.ts'

/**
 * What a machine reads: the attribute `datetime` where HTML has a form for the value (HTML 4.5.14: dates, months,
 * years, global instants, durations of weeks or of days, hours, minutes and seconds), else a `data` value; a span is
 * an ISO 8601 interval.
 */
function machineValue(value: FactValue): { name: 'time' | 'data'; value: string } {
  switch (value.kind) {
    case 'date':
      return { name: 'time', value: value.date }
    case 'instant':
      return { name: 'time', value: value.at }
    case 'duration':
      return { name: /^P[^T]*[YM]/.test(value.duration) ? 'data' : 'time', value: value.duration }
    case 'span':
      return { name: 'data', value: `${value.start}/${value.end}` }
    case 'number':
      return { name: 'data', value: value.value }
    case 'name':
      return { name: 'data', value: value.name }
  }
}

/** A value of up to so many characters stays on one line; a longer one would not fit on a phone. */
const BOUND = 24

/** A value with the text that it reads as. */
export function valueElement(value: FactValue, text: string): Element {
  const machine = machineValue(value)
  const kind = value.kind === 'name' ? 'name' : text.length <= BOUND ? 'bound' : undefined
  const className = kind && [kind]
  return machine.name === 'time'
    ? h('time', { className, dateTime: machine.value }, text)
    : h('data', { className, value: machine.value }, text)
}

/** A fact by its id, read out; a fact that this audience may not see reads as "not disclosed". */
export function factElement(page: Rendering, id: string, form: FactForm): Element {
  const fact = page.facts.get(id)
  if (fact === undefined) return h('span', { className: ['withheld'] }, page.words.labels.withheld)
  return valueElement(fact.value, readFact(fact, form, page.locale, factWords(page.words)))
}

/** A date, an instant or a span that an entry or the head matter states by itself. */
export const timeElement = (page: Rendering, value: TimeValue): Element =>
  valueElement(value, readValue(value, 'long', page.locale))
