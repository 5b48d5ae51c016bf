import { maySee, type Audience } from '../../../model/document/audience.ts'
import { passagesIn } from '../../../model/document/passage.ts'
import { plainText, type Content } from '../../../model/document/text.ts'
import type { Kept } from '../../../model/leak/known.ts'
import type { Secrets } from '../../../model/leak/secrets.ts'
import { squeeze } from '../../../model/leak/squeeze.ts'
import type { StoredEntry } from '../../../model/memory/entry.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { unitsFor } from '../../exchange/bilingual/outgoing.ts'
import type { Library } from '../../store/library.ts'
import { everyPostmortem, librarySecrets } from '../library-secrets.ts'

/** What of the memory leaves. */
export interface Leaving {
  /** An entry as its readers may have it, or null where they may not. */
  keep(entry: StoredEntry): StoredEntry | null
  /** What must not stand in the file. */
  readonly secrets: Secrets
}

const keyOf = (unit: string, locale: string, source: Content, target: Content): string =>
  `${unit} ${locale} ${contentHash(source)} ${contentHash(target)}`

/** The pairs of a postmortem that an audience may see whole, as they stand now. */
function pairsIn({ document, translations }: Kept, audience: Audience): Set<string> {
  const units = new Map(unitsFor(document, audience).map((unit) => [unit.id, unit.content]))
  return new Set(
    translations.flatMap(({ unit, locale, content }) => {
      const source = units.get(unit)
      return source === undefined ? [] : [keyOf(unit, locale, source, content)]
    }),
  )
}

/**
 * What one audience may have of the memory. Texts of a postmortem leave only as long as they stand there and the audience may see all
 * of them; what came with a file leaves unless it says what this audience may not see in any postmortem. Never who confirmed a text,
 * nor what stood around it, which may be for fewer; entries are counted anew, so that nobody sees how many stayed. Throws what the
 * library refuses.
 */
export async function leavingFor(audience: Audience, library: Library): Promise<Leaving> {
  const all = await everyPostmortem(library)
  const secrets = await librarySecrets(all, audience, [], [])
  const pairs = new Map(all.map((one) => [one.document.id, pairsIn(one, audience)]))
  let count = 0
  return {
    keep(entry) {
      const { postmortem, unit, targetLocale, source, target } = entry
      if (
        postmortem !== null &&
        pairs.get(postmortem)?.has(keyOf(unit, targetLocale, source, target)) !== true
      )
        return null
      // A text of which something is for fewer does not leave: half a text is no translation of half another.
      if ([...passagesIn(source), ...passagesIn(target)].some((one) => !maySee(audience, one)))
        return null
      if (secrets.find(squeeze(`${plainText(source)} ${plainText(target)}`)) !== undefined)
        return null
      return { ...entry, id: ++count, author: null, previous: '', next: '' }
    },
    secrets,
  }
}
