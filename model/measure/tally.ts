import type { Content } from '../document/text.ts'
import { isDone, type UnitInLocale } from '../units/locale-view.ts'
import type { Counts } from './count.ts'

/** How much text that is. Characters are as a reader sees them, without white space. */
export interface Amount {
  readonly units: number
  readonly words: number
  readonly characters: number
}

/** How far a part of a document is in a language. */
export interface Tally {
  /** Null: what stands in no section. */
  readonly section: string | null
  /** What there is to translate, in the source. */
  readonly source: Amount
  /** Of that, what somebody confirmed as it stands now. */
  readonly done: Amount
  /** What its translations have, whoever stands by them. */
  readonly target: Amount
}

/** Counts a text. Called once for each text of a unit, so it should know again what it counted before. */
export type Count = (content: Content) => Pick<Counts, 'words' | 'characters'>

const NOTHING: Amount = { units: 0, words: 0, characters: 0 }

const more = (a: Amount, { words, characters }: ReturnType<Count>): Amount => ({
  units: a.units + 1,
  words: a.words + words,
  characters: a.characters + characters,
})

const plus = (a: Amount, b: Amount): Amount => ({
  units: a.units + b.units,
  words: a.words + b.words,
  characters: a.characters + b.characters,
})

const EMPTY = { source: NOTHING, done: NOTHING, target: NOTHING }

/** What parts come to together. */
export const total = (parts: readonly Tally[]): Tally =>
  parts.reduce<Tally>(
    (all, { source, done, target }) => ({
      section: null,
      source: plus(all.source, source),
      done: plus(all.done, done),
      target: plus(all.target, target),
    }),
    { section: null, ...EMPTY },
  )

/** The units of a document in a language, counted section by section, in steps: one after each unit. */
export function* tally(
  units: readonly UnitInLocale[],
  ofSource: Count,
  ofTarget: Count,
): Generator<void, readonly Tally[], void> {
  const parts = new Map<string | null, Tally>()
  for (const item of units) {
    const { section } = item.unit.place
    const before = parts.get(section) ?? { section, ...EMPTY }
    const counts = ofSource(item.unit.content)
    const { translation } = item
    const hasTarget = translation !== undefined && item.state !== 'untranslated'
    parts.set(section, {
      section,
      source: more(before.source, counts),
      done: isDone(item) ? more(before.done, counts) : before.done,
      target: hasTarget ? more(before.target, ofTarget(translation.content)) : before.target,
    })
    yield
  }
  return [...parts.values()]
}
