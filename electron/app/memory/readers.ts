import { maySee, type Audience } from '../../../model/document/audience.ts'
import { passagesIn } from '../../../model/document/passage.ts'
import { plainText } from '../../../model/document/text.ts'
import { Refusal } from '../../../model/errors/result.ts'
import { knownTexts, visibleTexts, type Kept } from '../../../model/leak/known.ts'
import { secretsOf, type Secrets } from '../../../model/leak/secrets.ts'
import { squeeze } from '../../../model/leak/squeeze.ts'
import type { StoredEntry } from '../../../model/memory/entry.ts'
import { unitsFor } from '../../exchange/bilingual/outgoing.ts'
import type { Library } from '../../store/library.ts'
import { wordsFor } from '../words.ts'

/** What of the memory leaves: an entry as its readers may have it, or null where they may not. */
export type Keep = (entry: StoredEntry) => StoredEntry | null

/** Every postmortem of the library as it stands. Throws what the library refuses. */
function* postmortems(library: Library): Generator<Kept, void, undefined> {
  const listed = library.list()
  if (!listed.ok) throw new Refusal(listed.error.code, listed.error.params)
  for (const { id } of listed.value) {
    const stored = library.open(id)
    if (!stored.ok) throw new Refusal(stored.error.code, stored.error.params)
    const { document, translations } = stored.value
    // The memory has what was confirmed: that is what leaves here.
    const now = translations.map(({ confirmed: _, ...translation }) => translation)
    yield { document, translations: now, words: wordsFor }
  }
}

function secretsIn(all: readonly Kept[], audience: Audience): Secrets {
  function* known() {
    for (const one of all) yield* knownTexts(one)
  }
  function* visible() {
    for (const one of all) yield* visibleTexts(one, audience)
  }
  return secretsOf(known(), visible())
}

/**
 * What one audience may have of the memory: texts of a postmortem only as long as they stand there and the audience may see all of
 * them; never who confirmed them. What came with a file is anybody's. Throws LEAK_FOUND for an entry that says what this audience
 * may not see in any postmortem, wherever the entry came from.
 */
export function keepFor(audience: Audience, library: Library): Keep {
  const all = [...postmortems(library)]
  const secrets = secretsIn(all, audience)
  const units = new Map(
    all.map(({ document }) => [
      document.id,
      new Set(unitsFor(document, audience).map(({ id }) => id)),
    ]),
  )
  return (entry) => {
    const { postmortem, unit } = entry
    if (postmortem !== null && !units.get(postmortem)?.has(unit)) return null
    const { source, target } = entry
    // A text of which something is for fewer does not leave: half a text is no translation of half another.
    if ([...passagesIn(source), ...passagesIn(target)].some((one) => !maySee(audience, one)))
      return null
    const said = `${plainText(source)} ${plainText(target)}`
    const found = secrets.find(squeeze(said))
    if (found !== undefined)
      throw new Refusal('LEAK_FOUND', {
        file: 'TMX',
        where: `tu/${String(entry.id)}`,
        what: found.known.what,
        text: found.known.text.slice(0, 80),
      })
    return { ...entry, author: null }
  }
}
