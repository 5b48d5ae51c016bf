import type { Audience } from '../../../model/document/audience.ts'
import type { Comment } from '../../../model/document/comment.ts'
import { noteNumbers } from '../../../model/document/note.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { findBlock } from '../../../model/document/state.ts'
import type { Content } from '../../../model/document/text.ts'
import type { Translation } from '../../../model/document/translation.ts'
import { factsById, readContent, type FactWords } from '../../../model/facts/read.ts'
import { documentForAudience } from '../../../model/units/audience-view.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { unitsOf, type Unit } from '../../../model/units/unit.ts'
import type { Outgoing } from './bilingual.ts'

/** The units that an audience may see whole. One of which a passage is cut cannot come back, so it does not leave. */
export function unitsFor(document: Postmortem, audience: Audience): Unit[] {
  const seen = new Map(
    unitsOf(documentForAudience(document, audience)).map((unit) => [
      unit.id,
      contentHash(unit.content),
    ]),
  )
  return unitsOf(document).filter(({ id, content }) => seen.get(id) === contentHash(content))
}

function nameOf(document: Postmortem, { place }: Unit): string {
  const block = place.block === null ? undefined : findBlock(document, place.block)
  const kind = block === undefined || block.kind === 'prose' ? '' : `${block.kind}.`
  return place.field === 'workstream' ? place.field : `${kind}${place.field}`
}

/**
 * A postmortem in one language for somebody's tool: what `audience` may see, and nothing else. `comments`: what is said about its
 * texts, where that is to leave too.
 */
export function outgoing(
  document: Postmortem,
  translations: readonly Translation[],
  locale: string,
  audience: Audience,
  words: (locale: string) => FactWords,
  comments: readonly Comment[] = [],
): Outgoing {
  const ofLocale = new Map(
    translations.filter((one) => one.locale === locale).map((one) => [one.unit, one]),
  )
  const facts = factsById(documentForAudience(document, audience).facts)
  const notes = noteNumbers(document)
  const said = Map.groupBy(
    comments
      .filter((one) => one.locale === null || one.locale === locale)
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)),
    ({ unit }) => unit,
  )
  const read = (content: Content, tag: string): string => {
    const [node] = content
    if (node?.type === 'footnoteReference') return `[${String(notes.get(node.note) ?? '')}]`
    return readContent(content, facts, tag, words(tag))
  }
  return {
    postmortem: document.id,
    sourceLocale: document.sourceLocale,
    locale,
    audience,
    groups: new Map(document.sections.map(({ id, kind }) => [id, kind])),
    units: unitsFor(document, audience).map((unit) => ({
      id: unit.id,
      group: unit.place.section,
      name: nameOf(document, unit),
      source: unit.content,
      sourceHash: contentHash(unit.content),
      translation: ofLocale.get(unit.id),
      comments: said.get(unit.id) ?? [],
    })),
    read,
  }
}
