import type { Change } from '../document/change.ts'
import { findBlock, headOf, sectionOfBlock, type DocumentState } from '../document/state.ts'
import type { Content } from '../document/text.ts'
import { contentHash } from '../units/hash.ts'
import { rewritten } from '../units/rewrite.ts'
import { allUnits, mapBlock } from '../units/unit.ts'
import { flatten, type ReadFact } from './find.ts'
import { putRemarks, remarksOf } from './remarks.ts'
import { replace } from './replace.ts'
import type { Hit } from './search.ts'

/** Hits by unit, without those that a fact says or whose text is not there any more. */
function standing(
  hits: readonly Hit[],
  contentOf: (unit: string) => Content | undefined,
  readFact: ReadFact,
): Map<string, Hit[]> {
  const byUnit = new Map<string, Hit[]>()
  for (const hit of hits) {
    const content = contentOf(hit.unit)
    if (hit.fixed || content === undefined) continue
    if (flatten(content, readFact).text.slice(hit.start, hit.end) !== hit.found) continue
    byUnit.set(hit.unit, [...(byUnit.get(hit.unit) ?? []), hit])
  }
  return byUnit
}

/**
 * The changes that put `replacement` in the place of the hits, to be made as one step, and how many hits that are. A
 * translation becomes a draft again; one that is approved stays as it is. Where the same step changes its source and it was not stale, it is held to the new
 * source: the two were changed together.
 */
export function replacing(
  state: DocumentState,
  hits: readonly Hit[],
  replacement: string,
  readIn: (locale: string) => ReadFact,
  now: string,
): { changes: Change[]; count: number } {
  const { document, translations } = state
  const units = [...allUnits(document), ...[...remarksOf(document).values()].flat()]
  const sources = new Map(units.map(({ id, content }) => [id, content]))
  const { sourceLocale } = document
  const inLocale = (locale: string) => hits.filter((hit) => hit.locale === locale)
  let count = 0

  function contents(locale: string, contentOf: (unit: string) => Content | undefined) {
    const readFact = readIn(locale)
    const byUnit = standing(inLocale(locale), contentOf, readFact)
    return new Map(
      [...byUnit].map(([unit, own]) => {
        count += own.length
        return [unit, replace(contentOf(unit)!, own, replacement, readFact)] as const
      }),
    )
  }

  const texts = contents(sourceLocale, (unit) => sources.get(unit))
  const changes: Change[] = []
  const title = texts.get(document.title.id)
  if (title !== undefined) changes.push({ type: 'title.put', content: title })
  for (const workstream of document.workstreams) {
    const content = texts.get(workstream.name.id)
    if (content === undefined) continue
    const name = { ...workstream.name, content }
    changes.push({ type: 'workstream.put', workstream: { ...workstream, name } })
  }
  for (const section of document.sections) {
    const content = texts.get(section.heading.id)
    if (content === undefined) continue
    const heading = { ...section.heading, content }
    changes.push({ type: 'section.put', section: { ...headOf(section), heading } })
  }
  const blocks = new Set(
    inLocale(sourceLocale)
      .filter(({ unit, place }) => texts.has(unit) && place.field !== 'workstream')
      .flatMap(({ place }) => place.block ?? []),
  )
  for (const id of blocks) {
    const [block, section] = [findBlock(document, id), sectionOfBlock(document, id)]
    if (block === undefined || section === undefined) continue
    const next = putRemarks(
      mapBlock(block, (unit, content) => texts.get(unit) ?? content),
      texts,
    )
    changes.push({ type: 'block.put', section: section.id, block: next })
  }

  for (const locale of document.locales) {
    const ofLocale = translations.get(locale)
    const open = (id: string) => {
      const one = ofLocale?.get(id)
      return one?.state === 'approved' ? undefined : one
    }
    for (const [unit, content] of contents(locale, (id) => open(id)?.content)) {
      const old = open(unit)!
      const source = sources.get(unit)
      const current = source !== undefined && contentHash(source) === old.sourceHash
      const next = texts.get(unit)
      changes.push({
        type: 'translation.put',
        translation: {
          ...rewritten(old, content),
          sourceHash: current && next !== undefined ? contentHash(next) : old.sourceHash,
          changedAt: now,
        },
      })
    }
  }
  return { changes, count }
}
