import type { Result } from '../errors/result.ts'
import type { Input, Method, Output } from './calls.ts'
import type { EventName, EventPayload } from './events.ts'

/** What the preload script gives the window, and what `core.call` gives the command line. It never throws. */
export interface Api {
  call<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>>
  /** Returns the function that stops listening. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void
}
