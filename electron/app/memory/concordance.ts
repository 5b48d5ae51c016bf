import type { Concordance } from '../../../model/contract/memory.ts'
import { fail, ok, Refusal, type Result } from '../../../model/errors/result.ts'
import type { StoredEntry } from '../../../model/memory/entry.ts'
import { pairOf } from '../../../model/memory/pair.ts'
import { FACT } from '../../../model/memory/tokens.ts'
import { find } from '../../../model/search/find.ts'
import { fold } from '../../../model/search/fold.ts'
import type { Memory } from '../../store/memory.ts'
import { pacedDown } from './pace.ts'

export interface Sought {
  readonly text: string
  readonly side: 'source' | 'target'
  readonly from: string
  readonly to: string
  readonly limit: number
}

function concordanceOf(entry: StoredEntry, { text, side }: Sought): Concordance {
  const locale = side === 'source' ? entry.sourceLocale : entry.targetLocale
  const { matches } = find(entry[side], { text, exact: false, whole: false }, locale, () => FACT)
  const { id, origin, author, at, sourceLocale, targetLocale, postmortem, unit, file } = entry
  return {
    entry: id,
    source: entry.source,
    target: entry.target,
    found: matches.map(({ start, end }) => ({ start, end })),
    origin,
    author,
    at,
    sourceLocale,
    targetLocale,
    postmortem,
    unit,
    file,
  }
}

/**
 * The texts that hold what is sought, without regard to case, marks and width, the newest first. `more`: there are others
 * beyond the limit. Goes through the memory in pieces, so that it keeps nobody waiting. Errors: CANCELLED.
 */
export async function concordance(
  sought: Sought,
  memory: Memory,
  signal: AbortSignal,
): Promise<Result<{ found: Concordance[]; more: boolean }>> {
  const { text, side, from, to, limit } = sought
  const folded = fold(text.trim(), false).text
  const last = memory.last()
  if (!last.ok) return last
  const found: number[] = []
  await pacedDown(last.value, (range) => {
    const ids = memory.holding(pairOf(from, to), side, folded, range)
    if (!ids.ok) throw new Refusal(ids.error.code, ids.error.params)
    found.push(...ids.value)
    return found.length <= limit && !signal.aborted
  })
  if (signal.aborted) return fail('CANCELLED')
  const entries = memory.read(found.slice(0, limit))
  return entries.ok
    ? ok({
        found: entries.value.map((entry) => concordanceOf(entry, { ...sought, text: text.trim() })),
        more: found.length > limit,
      })
    : entries
}
