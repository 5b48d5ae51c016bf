import type { Postmortem } from '../../../../model/document/postmortem.ts'
import type { Content } from '../../../../model/document/text.ts'
import { readContent } from '../../../../model/facts/read.ts'
import { countText, type Counts } from '../../../../model/measure/count.ts'
import type { Count } from '../../../../model/measure/tally.ts'
import { factsOf, wordsOf } from '../../../editor/host.ts'

interface Known {
  readonly facts: Postmortem['facts']
  readonly counts: WeakMap<Content, Counts>
}

const knownIn = new Map<string, Known>()

/** What counts the texts of a language as they read; each text once, until a fact is another. */
export function counterOf({ facts }: Postmortem, locale: string): Count {
  const before = knownIn.get(locale)
  const known = before?.facts === facts ? before : { facts, counts: new WeakMap<Content, Counts>() }
  knownIn.set(locale, known)
  const [byId, words] = [factsOf({ facts }), wordsOf(locale)]
  return (content) => {
    let counts = known.counts.get(content)
    if (counts === undefined) {
      counts = countText(readContent(content, byId, locale, words), locale)
      known.counts.set(content, counts)
    }
    return counts
  }
}
