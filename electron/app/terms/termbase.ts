import { setImmediate as others } from 'node:timers/promises'
import { inflectionOf } from '../../../locales/inflection-of.ts'
import { termMemory, type TermMemory } from '../../../model/checks/translation/term-memory.ts'
import { ok, type Result } from '../../../model/errors/result.ts'
import { termbase, type Termbase } from '../../../model/terms/termbase.ts'
import type { ConceptChange, Terms } from '../../store/terms.ts'

/** Concepts that are read before others go first. */
const PAGE = 100
/** Texts of which is remembered what was found in them. */
const MOST_REMEMBERED = 20_000

/** What an import wrote, and what takes it back. */
interface TermImport {
  readonly id: string
  readonly made: readonly ConceptChange[]
  readonly back: readonly ConceptChange[]
}

/** The termbase in memory: read when it is first asked for, a piece at a time, and kept in step after each change. */
export interface TermTools {
  base(): Promise<Result<Termbase>>
  /** Keeps the last import, so that it can be taken back; null: there is none any more. */
  keepImport(last: TermImport | null): void
  lastImport(id: string): TermImport | undefined
  /** What checks texts against it, and remembers what it found. */
  checks(): Promise<Result<TermMemory>>
}

export function createTermTools(terms: Terms): TermTools {
  const base = termbase(inflectionOf)
  const memory = termMemory(base, MOST_REMEMBERED)
  /** What changed while the rest was being read; null once all of it is there. */
  let changed: Set<string> | null = new Set()
  terms.listen((changes) => {
    const words = new Set<string>()
    for (const { id, now } of changes) {
      for (const concept of [base.concepts.get(id), now])
        for (const word of concept ? base.firstWords(concept) : []) words.add(word)
      changed?.add(id)
      if (now === null) base.remove(id)
      else base.put(now)
    }
    memory.changed(words)
  })
  async function load(): Promise<Result<Termbase>> {
    for (let after = ''; ;) {
      const page = terms.page(after, PAGE)
      if (!page.ok) return page
      const { concepts, last } = page.value
      for (const concept of concepts) if (changed?.has(concept.id) !== true) base.put(concept)
      if (last === null) break
      after = last
      await others()
    }
    changed = null
    return ok(base)
  }
  let last: TermImport | null = null
  let loading: Promise<Result<Termbase>> | undefined
  async function ready(): Promise<Result<Termbase>> {
    if (changed === null) return ok(base)
    const loaded = await (loading ??= load())
    // What could not be read may be read the next time.
    if (!loaded.ok) loading = undefined
    return loaded
  }
  return {
    base: ready,
    async checks() {
      const loaded = await ready()
      return loaded.ok ? ok(memory) : loaded
    },
    keepImport: (next) => void (last = next),
    lastImport: (id) => (last?.id === id ? last : undefined),
  }
}
