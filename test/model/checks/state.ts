import {
  blankEntry,
  blankPostmortem,
  blankSection,
  paragraphBlock,
  unitText,
} from '../../../model/document/blank.ts'
import type { Block } from '../../../model/document/block.ts'
import type { Fact } from '../../../model/document/fact.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import type { DocumentState } from '../../../model/document/state.ts'
import type { Content, Phrasing } from '../../../model/document/text.ts'
import type { Translation } from '../../../model/document/translation.ts'
import { runChecks } from '../../../model/checks/run.ts'
import type { CheckOptions } from '../../../model/checks/subject.ts'
import { contentHash } from '../../../model/units/hash.ts'

export const labelled = (): boolean => true

/** What the rules say about a state, as lines: `rule severity locale field context`. */
export const told = (state: DocumentState, options: Partial<CheckOptions> = {}): string[] =>
  runChecks(state, { labelled, ...options }).map((problem) =>
    [
      problem.rule,
      problem.severity,
      problem.locale ?? '-',
      problem.place.field ?? '-',
      problem.params['context'],
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  )

export const chip = (fact: string): Phrasing => ({ type: 'fact', fact, form: 'long' })

export const numberFact = (id: string, more: Partial<Fact> = {}): Fact => ({
  id,
  name: '',
  value: { kind: 'number', value: '366', unit: null, currency: null },
  bound: 'exactly',
  status: 'confirmed',
  audience: 'public',
  evidence: '',
  replaces: null,
  ...more,
})

/** A postmortem about nothing that is wrong: a title, a summary with one sentence, and one target language. */
export function sound(): {
  document: Postmortem
  section: Postmortem['sections'][number]
  paragraph: Block
} {
  const paragraph = paragraphBlock('a0', 'The mail server stopped at noon.')
  const section = { ...blankSection('summary', 'a0', 'Summary'), blocks: [paragraph] }
  return {
    document: { ...blankPostmortem('en', 'Mail outage'), sections: [section] },
    section,
    paragraph,
  }
}

export const stateOf = (
  document: Postmortem,
  translations: readonly Translation[] = [],
): DocumentState => ({
  document,
  translations: new Map(
    document.locales.map((locale) => [
      locale,
      new Map(
        translations
          .filter((translation) => translation.locale === locale)
          .map((translation) => [translation.unit, translation]),
      ),
    ]),
  ),
})

export const translated = (
  unit: string,
  source: Content,
  locale: string,
  content: Content = source,
): Translation => ({
  unit,
  locale,
  content,
  state: 'translated',
  origin: 'human',
  sourceHash: contentHash(source),
  changedAt: '2022-04-19T12:00:00.000Z',
})

/** A section with one block in it, behind the sound one. */
export const withBlock = (document: Postmortem, block: Block): Postmortem => ({
  ...document,
  sections: [...document.sections, { ...blankSection('prose', 'a5', 'More'), blocks: [block] }],
})

export { blankEntry, paragraphBlock, unitText }
