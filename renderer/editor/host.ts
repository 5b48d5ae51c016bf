import { createStore, type StoreApi } from 'zustand/vanilla'
import { factWords, publicationWords } from '../../locales/publication-words.ts'
import { BOUNDS, type Bound, type Fact } from '../../model/document/fact.ts'
import { noteNumbers } from '../../model/document/note.ts'
import { directionOf } from '../../model/document/locale.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { words } from '../i18n/i18n.ts'
import { readFact, type FactWords } from '../../model/facts/read.ts'
import type { EventWords } from '../../model/timeline/read.ts'
import type { Session, SessionState } from '../session/session.ts'
import { NOTHING_ACTIVE, type Active } from './active.ts'
import type { BubbleState } from './bubble/state.ts'
import type { FactReader } from './fact/reader.ts'
import type { Inserts } from './insert.ts'
import type { Popup } from './popup.ts'

/** What the editors on one screen share: the document, the language of the text, and the tools. */
export interface EditingHost {
  readonly session: Session
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly reader: FactReader
  readonly readOnly: boolean
  /** Null where only texts may change. */
  readonly inserts: Inserts | null
  /** The editor that the toolbar works on, and what stands at its selection. */
  readonly active: StoreApi<Active>
  /** The one thing that floats above the text, or null. */
  readonly popup: StoreApi<{ readonly open: Popup | null }>
  readonly bubble: StoreApi<BubbleState>
}

const bare = Object.fromEntries(BOUNDS.map((bound) => [bound, '{value}'])) as Record<Bound, string>
/** For a locale without publication words: the values alone, because another language must not stand in. */
const BARE: FactWords = { bounds: bare, timeBounds: bare, withheld: '\u{2026}' }

const indexes = new WeakMap<Postmortem['facts'], ReadonlyMap<string, Fact>>()

/** The facts of a document by id. */
export function factsOf(document: Pick<Postmortem, 'facts'>): ReadonlyMap<string, Fact> {
  const known = indexes.get(document.facts)
  if (known !== undefined) return known
  const index = new Map(document.facts.map((fact) => [fact.id, fact]))
  indexes.set(document.facts, index)
  return index
}

/** For a locale without publication words: the time alone. */
const BARE_EVENT: EventWords = { openEnd: '{value}', uncertainEnd: '{value}' }
export const eventWordsOf = (locale: string): EventWords =>
  publicationWords(locale)?.labels ?? BARE_EVENT

export const wordsOf = (locale: string): FactWords => {
  const words = publicationWords(locale)
  return words === undefined ? BARE : factWords(words)
}

const numberings = new WeakMap<Postmortem, string>()

/** The notes in the order of their numbers. */
function numbering(document: Postmortem): string {
  let order = numberings.get(document)
  if (order === undefined) {
    order = [...noteNumbers(document).keys()].join(' ')
    numberings.set(document, order)
  }
  return order
}

function createReader(session: Session, locale: string): FactReader {
  const said = wordsOf(locale)
  const numerals = new Intl.NumberFormat(locale, { useGrouping: false })
  const facts = (): ReadonlyMap<string, Fact> => factsOf(session.store.getState().state.document)
  const listeners = new Set<() => void>()
  let stop = (): void => {}
  const follow = (now: SessionState, before: SessionState): void => {
    const [document, old] = [now.state.document, before.state.document]
    if (document === old) return
    if (document.facts !== old.facts || numbering(document) !== numbering(old))
      for (const listener of listeners) listener()
  }
  return {
    read(id, form) {
      const fact = facts().get(id)
      return fact === undefined ? undefined : readFact(fact, form, locale, said)
    },
    name: (id) => facts().get(id)?.name ?? '',
    audience: (audience) => words.t(`short.${audience}`, { ns: 'audience' }),
    note(id) {
      const number = noteNumbers(session.store.getState().state.document).get(id)
      return number === undefined ? '\u2020' : numerals.format(number)
    },
    tone: (tone) => publicationWords(locale)?.tones[tone] ?? words.t(`editor:block.${tone}`),
    who: words.t('editor:quote.who'),
    missing: '\u{2026}',
    subscribe(listener) {
      // Hundreds of texts listen: whether there is something to hear is found out once for all of them.
      if (listeners.size === 0) stop = session.store.subscribe(follow)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
  }
}

export const createHost = (
  session: Session,
  locale: string,
  inserts: Inserts | null,
): EditingHost => ({
  session,
  locale,
  direction: directionOf(locale),
  reader: createReader(session, locale),
  inserts,
  readOnly: session.store.getState().save.kind === 'readOnly',
  active: createStore<Active>(() => NOTHING_ACTIVE),
  popup: createStore<{ open: Popup | null }>(() => ({ open: null })),
  bubble: createStore<BubbleState>(() => ({ range: null })),
})
