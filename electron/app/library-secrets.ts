import { Buffer } from 'node:buffer'
import { setImmediate as others } from 'node:timers/promises'
import type { Audience } from '../../model/document/audience.ts'
import { Refusal } from '../../model/errors/result.ts'
import { knownTexts, visibleTexts, type Kept } from '../../model/leak/known.ts'
import { secretsOf, type Known, type Secrets } from '../../model/leak/secrets.ts'
import { leakIn } from '../publish/leak/leak.ts'
import type { Library } from '../store/library.ts'
import { ownTexts } from './own-texts.ts'
import { wordsFor } from './words.ts'

/** Every postmortem of the library as it stands, others going first after each. Throws what the library refuses. */
export async function everyPostmortem(library: Library): Promise<Kept[]> {
  const listed = library.list()
  if (!listed.ok) throw new Refusal(listed.error.code, listed.error.params)
  const all: Kept[] = []
  for (const { id } of listed.value) {
    const stored = library.open(id)
    if (!stored.ok) throw new Refusal(stored.error.code, stored.error.params)
    const { document, translations } = stored.value
    // What was confirmed before the last edit is no part of how it stands.
    const now = translations.map(({ confirmed: _, ...translation }) => translation)
    all.push({ document, translations: now, words: wordsFor })
    await others()
  }
  return all
}

/**
 * What of all postmortems an audience may not see, for what leaves the library and belongs to none of them. `known`: texts besides
 * that stay here; `said`: what is no secret.
 */
export async function librarySecrets(
  all: readonly Kept[],
  audience: Audience,
  known: Iterable<Known>,
  said: Iterable<string>,
): Promise<Secrets> {
  const own = await ownTexts()
  function* everything(): Generator<Known> {
    for (const one of all) yield* knownTexts(one)
    yield* known
  }
  function* visible(): Generator<string> {
    for (const one of all) yield* visibleTexts(one, audience)
    yield* own
    yield* said
  }
  return secretsOf(everything(), visible())
}

/** A file piece by piece, each looked through before it is written, as the leak scan of every file does. Throws LEAK_FOUND. */
export async function* lookedThrough(
  file: string,
  pieces: AsyncIterable<string>,
  secrets: Secrets,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    const leak = await leakIn({ name: file, bytes: Buffer.from(piece) }, secrets, new Set())
    if (leak !== undefined) throw new Refusal('LEAK_FOUND', { file, ...leak })
    yield piece
  }
}
