import { AUDIENCES, type Audience } from '../document/audience.ts'
import type { Block } from '../document/block.ts'
import type { Postmortem } from '../document/postmortem.ts'
import { says } from '../document/says.ts'
import type { SectionKind } from '../document/section.ts'
import { READER_QUESTIONS, type ReaderQuestion } from '../document/answer.ts'

/** How it stands with one question of the readers. */
export type Reviewed = { readonly question: ReaderQuestion } & (
  | {
      readonly state: 'answered'
      readonly block: string
      /** The widest audience that sees the passage. */
      readonly audience: Audience
    }
  | { readonly state: 'declined'; readonly reason: string }
  /** `lost`: the passage that was pointed to is gone or says nothing any more. */
  | { readonly state: 'open' | 'lost'; readonly suggestion: string | null }
)

type Fits = (block: Block, section: SectionKind) => boolean

/** What may answer a question, by what the structure says of it: a suggestion to look at, never an answer by itself. */
const FITS: Readonly<Record<ReaderQuestion, Fits>> = {
  'known-when': ({ kind }) => kind === 'event',
  'not-earlier': ({ kind }) => kind === 'lesson',
  'who-affected': ({ kind }, section) => kind === 'measure' || section === 'impact',
  'what-taken': (block) => block.kind === 'finding' && block.outcome === 'happened',
  'still-unknown': (block) => block.kind === 'finding' && block.outcome === 'unknown',
  'reader-must': ({ kind }, section) => kind === 'question' || section === 'response',
  changing: ({ kind }) => kind === 'action',
  'by-when': (block) => block.kind === 'action' && (block.due !== null || block.horizon !== null),
  accountable: (_, section) => section === 'outlook',
  'said-before': (block) => block.kind === 'finding' && block.replaces.trim() !== '',
}

interface Passage {
  readonly block: Block
  readonly section: SectionKind
  readonly audience: Audience
}

const narrower = (a: Audience, b: Audience): Audience =>
  AUDIENCES.indexOf(a) > AUDIENCES.indexOf(b) ? a : b

/** Every question of the readers in order. Suggestions are passages that everybody may see. */
export function reviewAnswers(document: Postmortem): Reviewed[] {
  const passages: Passage[] = document.sections.flatMap(({ blocks, kind, audience }) =>
    blocks
      .filter(says)
      .map((block) => ({ block, section: kind, audience: narrower(audience, block.audience) })),
  )
  const byId = new Map(passages.map((passage) => [passage.block.id, passage]))
  const answers = new Map(
    (document.metadata.answers ?? []).map((answer) => [answer.question, answer]),
  )
  return READER_QUESTIONS.map((question) => {
    const answer = answers.get(question)
    if (answer?.kind === 'declined') return { question, state: 'declined', reason: answer.reason }
    const passage = answer === undefined ? undefined : byId.get(answer.block)
    if (passage !== undefined)
      return {
        question,
        state: 'answered',
        block: passage.block.id,
        audience: passage.audience,
      }
    const suggested = passages.find(
      ({ block, section, audience }) => audience === 'public' && FITS[question](block, section),
    )
    return {
      question,
      state: answer === undefined ? 'open' : 'lost',
      suggestion: suggested?.block.id ?? null,
    }
  })
}
