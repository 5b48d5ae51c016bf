import type { FoundTerm } from '../../model/contract/terms.ts'
import type { Content } from '../../model/document/text.ts'
import { api } from '../api.ts'

/** Asks for the terms in texts of one language, with what they are called in another. */
export interface TermFinder {
  /** Tells the listener what is in a text, now and whenever the termbase changed. Returns what ends it. */
  follow(content: Content, listener: (found: readonly FoundTerm[]) => void): () => void
}

interface Followed {
  readonly content: Content
  readonly listeners: Set<(found: readonly FoundTerm[]) => void>
  found: readonly FoundTerm[] | undefined
}

/** Texts that come into view together are asked about together, in ms. */
const PAUSE = 20
/** As many as one call takes. */
const MOST = 200

export function createTermFinder(from: string, to: string | null): TermFinder {
  const texts = new Map<string, Followed>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop: (() => void) | undefined
  let round = 0

  async function ask(): Promise<void> {
    timer = undefined
    const mine = round
    const open = [...texts.values()].filter(({ found }) => found === undefined).slice(0, MOST)
    if (open.length === 0) return
    const told = await api.call('terms.find', {
      texts: open.map(({ content }) => content),
      from,
      to,
    })
    // The termbase changed meanwhile: what was told is old.
    if (!told.ok || mine !== round) return
    for (const [at, text] of open.entries()) {
      text.found = told.value.found[at]!
      for (const listener of text.listeners) listener(text.found)
    }
    soon()
  }
  function soon(): void {
    const isOpen = [...texts.values()].some(({ found }) => found === undefined)
    if (isOpen) timer ??= setTimeout(() => void ask(), PAUSE)
  }
  return {
    follow(content, listener) {
      const key = JSON.stringify(content)
      const text: Followed = texts.get(key) ?? { content, listeners: new Set(), found: undefined }
      texts.set(key, text)
      text.listeners.add(listener)
      if (text.found !== undefined) listener(text.found)
      stop ??= api.on('terms.changed', () => {
        round++
        for (const each of texts.values()) each.found = undefined
        soon()
      })
      soon()
      return () => {
        text.listeners.delete(listener)
        if (text.listeners.size > 0) return
        texts.delete(key)
        if (texts.size > 0) return
        stop?.()
        stop = undefined
      }
    },
  }
}
