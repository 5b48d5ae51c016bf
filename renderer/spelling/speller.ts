import { languageData } from '../../locales/language-data.ts'
import type { Answer, Ask } from './messages.ts'

/** The addresses of the lists in the bundle, by their paths. Which language has which is said in `locales/`. */
const files = import.meta.glob<string>(
  [
    '../../node_modules/@cspell/dict-en_us/*.trie.gz',
    '../../node_modules/@cspell/dict-en-gb-mit/*.trie.gz',
    '../../node_modules/@cspell/dict-fr-fr/*.trie.gz',
    '../../node_modules/@cspell/dict-nl-nl/*.trie.gz',
  ],
  { eager: true, query: '?url', import: 'default' },
)

type Question<A extends Ask = Ask> = A extends Ask ? Omit<A, 'id'> : never

/** The dictionaries of one language, in a worker of their own: a look-up never waits for a key, nor a key for it. */
export interface Speller {
  /** Finds the words that can be looked up; words of other scripts are none. */
  readonly script: RegExp
  /** Which of these words no dictionary has. */
  check(words: readonly string[]): Promise<ReadonlySet<string>>
  /** The same without waiting; undefined while one of them has yet to be looked up. */
  known(words: readonly string[]): ReadonlySet<string> | undefined
  /** What may have been meant, best first; none where nothing is near. */
  suggest(word: string): Promise<readonly string[]>
}

/** A document of many years does not have more different words than this in all its languages. */
const REMEMBERED = 200_000

function createSpeller(names: readonly string[], script: string): Speller {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (words: readonly string[]) => void>()
  const known = new Map<string, boolean>()
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data.words)
    waiting.delete(data.id)
  })
  const ask = (question: Question): Promise<readonly string[]> =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      worker.postMessage({ ...question, id: last }, [])
    })
  const dictionaries = Object.entries(files).flatMap(([path, address]) =>
    names.some((name) => path.endsWith(`/${name}`)) ? [address] : [],
  )
  const ready = ask({ kind: 'load', dictionaries })

  async function check(words: readonly string[]): Promise<ReadonlySet<string>> {
    await ready
    const open = [...new Set(words.filter((word) => !known.has(word)))]
    if (open.length > 0) {
      const unknown = new Set(await ask({ kind: 'check', words: open }))
      if (known.size > REMEMBERED) known.clear()
      for (const word of open) known.set(word, !unknown.has(word))
    }
    return new Set(words.filter((word) => known.get(word) === false))
  }

  return {
    script: new RegExp(String.raw`^[\p{Script=${script}}\p{M}'\u2019\u2018·-]+$`, 'u'),
    check,
    known: (words) =>
      words.every((word) => known.has(word))
        ? new Set(words.filter((word) => known.get(word) === false))
        : undefined,
    suggest: async (word) => {
      await ready
      return ask({ kind: 'suggest', word })
    },
  }
}

const spellers = new Map<string, Speller>()

/** The speller of a locale, begun at the first question; undefined for a language without a dictionary of ours. */
export function spellerOf(locale: string): Speller | undefined {
  const data = languageData(locale)?.spelling
  if (data === undefined) return undefined
  const key = data.dictionaries.join()
  const begun = spellers.get(key) ?? createSpeller(data.dictionaries, data.script)
  spellers.set(key, begun)
  return begun
}

/** Whether a locale has a dictionary of ours. The browser's own is left to mark the others. */
export const isSpelled = (locale: string): boolean => languageData(locale)?.spelling !== undefined
