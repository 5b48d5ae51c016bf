import { ok } from '../../../model/errors/result.ts'
import type { ReleaseDifference } from '../../../model/releases/differences.ts'
import type { Command } from '../command.ts'
import { audienceOption, idOf } from '../option.ts'

/** How a side of a difference is written in one line. */
function side(difference: ReleaseDifference, which: 'before' | 'after'): string {
  const { texts, values } = difference
  if (values !== null) return JSON.stringify(values[which])
  return JSON.stringify(texts[0]?.[which] ?? '')
}

export const changesCommand: Command = {
  synopsis: ['changes ID [--audience NAME]'],
  takes: ['ID'],
  options: ['audience'],
  async run(invocation) {
    const { args, call, words } = invocation
    const id = idOf(args[0]!)
    if (!id.ok) return id
    const audience = audienceOption(invocation)
    if (!audience.ok) return audience
    const changes = await call('release.changes', { id: id.value, audience: audience.value })
    if (!changes.ok) return changes
    const { last, differences } = changes.value
    const lines = differences.map((one) =>
      words.t('changes.line', {
        key: one.key,
        before: side(one, 'before'),
        after: side(one, 'after'),
      }),
    )
    const nothing = last === null ? words.t('changes.first') : words.t('changes.none', { ...last })
    return ok({ data: changes.value, lines: lines.length > 0 ? lines : [nothing] })
  },
}
