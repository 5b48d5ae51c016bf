import { useState } from 'react'
import { plainText, type Content } from '../../../../model/document/text.ts'
import type { Concept } from '../../../../model/terms/concept.ts'
import { api } from '../../../api.ts'
import { draftOf, newDraft, termDraft, type ConceptDraft } from '../../terms/concept-draft.ts'
import { useSelectedWords } from './selected-words.ts'

interface Adding {
  readonly concept: ConceptDraft
  readonly isNew: boolean
  /** The text that it comes from. */
  readonly source: string
}

/** The concept of which a word is a term already: what is added then is one more translation of it. */
async function conceptWith(text: string, locale: string): Promise<Concept | undefined> {
  if (text === '') return undefined
  const told = await api.call('terms.list', { text, locale })
  if (!told.ok) return undefined
  const same = (other: string): boolean => other.toLowerCase() === text.toLowerCase()
  return told.value.concepts.find(({ terms }) =>
    terms.some((term) => term.locale === locale && same(term.text)),
  )
}

/** A new term from what is selected in a text and its translation. */
export function useAddTerm(
  from: string,
  to: string,
): {
  readonly draft: Adding | null
  begin(unit: string, content: Content): Promise<void>
  end(): void
} {
  const [draft, setDraft] = useState<Adding | null>(null)
  const selected = useSelectedWords()
  return {
    draft,
    async begin(unit, content) {
      const { source, target } = selected(unit)
      const text = plainText(content, () => '…')
      const known = await conceptWith(source, from)
      const isThere = known?.terms.some((term) => term.locale === to && term.text === target)
      setDraft(
        known === undefined
          ? {
              concept: newDraft([
                [from, source],
                [to, target],
              ]),
              isNew: true,
              source: text,
            }
          : {
              concept: {
                ...known,
                terms: [...draftOf(known).terms, ...(isThere ? [] : [termDraft(to, target)])],
              },
              isNew: false,
              source: text,
            },
      )
    },
    end: () => setDraft(null),
  }
}
