import type { Change } from '../document/change.ts'
import { equal } from '../document/equal.ts'
import { headOf, type DocumentState } from '../document/state.ts'
import type { Translation } from '../document/translation.ts'

interface Row {
  readonly id: string
}

/** The rows of `to` that `from` lacks or has otherwise, and the ids of those that `to` lacks. */
function rows<T extends Row>(
  from: readonly T[],
  to: readonly T[],
): { put: readonly T[]; gone: readonly string[] } {
  const old = new Map(from.map((row) => [row.id, row]))
  const wanted = new Set(to.map(({ id }) => id))
  return {
    put: to.filter((row) => !equal(row, old.get(row.id))),
    gone: from.filter(({ id }) => !wanted.has(id)).map(({ id }) => id),
  }
}

/** The translations of one state; not those of a language that is the same in the other. */
const all = (one: DocumentState, other: DocumentState): Translation[] =>
  [...one.translations].flatMap(([locale, units]) =>
    other.translations.get(locale) === units ? [] : [...units.values()],
  )

/**
 * The changes that lead from one state of a postmortem to another: what refers comes after what it refers to, and
 * what goes makes room before something comes. Only the order of facts among themselves, which says nothing, may
 * come out otherwise.
 */
export function changesTo(from: DocumentState, to: DocumentState): Change[] {
  const { document: old } = from
  const { document: wanted } = to
  const sections = rows(old.sections.map(headOf), wanted.sections.map(headOf))
  const workstreams = rows(old.workstreams, wanted.workstreams)
  const facts = rows(old.facts, wanted.facts)
  const placed = wanted.sections.flatMap(({ id, blocks }) =>
    blocks.map((block) => ({ section: id, block })),
  )
  const blocks = new Set(placed.map(({ block }) => block.id))
  const before = new Map(
    old.sections.flatMap((section) =>
      section.blocks.map((block) => [block.id, { section: section.id, block }]),
    ),
  )
  const changes: Change[] = [
    ...sections.put.map((section): Change => ({ type: 'section.put', section })),
    ...workstreams.put.map((workstream): Change => ({ type: 'workstream.put', workstream })),
    ...facts.put.map((fact): Change => ({ type: 'fact.put', fact })),
    ...[...before.keys()]
      .filter((id) => !blocks.has(id))
      .map((block): Change => ({ type: 'block.remove', block })),
    ...placed
      .filter(({ section, block }) => {
        const there = before.get(block.id)
        return there?.section !== section || !equal(there.block, block)
      })
      .map(({ section, block }): Change => ({ type: 'block.put', section, block })),
    ...workstreams.gone.map((workstream): Change => ({ type: 'workstream.remove', workstream })),
    ...facts.gone.map((fact): Change => ({ type: 'fact.remove', fact })),
  ]
  if (!equal(old.title, wanted.title))
    changes.push({ type: 'title.put', content: wanted.title.content })
  if (!equal(old.metadata, wanted.metadata))
    changes.push({ type: 'metadata.put', metadata: wanted.metadata })
  if (!equal(old.locales, wanted.locales))
    changes.push({ type: 'locales.put', locales: wanted.locales })
  for (const translation of all(to, from)) {
    const present = from.translations.get(translation.locale)?.get(translation.unit)
    if (!equal(present, translation)) changes.push({ type: 'translation.put', translation })
  }
  for (const { unit, locale } of all(from, to))
    if (!to.translations.get(locale)?.has(unit))
      changes.push({ type: 'translation.remove', unit, locale })
  // A version has none, and to bring it back takes nobody the word.
  if (to.comments !== undefined && to.comments !== from.comments) {
    for (const comment of to.comments.values())
      if (!equal(from.comments?.get(comment.id), comment))
        changes.push({ type: 'comment.put', comment })
    for (const comment of from.comments?.keys() ?? [])
      if (!to.comments.has(comment)) changes.push({ type: 'comment.remove', comment })
  }
  // Last, because it takes along the blocks that are still in it.
  for (const section of sections.gone) changes.push({ type: 'section.remove', section })
  return changes
}
