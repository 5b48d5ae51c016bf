import type { Block } from '../document/block.ts'
import type { Change } from '../document/change.ts'
import { newId } from '../document/identifier.ts'
import { orderBetween } from '../document/order.ts'
import type { Section } from '../document/section.ts'
import { headOf, sectionOfBlock, type DocumentState } from '../document/state.ts'
import { factsIn, type UnitText } from '../document/text.ts'
import type { Translation } from '../document/translation.ts'
import { renamedBlock, withId, type Ids } from '../units/rename.ts'
import { allUnits, unitsOfBlock } from '../units/unit.ts'
import type { Part } from './compare.ts'

/** Is the block's id its own, and not that of its one text? */
const hasOwnId = (block: Block): boolean => block.kind !== 'prose' || !('data' in block.node)

/** The ids that a block takes up: its own and those of its texts. */
const idsOf = (section: string, block: Block): string[] => [
  block.id,
  ...Array.from(unitsOfBlock(section, block), ({ id }) => id),
]

/** A new id for each of these texts that stands elsewhere now: a unit is in one place only. */
function fresh(units: Iterable<{ readonly id: string }>, taken: ReadonlySet<string>): Ids {
  const ids = new Map<string, string>()
  for (const { id } of units) if (taken.has(id)) ids.set(id, newId())
  return ids
}

interface Row {
  readonly id: string
  readonly order: string
}

/** The row's order, or one right before the row that has come to stand there since: no two have the same. */
function orderAmong(rows: readonly Row[], { id, order }: Row): string {
  const others = rows.filter((row) => row.id !== id).map((row) => row.order)
  if (!others.includes(order)) return order
  return orderBetween(others.findLast((other) => other < order) ?? null, order)
}

class Restoring {
  readonly changes: Change[] = []
  readonly now: DocumentState
  readonly was: DocumentState
  /** The ids of units and blocks that stand somewhere, apart from those that are about to be replaced. */
  readonly taken: Set<string>

  constructor(now: DocumentState, was: DocumentState) {
    this.now = now
    this.was = was
    this.taken = new Set(Array.from(allUnits(now.document), ({ id }) => id))
    for (const { blocks } of now.document.sections) for (const { id } of blocks) this.taken.add(id)
  }

  translations(units: Iterable<string>, ids: Ids): void {
    for (const unit of units)
      for (const [locale, texts] of this.was.translations) {
        const old = texts.get(unit)
        if (old === undefined || !this.now.document.locales.includes(locale)) continue
        const translation: Translation = { ...old, unit: ids.get(unit) ?? unit }
        this.facts(factsIn(translation.content))
        const present = this.now.translations.get(locale)?.get(translation.unit)
        if (JSON.stringify(present) !== JSON.stringify(translation))
          this.changes.push({ type: 'translation.put', translation })
      }
  }

  /** Facts that are gone come back; those that are there keep today's value, which stands once for all texts. */
  facts(ids: Iterable<string>): void {
    for (const id of ids) {
      const fact = this.was.document.facts.find((one) => one.id === id)
      const there =
        this.now.document.facts.some((one) => one.id === id) ||
        this.changes.some((change) => change.type === 'fact.put' && change.fact.id === id)
      if (fact && !there) this.changes.push({ type: 'fact.put', fact })
    }
  }

  text(text: UnitText, present: UnitText | undefined): UnitText {
    if (present?.id === text.id) this.taken.delete(text.id)
    const ids = fresh([text], this.taken)
    this.translations([text.id], ids)
    this.facts(factsIn(text.content))
    const result = withId(text, ids)
    this.taken.add(result.id)
    return result
  }

  workstream(id: string): void {
    const old = this.was.document.workstreams.find((one) => one.id === id)
    const present = this.now.document.workstreams.find((one) => one.id === id)
    if (old) {
      const workstream = { ...old, name: this.text(old.name, present?.name) }
      this.changes.push({ type: 'workstream.put', workstream })
    } else if (present) this.changes.push({ type: 'workstream.remove', workstream: id })
  }

  head(section: Section): void {
    const present = this.now.document.sections.find(({ id }) => id === section.id)
    const head = {
      ...headOf(section),
      order: orderAmong(this.now.document.sections, section),
      heading: this.text(section.heading, present?.heading),
    }
    this.changes.push({ type: 'section.put', section: head })
  }

  section(id: string): void {
    const old = this.was.document.sections.find((one) => one.id === id)
    const present = this.now.document.sections.some((one) => one.id === id)
    if (old === undefined) {
      if (present) this.changes.push({ type: 'section.remove', section: id })
      return
    }
    this.head(old)
    // A section that is gone comes back with what was in it, but not what lives on elsewhere.
    if (!present)
      for (const block of old.blocks)
        if (!sectionOfBlock(this.now.document, block.id)) this.block(block.id)
  }

  block(id: string): void {
    const section = sectionOfBlock(this.was.document, id)
    const old = section?.blocks.find((one) => one.id === id)
    const home = sectionOfBlock(this.now.document, id)
    const present = home?.blocks.find((one) => one.id === id)
    if (!section || !old) {
      if (present) this.changes.push({ type: 'block.remove', block: id })
      return
    }
    const there =
      this.now.document.sections.some((one) => one.id === section.id) ||
      this.changes.some(
        (change) => change.type === 'section.put' && change.section.id === section.id,
      )
    if (!there) this.head(section)
    if (home && present) for (const taken of idsOf(home.id, present)) this.taken.delete(taken)
    const units = [...unitsOfBlock(section.id, old)]
    const ids = fresh(units, this.taken)
    const renamed = renamedBlock(old, ids)
    // Code that became a text gave its id to the text, which may stand in a list by now.
    const moved = hasOwnId(renamed) && this.taken.has(renamed.id)
    const rows = this.now.document.sections.find((one) => one.id === section.id)?.blocks ?? []
    const order = orderAmong(rows, renamed)
    const block = { ...renamed, id: moved ? newId() : renamed.id, order }
    // The one that is there stays where the old one has to be another.
    if (home && present && block.id !== id)
      for (const taken of idsOf(home.id, present)) this.taken.add(taken)
    for (const taken of idsOf(section.id, block)) this.taken.add(taken)
    this.facts(units.flatMap(({ content }) => factsIn(content)))
    if (old.kind === 'measure')
      this.facts([old.potential, old.confirmed].filter((fact) => fact !== null))
    const group = old.kind === 'action' ? old.workstream : null
    if (group !== null && !this.now.document.workstreams.some((one) => one.id === group))
      this.workstream(group)
    this.changes.push({ type: 'block.put', section: section.id, block })
    this.translations(
      units.map((unit) => unit.id),
      ids,
    )
  }
}

/**
 * The changes that bring one part of a postmortem back to what it was `then`, and leave the rest as it is `now`. What
 * was not there yet goes. A text that stands elsewhere now comes back as another one, with its translations.
 */
export function changesBack(now: DocumentState, then: DocumentState, { part, id }: Part): Change[] {
  const work = new Restoring(now, then)
  const { document } = then
  switch (part) {
    case 'title':
      work.translations([document.title.id], new Map())
      work.facts(factsIn(document.title.content))
      work.changes.push({ type: 'title.put', content: document.title.content })
      break
    case 'metadata':
      work.changes.push({ type: 'metadata.put', metadata: document.metadata })
      break
    case 'locales':
      work.changes.push({ type: 'locales.put', locales: document.locales })
      break
    case 'workstream':
      work.workstream(id)
      break
    case 'section':
      work.section(id)
      break
    case 'block':
      work.block(id)
      break
    case 'fact': {
      const fact = document.facts.find((one) => one.id === id)
      work.changes.push(fact ? { type: 'fact.put', fact } : { type: 'fact.remove', fact: id })
    }
  }
  return work.changes
}
