import { dirname } from 'node:path'
import type { Audience } from '../../model/document/audience.ts'
import type { Comment } from '../../model/document/comment.ts'
import { knownTexts, visibleTexts } from '../../model/leak/known.ts'
import { leavesOf } from '../../model/leak/leaves.ts'
import { secretsOf, type Known } from '../../model/leak/secrets.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { isUnreadable, leakIn } from '../publish/leak/leak.ts'
import type { KeptText } from '../store/kept-table.ts'
import type { StoredPostmortem } from '../store/library.ts'
import type { CallContext } from './context.ts'
import { figuresOf } from './images.ts'
import { ownTexts } from './own-texts.ts'
import { ownWordsIn } from './theme.ts'
import { wordsFor } from './words.ts'

/** Looks through everything that leaves before it is written. */
export interface LeakGuard {
  /**
   * LEAK_FOUND for a file that would show anything which its readers may not see, LEAK_UNREADABLE for one that cannot be
   * looked through.
   */
  look(name: string, bytes: Uint8Array): Promise<Result<void>>
}

/** What is there to be looked for only: without the spaces of its text it says what stands nowhere. */
const isDerived = ({ column }: KeptText): boolean => column.startsWith('folded')

/** The manifest of an earlier release went out with it: names of files, hashes, keys. */
const withoutManifest = (row: unknown): unknown =>
  typeof row === 'object' && row !== null ? { ...row, manifest: undefined } : row

function* textsOf({ table, column, value }: KeptText): Generator<Known> {
  const what = `${table}.${column}`
  if (!/^[[{]/.test(value)) yield* leavesOf(value, what)
  else
    try {
      const row: unknown = JSON.parse(value)
      yield* leavesOf(table === 'release' ? withoutManifest(row) : row, what)
    } catch {
      // A text that begins like JSON.
      yield* leavesOf(value, what)
    }
}

/** The pictures that a postmortem shows or has shown, and that this audience is not shown. */
function hiddenImages(kept: readonly KeptText[], shown: ReadonlySet<string>): ReadonlySet<string> {
  const all = kept.flatMap(({ value }) =>
    Array.from(value.matchAll(/"asset":"([0-9a-f]{64})"/g), ([, id]) => id!),
  )
  return new Set(all.filter((id) => !shown.has(id)))
}

/**
 * A guard for what leaves a postmortem for one audience. It knows every text that the library keeps of it and what of these the
 * audience may see, from the library and not from what was rendered, so that it does not share a mistake with who renders. `said`:
 * what these readers are told besides. `comments`: those that leave because the person said so, with who said them; what else
 * they quote is looked for in them too.
 */
export async function leakGuard(
  stored: StoredPostmortem,
  audience: Audience,
  { library, ports }: Pick<CallContext, 'library' | 'ports'>,
  said: readonly string[] = [],
  comments: readonly Comment[] = [],
): Promise<Result<LeakGuard>> {
  const { document, translations } = stored
  const texts = library.keptTexts(document.id)
  if (!texts.ok) return texts
  const ids = new Set(texts.value.filter(({ column }) => column === 'id').map(({ value }) => value))
  // Rows say what they belong to: `block:` and its id.
  const isId = (text: string): boolean => ids.has(text) || ids.has(text.replace(/^\w+:/, ''))
  const kept = { document, translations, words: wordsFor }
  const own = await ownTexts()
  const stated = ownWordsIn(library)
  if (!stated.ok) return stated
  const ownWords = stated.value
  const leaves = ({ table }: KeptText): boolean => table === 'comment' && comments.length > 0
  function* known(): Generator<Known> {
    yield* knownTexts(kept)
    if (!texts.ok) return
    for (const one of texts.value)
      if (!isDerived(one) && !leaves(one))
        for (const leaf of textsOf(one)) if (!isId(leaf.text)) yield leaf
    yield { what: 'library', text: library.file }
    yield { what: 'library', text: dirname(library.file) }
    yield { what: 'user', text: ports.user }
  }
  function* visible(): Generator<string> {
    yield* visibleTexts(kept, audience)
    yield* own
    for (const leaf of leavesOf(ownWords, '')) yield leaf.text
    yield* said
    for (const { by, at, resolved } of comments) yield* [by, at, resolved?.at ?? '']
  }
  const secrets = secretsOf(known(), visible())
  const shown = new Set(
    figuresOf(documentForAudience(document, audience)).map(({ asset }) => asset),
  )
  const images = hiddenImages(texts.value, shown)
  return ok({
    async look(name, bytes) {
      try {
        const leak = await leakIn({ name, bytes }, secrets, images)
        if (leak === undefined) return ok(undefined)
        return fail('LEAK_FOUND', { file: name, ...leak })
      } catch (error) {
        if (!isUnreadable(error)) throw error
        const { where, message: why } = error
        return fail('LEAK_UNREADABLE', { file: name, where, why: why.slice(0, 200) })
      }
    },
  })
}
