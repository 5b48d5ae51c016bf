import * as v from 'valibot'
import { IdentifierSchema } from './identifier.ts'

/** What a hostile reader asks of every report, in the order in which the answers are looked for. Ids never change. */
export const READER_QUESTIONS = [
  'known-when',
  'not-earlier',
  'who-affected',
  'what-taken',
  'still-unknown',
  'reader-must',
  'changing',
  'by-when',
  'accountable',
  'said-before',
] as const
export type ReaderQuestion = (typeof READER_QUESTIONS)[number]

const question = v.picklist(READER_QUESTIONS)

/**
 * Where a question of the readers is answered, or that it is not on purpose, and why. The authors' own: no build has
 * it, whoever it is for.
 */
export const AnswerSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('passage'), question, block: IdentifierSchema }),
  v.strictObject({
    kind: v.literal('declined'),
    question,
    reason: v.pipe(v.string(), v.maxLength(5000)),
  }),
])
export type Answer = v.InferOutput<typeof AnswerSchema>

/** The answers with this one in the place of an earlier one to the same question. */
export const withAnswer = (answers: readonly Answer[], answer: Answer): Answer[] => [
  ...withoutAnswer(answers, answer.question),
  answer,
]

export const withoutAnswer = (answers: readonly Answer[], asked: ReaderQuestion): Answer[] =>
  answers.filter((answer) => answer.question !== asked)
