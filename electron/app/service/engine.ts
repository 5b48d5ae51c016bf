import type { EngineSettings } from '../../../model/contract/service.ts'
import type { Result } from '../../../model/errors/result.ts'

/** A term that a translation has to use. `target` null: it stays as it is. */
export interface Term {
  readonly source: string
  readonly target: string | null
}

/** One text for an engine, its codes as tags, and what belongs to it. */
export interface Wish {
  readonly text: string
  readonly sourceLocale: string
  readonly locale: string
  readonly terms: readonly Term[]
  /** What facts and notes read in the translation, by the number of their code. */
  readonly readings: readonly { readonly id: string; readonly text: string }[]
}

/** Who is asked, with what, and until when. */
export interface Asking {
  readonly settings: EngineSettings
  readonly key: string | undefined
  readonly signal: AbortSignal
  /** What the engine said about itself, kept for as long as the program runs. */
  readonly known: Map<string, readonly string[]>
}

/** Answers the translation with its tags. Errors: those of the network, SERVICE_LANGUAGE. */
export type Engine = (wish: Wish, asking: Asking) => Promise<Result<string>>
