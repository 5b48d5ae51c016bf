import { compareValues } from '../facts/compare.ts'
import type { Problem } from './problem.ts'
import { excerpt, type Subject } from './subject.ts'

/**
 * Warnings: a measure whose confirmed value is greater than the potential one, or counts something else, so that the
 * two columns cannot both be right. `params.context` is `exceeds` or `differ`.
 */
export const reach = ({ document, facts }: Subject): Problem[] =>
  document.sections.flatMap((section) =>
    section.blocks.flatMap((block): Problem[] => {
      if (block.kind !== 'measure') return []
      const potential = facts.get(block.potential ?? '')
      const confirmed = facts.get(block.confirmed ?? '')
      if (potential === undefined || confirmed === undefined) return []
      const compared = compareValues(potential.value, confirmed.value)
      if (compared.kind === 'none' || (compared.kind === 'share' && !compared.exceeds)) return []
      return [
        {
          rule: 'reach',
          severity: 'warning',
          locale: null,
          unit: null,
          place: { section: section.id, block: block.id, field: 'confirmed' },
          params: {
            context: compared.kind === 'share' ? 'exceeds' : 'differ',
            text: excerpt(block.label.content),
          },
        },
      ]
    }),
  )
