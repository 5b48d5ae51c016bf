import type { CommandId } from '../../model/commands/commands.ts'
import { specOf } from '../../model/commands/commands.ts'

/** How a command is carried out where its place is on screen. */
export interface Handler {
  run(variant: string): void
  /** False where there is nothing to do it to. */
  ready?(variant: string): boolean
}

export type Handlers = Readonly<Partial<Record<CommandId, Handler | (() => void)>>>

const provided = new Map<CommandId, Handler[]>()

/** Carries out commands for as long as the answer is not called. What came last comes first. */
export function provide(handlers: Handlers): () => void {
  const mine = Object.entries(handlers).map(([id, given]): [CommandId, Handler] => [
    id as CommandId,
    typeof given === 'function' ? { run: () => given() } : given,
  ])
  for (const [id, handler] of mine) provided.set(id, [handler, ...(provided.get(id) ?? [])])
  return () => {
    for (const [id, handler] of mine)
      provided.set(
        id,
        (provided.get(id) ?? []).filter((each) => each !== handler),
      )
  }
}

const handlerOf = (id: CommandId, variant: string): Handler | undefined =>
  provided.get(id)?.find(({ ready }) => ready === undefined || ready(variant))

/** Whether a command can be carried out now. */
export const isReady = (id: CommandId, variant = ''): boolean =>
  handlerOf(id, variant) !== undefined

/** Carries a command out. False: there is nothing to do it to. */
export function runCommand(id: CommandId, variant = ''): boolean {
  const handler = handlerOf(id, variant)
  handler?.run(variant)
  return handler !== undefined
}

/** A command, one for each of its variants. */
export interface CommandName {
  readonly id: CommandId
  readonly variant: string
}

export const variantsOf = (id: CommandId): readonly CommandName[] =>
  (specOf(id).variants ?? ['']).map((variant) => ({ id, variant }))
