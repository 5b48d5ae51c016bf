import { queryOf, rank } from '../../../model/search/rank.ts'
import type { Item } from './item.ts'

/** More than anybody reads through; the next letter brings up the rest. */
const MOST = 40
/** In the order in which they stand while nothing is typed. */
const GROUPS: readonly Item['group'][] = ['recent', 'commands', 'insert', 'sections', 'places']

/** What a query finds, the best first. Without one: what was used last, and then what there is, by its kind. */
export function findItems(items: readonly Item[], typed: string, used: readonly string[]): Item[] {
  const query = queryOf(typed)
  /** A word of where it belongs finds it too, behind all that say it themselves. */
  const scoreOf = ({ text, also, note = '' }: Item): number | null => {
    const own = [rank(query, text), also === undefined ? null : rank(query, also)]
    const best = Math.max(...own.map((score) => score ?? -Infinity))
    if (best > -Infinity) return best
    const beside = rank(query, `${text} ${note}`)
    return beside === null ? null : beside - 1000
  }
  if (query.length === 0) {
    const last = used.flatMap((key): Item[] => {
      const item = items.find((each) => each.key === key)
      return item === undefined ? [] : [{ ...item, group: 'recent' }]
    })
    const taken = new Set(last.map(({ key }) => key))
    const rest = items.filter(({ key, group }) => !taken.has(key) && group !== 'places')
    return [...last, ...rest].toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group))
  }
  const ranked = items.flatMap((item) => {
    const score = scoreOf(item)
    return score === null ? [] : [{ item, score: score + (used.includes(item.key) ? 5 : 0) }]
  })
  return ranked
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ item }) => item)
}
