import { changeSettings, settings, subscribeSettings } from '../app/settings.ts'

let of: readonly string[] | undefined
let words: ReadonlySet<string> = new Set()

/** The person's own words, in small letters: "Aldervane" is known at the start of a sentence and inside. */
export function ownWords(): ReadonlySet<string> {
  const now = settings().words
  if (now !== of) {
    of = now
    words = new Set(now?.map((word) => word.toLocaleLowerCase()))
  }
  return words
}

export const addOwnWord = (word: string): Promise<void> =>
  changeSettings({ words: [...new Set([...(settings().words ?? []), word])] })

export const subscribeOwnWords = (listener: () => void): (() => void) =>
  subscribeSettings((now, before) => {
    if (now.words !== before.words) listener()
  })
