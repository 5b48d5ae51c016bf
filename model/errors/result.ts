import type { ErrorCode } from './codes.ts'

/** Values that a sentence about an error may name: a file, a limit, a place. Strings and numbers only, so that they cross the bridge. */
export type ErrorParams = Readonly<Record<string, string | number>>

/**
 * What went wrong, as a value. `code` is the key of its sentence in every interface language; `params` fill
 * that sentence; `id` finds the occurrence in the log and is set by dispatch.
 */
export interface Failure {
  readonly code: ErrorCode
  readonly params: ErrorParams
  readonly id?: string | undefined
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const fail = (code: ErrorCode, params: ErrorParams = {}): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, params },
})

/**
 * Carries a Failure through code that cannot return one (a transaction, a library's callback). It is caught
 * and turned back into a value by dispatch; it never crosses a boundary.
 */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(code: ErrorCode, params: ErrorParams = {}, cause?: unknown) {
    super(code, { cause })
    this.name = 'Refusal'
    this.failure = { code, params }
  }
}
