import { isBlank } from '../../model/document/text.ts'
import type { Translation } from '../../model/document/translation.ts'
import { isPseudo } from '../../model/pseudo/pseudo.ts'
import { contentHash } from '../../model/units/hash.ts'
import type { MemoryChange, MemoryTable } from './memory-table.ts'
import type { Surroundings } from './surroundings.ts'

/** What the memory is made with. */
export interface Remembering {
  readonly memory: MemoryTable
  readonly surroundings: Surroundings
}

/**
 * Brings the memory up to what stands in a translation: confirmed, it is remembered with the source that it was
 * confirmed for; reopened, emptied or gone, it is forgotten. One that is confirmed for a source that has moved on leaves
 * what is remembered as it is: that pair is still a true one. Pseudo-text is never remembered. Runs inside the save's transaction, at its end.
 */
export function remember(
  { memory, surroundings }: Remembering,
  postmortem: string,
  sourceLocale: string,
  { unit, locale }: Pick<Translation, 'unit' | 'locale'>,
  translation: Translation | undefined,
): MemoryChange[] {
  const confirmed =
    translation !== undefined &&
    translation.state !== 'draft' &&
    !isBlank(translation.content) &&
    !isPseudo(translation.content)
  if (!confirmed) return memory.removeUnit(postmortem, unit, locale)
  const source = surroundings.of(postmortem, unit)
  if (source === undefined || contentHash(source.content) !== translation.sourceHash) return []
  const { content: target, origin, by, changedAt, sourceHash } = translation
  return [
    ...memory.removeUnit(postmortem, unit, locale),
    memory.put(
      {
        sourceLocale,
        targetLocale: locale,
        source: source.content,
        target,
        origin,
        author: by ?? null,
        at: changedAt,
        unit,
        sourceHash,
        previous: source.previous,
        next: source.next,
      },
      { postmortem },
    ),
  ]
}
