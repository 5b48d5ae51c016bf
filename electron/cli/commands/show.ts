import { ok } from '../../../model/errors/result.ts'
import type { Command } from '../command.ts'
import { idOf } from '../option.ts'
import { outline } from '../outline.ts'

export const showCommand: Command = {
  synopsis: ['show ID'],
  takes: ['ID'],
  options: [],
  async run({ call, args, words }) {
    const id = idOf(args[0]!)
    if (!id.ok) return id
    const opened = await call('postmortem.open', { id: id.value })
    return opened.ok
      ? ok({ data: opened.value, lines: outline(opened.value.document, words) })
      : opened
  },
}
