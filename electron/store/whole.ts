import type { Change } from '../../model/document/change.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { headOf } from '../../model/document/state.ts'
import type { Translation } from '../../model/document/translation.ts'
import { Refusal } from '../../model/errors/result.ts'

/** A document in which an id stands twice would lose one of the two. */
export function assertDistinct(document: Postmortem, translations: readonly Translation[]): void {
  const { sections, workstreams, facts } = document
  const kinds: Readonly<Record<string, readonly string[]>> = {
    sections: sections.map(({ id }) => id),
    blocks: sections.flatMap(({ blocks }) => blocks.map(({ id }) => id)),
    workstreams: workstreams.map(({ id }) => id),
    facts: facts.map(({ id }) => id),
    translations: translations.map(({ unit, locale }) => `${unit} ${locale}`),
  }
  for (const [path, ids] of Object.entries(kinds))
    if (new Set(ids).size < ids.length)
      throw new Refusal('DOCUMENT_INVALID', { path, why: 'an id stands twice' })
}

/** The changes that write a whole document. */
export function* changesOf(
  document: Postmortem,
  translations: readonly Translation[],
): Generator<Change> {
  yield { type: 'title.put', content: document.title.content }
  for (const workstream of document.workstreams) yield { type: 'workstream.put', workstream }
  for (const section of document.sections) {
    yield { type: 'section.put', section: headOf(section) }
    for (const block of section.blocks) yield { type: 'block.put', section: section.id, block }
  }
  for (const fact of document.facts) yield { type: 'fact.put', fact }
  for (const translation of translations) yield { type: 'translation.put', translation }
}
