import { Buffer } from 'node:buffer'
import * as v from 'valibot'
import { CALLS, type Method } from '../../model/contract/calls.ts'
import { newId } from '../../model/document/identifier.ts'
import { fail, Refusal, type Result } from '../../model/errors/result.ts'
import type { Context, Handler, Handlers } from './context.ts'
import type { Caller } from './ports.ts'

const MEGABYTE = 1024 * 1024
/** Bytes of one call as JSON; the largest honest one is a pasted document. */
export const MOST_INPUT = 32 * MEGABYTE

export type Dispatch = (method: unknown, input: unknown, caller: Caller) => Promise<Result<unknown>>

const isMethod = (method: unknown): method is Method =>
  typeof method === 'string' && Object.hasOwn(CALLS, method)

/** Undefined where it is not JSON at all. */
function sizeOf(input: unknown): number | undefined {
  try {
    const json = JSON.stringify(input) as string | undefined
    return json === undefined ? undefined : Buffer.byteLength(json)
  } catch {
    return undefined
  }
}

function invalid(issues: readonly v.BaseIssue<unknown>[]): Result<never> {
  const issue = issues[0]!
  return fail('CALL_INVALID', {
    path: v.getDotPath(issue) ?? '',
    why: issue.message.slice(0, 200),
  })
}

/** A page never names a place on the disk; it asks, and the person chooses in the host's dialog. */
const namesPath = (method: Method, input: unknown): boolean =>
  method !== 'host.reveal' && typeof input === 'object' && input !== null && 'path' in input

/**
 * The one way into the core, for the window and the command line alike. It never throws: what a handler throws is a
 * defect, answered as INTERNAL with an id that finds it in the log.
 */
export function createDispatch(handlers: Handlers, context: Context): Dispatch {
  const defect = (method: string, error: unknown): Result<never> => {
    const id = newId()
    context.log.error(id, method, error)
    return { ok: false, error: { code: 'INTERNAL', params: {}, id } }
  }
  return async (method, input, caller) => {
    if (!isMethod(method)) return fail('CALL_UNKNOWN', { method: String(method).slice(0, 100) })
    const size = sizeOf(input)
    if (size === undefined) return fail('CALL_INVALID', { path: '', why: 'not JSON' })
    if (size > MOST_INPUT) return fail('CALL_TOO_LARGE', { limit: MOST_INPUT / MEGABYTE })
    const parsed = v.safeParse(CALLS[method].input, input)
    if (!parsed.success) return invalid(parsed.issues)
    if (caller === 'window' && namesPath(method, parsed.output)) return fail('CALL_FORBIDDEN')
    try {
      // Input and handler belong to one method; the type checker cannot follow them through a variable.
      const handler = handlers[method] as unknown as Handler<never>
      const result = await handler(parsed.output as never, { ...context, caller })
      if (!result.ok) return result
      const output = v.safeParse(CALLS[method].output, result.value)
      if (!output.success)
        return defect(method, new Error('output', { cause: v.getDotPath(output.issues[0]) }))
      return { ok: true, value: output.output }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.failure }
      return defect(method, error)
    }
  }
}
