import type { Method, Output } from '../../model/contract/calls.ts'
import type { CALLS } from '../../model/contract/calls.ts'
import type * as v from 'valibot'
import type { Result } from '../../model/errors/result.ts'
import type { Library } from '../store/library.ts'
import type { Events } from './events.ts'
import type { Jobs } from './jobs.ts'
import type { Log } from './log.ts'
import type { Tools } from './memory/lookup.ts'
import type { TermTools } from './terms/termbase.ts'
import type { Recent } from './recent.ts'
import type { ServiceDesk } from './service/services.ts'
import type { Caller, Ports } from './ports.ts'

/** What a handler works with. */
export interface Context {
  readonly library: Library
  readonly ports: Ports
  readonly events: Events
  readonly jobs: Jobs
  readonly log: Log
  readonly recent: Recent
  readonly memory: Tools
  readonly terms: TermTools
  readonly services: ServiceDesk
  /** Files and folders that this core has written: the only ones that a page may have shown. */
  readonly written: Set<string>
}

export interface CallContext extends Context {
  readonly caller: Caller
}

type Parsed<M extends Method> = v.InferOutput<(typeof CALLS)[M]['input']>
type Answer<T> = Result<T> | Promise<Result<T>>

/** Input is parsed already; output is parsed by dispatch. */
export type Handler<M extends Method> = (
  input: Parsed<M>,
  context: CallContext,
) => Answer<Output<M>>
export type Handlers = { readonly [M in Method]: Handler<M> }
export type HandlersOf<M extends Method> = Pick<Handlers, M>
