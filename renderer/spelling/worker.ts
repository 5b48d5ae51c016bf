import { decodeTrie } from 'cspell-trie-lib'
import type { Answer, Ask } from './messages.ts'

type Trie = ReturnType<typeof decodeTrie>

let tries: readonly Trie[] = []
/** So many suggestions are offered. */
const OFFERED = 5

async function load(address: string): Promise<Trie> {
  const packed = await fetch(address)
  if (!packed.ok || packed.body === null) throw new Error(`no dictionary at ${address}`)
  const text = new Response(packed.body.pipeThrough(new DecompressionStream('gzip')))
  return decodeTrie(new Uint8Array(await text.arrayBuffer()))
}

/** Apostrophes in dictionaries are straight. */
const plain = (word: string): string => word.normalize('NFC').replace(/[\u2018\u2019]/gu, "'")

const has = (form: string): boolean =>
  tries.some((trie) => trie.hasWord(form, true) || trie.hasWord(form.toLowerCase(), true))

/** A word is known as it stands, without a possessive ending, or when both sides of its apostrophe or hyphens are. */
function isKnown(word: string): boolean {
  const form = plain(word)
  if (has(form) || has(form.replace(/'s?$/u, ''))) return true
  const parts = form.split(/(?<=')|-/u)
  return (
    parts.length > 1 &&
    parts.every(
      (part) => part.length === 0 || has(part) || (part.endsWith("'") && part.length <= 3),
    )
  )
}

function suggestions(word: string): string[] {
  const found = tries.flatMap((trie) =>
    trie.suggestWithCost(plain(word), { numSuggestions: 2 * OFFERED }),
  )
  const best = found.toSorted((a, b) => a.cost - b.cost).map((one) => inCaseOf(word, one.word))
  return [...new Set(best)].filter(isKnown).slice(0, OFFERED)
}

/** A word that began with a capital letter goes on to. */
function inCaseOf(word: string, suggestion: string): string {
  const [first = ''] = word
  if (first === first.toLowerCase()) return suggestion
  const [head = '', ...rest] = suggestion
  return head.toUpperCase() + rest.join('')
}

async function answer(ask: Ask): Promise<readonly string[]> {
  if (ask.kind === 'load') {
    tries = await Promise.all(ask.dictionaries.map(load))
    return []
  }
  return ask.kind === 'check' ? ask.words.filter((word) => !isKnown(word)) : suggestions(ask.word)
}

self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  const reply = (words: readonly string[]): void =>
    self.postMessage({ id: data.id, words } satisfies Answer, { transfer: [] })
  // Without its dictionary nothing is marked; a text is not wrong because a file is missing.
  void answer(data).then(reply, () => reply([]))
})
