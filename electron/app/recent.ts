import type { Change } from '../../model/document/change.ts'

/** How many changes are kept for one postmortem: much more than windows that keep in step are ever behind. */
const MOST = 2000

interface Save {
  readonly revision: number
  readonly changes: readonly Change[]
}

/** What was saved lately, in memory: windows that show one postmortem tell each other by it what they did. */
export interface Recent {
  note(id: string, save: Save): void
  /** The changes after revision `since`, and the revision that they lead to; null where they are not known. */
  after(id: string, since: number): { revision: number; changes: Change[] } | null
}

export function createRecent(): Recent {
  const saves = new Map<string, Save[]>()
  return {
    note(id, save) {
      const all = [...(saves.get(id) ?? []), save]
      let count = all.reduce((sum, { changes }) => sum + changes.length, 0)
      while (count > MOST && all.length > 1) count -= all.shift()!.changes.length
      saves.set(id, count > MOST ? [] : all)
    },
    after(id, since) {
      const later = (saves.get(id) ?? []).filter(({ revision }) => revision > since)
      const last = later.at(-1)
      if (last === undefined || later[0]!.revision !== since + 1) return null
      return { revision: last.revision, changes: later.flatMap(({ changes }) => changes) }
    },
  }
}
