import { ok } from '../../../model/errors/result.ts'
import type { Command } from '../command.ts'
import { idOf } from '../option.ts'

export const deleteCommand: Command = {
  synopsis: ['delete ID'],
  takes: ['ID'],
  options: [],
  async run({ call, args }) {
    const id = idOf(args[0]!)
    if (!id.ok) return id
    const deleted = await call('postmortem.delete', { id: id.value })
    return deleted.ok ? ok({ data: { id: id.value }, lines: [id.value] }) : deleted
  },
}
