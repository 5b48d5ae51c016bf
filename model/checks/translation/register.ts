import type { TextLanguage } from './language.ts'
import type { Finding, Pair } from './pair.ts'

/** How a text speaks to its readers, and the word that says so. */
export interface Address {
  readonly form: 'formal' | 'informal'
  readonly start: number
  readonly end: number
}

/** Every place where a text says how it speaks to its readers; none where nobody wrote the words of the language down. */
export function addressesIn(text: string, { register }: TextLanguage): Address[] {
  if (register === null) return []
  return (['formal', 'informal'] as const)
    .flatMap((form) =>
      Array.from(text.matchAll(register[form]), ({ 0: word, index }) => ({
        form,
        start: index,
        end: index + word.length,
      })),
    )
    .toSorted((a, b) => a.start - b.start)
}

/** A text that speaks to its readers in two ways. */
export function registers({ there, to }: Pair): Finding[] {
  const found = addressesIn(there, to)
  const [first] = found
  const other = found.find(({ form }) => form !== first?.form)
  if (first === undefined || other === undefined) return []
  const { start, end } = other
  return [
    {
      rule: 'register-mixed',
      start,
      end,
      params: { target: there.slice(start, end), other: there.slice(first.start, first.end) },
    },
  ]
}
