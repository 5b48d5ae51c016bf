import type { Input, Method, Output } from '../../model/contract/calls.ts'
import type { Failure, Result } from '../../model/errors/result.ts'
import type { OptionName } from './arguments.ts'
import type { Words } from './words.ts'

/** What a command works with. `call` asks the core as the person's own shell, which may name paths. */
export interface Invocation {
  readonly call: <M extends Method>(method: M, input: Input<M>) => Promise<Result<Output<M>>>
  /** What stands behind the command, one for each of `takes`. */
  readonly args: readonly string[]
  readonly options: ReadonlyMap<OptionName, readonly string[]>
  readonly words: Words
  /** The locale of the person's environment. */
  readonly system: string
  /** The id of the job that an interrupt cancels. */
  readonly job: string
  /** A line on stderr: progress and remarks, never data. */
  readonly say: (line: string) => void
}

/** What a command has to say at its end. */
export interface Outcome {
  /** What `--json` prints. */
  readonly data: unknown
  /** What is printed without it. */
  readonly lines: readonly string[]
  /** The checks stand against it: exit code 1, with these lines and the failure on stderr. */
  readonly blocked?: { readonly lines: readonly string[]; readonly failure: Failure }
  /** The checks found errors: exit code 1. */
  readonly found?: boolean
}

export interface Command {
  /** How it is written, behind the program's name: the same in every language. */
  readonly synopsis: readonly string[]
  /** What stands behind its name. */
  readonly takes: readonly string[]
  /** What may stand behind that. */
  readonly mayTake?: readonly string[]
  readonly options: readonly OptionName[]
  /** Options that it cannot do without. */
  readonly needs?: readonly OptionName[]
  /** It makes a library where there is none. Others need one that is there, so that a slip makes no empty file. */
  readonly makesLibrary?: boolean
  /** It looks at files alone, and there may be no library on this machine. */
  readonly withoutLibrary?: boolean
  run(invocation: Invocation): Promise<Result<Outcome>>
}
