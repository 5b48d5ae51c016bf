import * as v from 'valibot'
import { DateSchema } from '../../../model/document/time.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import type { ReleaseDifference } from '../../../model/releases/differences.ts'
import type { Command, Invocation, Outcome } from '../command.ts'
import { audienceOption, idOf, valueOf } from '../option.ts'
import { redline } from '../redline.ts'

/** How a side of a difference is written in one line. */
function side(difference: ReleaseDifference, which: 'before' | 'after'): string {
  const { texts, values } = difference
  if (values !== null) return JSON.stringify(values[which])
  return JSON.stringify(texts[0]?.[which] ?? '')
}

/** What came, went and changed in the source since a date began, a text a line, word by word. Errors: USAGE. */
async function tellSince(
  { call, words }: Invocation,
  id: string,
  date: string,
): Promise<Result<Outcome>> {
  if (!v.is(DateSchema, date))
    return fail('USAGE', {
      why: words.t('wrong.choice', { option: '--since', value: date, list: 'YYYY-MM-DD' }),
    })
  const told = await call('translation.since', { id, date })
  if (!told.ok) return told
  const lines = told.value.sources.map(({ unit, pieces }) => `${unit}: ${redline(pieces)}`)
  return ok({
    data: told.value,
    lines: lines.length > 0 ? lines : [words.t('changes.noneSince', { date })],
  })
}

export const changesCommand: Command = {
  synopsis: ['changes ID [--audience NAME]', 'changes ID --since DATE'],
  takes: ['ID'],
  options: ['audience', 'since'],
  async run(invocation) {
    const { args, call, words } = invocation
    const id = idOf(args[0]!)
    if (!id.ok) return id
    const date = valueOf(invocation, 'since')
    if (date !== undefined) return tellSince(invocation, id.value, date)
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
