import * as v from 'valibot'
import { ERROR_CODES } from '../../../model/errors/codes.ts'

const Failure = v.object({
  code: v.picklist(ERROR_CODES),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
})

/** What the print worker says, a line of JSON each; `electron/shell/print.ts` has the protocol. */
const MessageSchema = v.variant('type', [
  v.object({ type: v.literal('ready'), runtime: v.string() }),
  v.object({ type: v.literal('started'), id: v.string() }),
  v.object({ type: v.literal('printed'), id: v.string(), pdf: v.string() }),
  v.object({ type: v.literal('failed'), id: v.string(), error: Failure }),
])
export type Message = v.InferOutput<typeof MessageSchema>

/** A line as a message, or undefined where it is none. */
export function readMessage(line: string): Message | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), MessageSchema), line)
  return parsed.success ? parsed.output : undefined
}
