import type { Postmortem } from '../document/postmortem.ts'
import type { Section } from '../document/section.ts'
import { plainText, type Content, type FactForm } from '../document/text.ts'
import { unitsOfBlock } from '../units/unit.ts'
import { countText, NOTHING, sum, type Counts } from './count.ts'
import type { Readability } from './language.ts'

type ReadFact = (fact: string, form: FactForm) => string

/**
 * Counts a document over and over while it is written. What did not change is the same object and is not counted
 * again: a typed character costs its unit, and a look at the sections and at the blocks of one.
 *
 * Facts count as they are read out; when one changes, everything is counted again.
 */
export function createMeter(
  locale: string,
  spelling: Readability | undefined,
): (document: Postmortem, readFact: ReadFact) => Counts {
  let facts: Postmortem['facts'] | undefined
  let units = new WeakMap<Content, Counts>()
  let sections = new WeakMap<Section, Counts>()

  function unit(content: Content, readFact: ReadFact): Counts {
    const known = units.get(content)
    if (known !== undefined) return known
    const counts = countText(plainText(content, readFact), locale, spelling)
    units.set(content, counts)
    return counts
  }

  function section(it: Section, readFact: ReadFact): Counts {
    const known = sections.get(it)
    if (known !== undefined) return known
    let counts = unit(it.heading.content, readFact)
    for (const block of it.blocks)
      for (const { content } of unitsOfBlock(it.id, block))
        counts = sum(counts, unit(content, readFact))
    sections.set(it, counts)
    return counts
  }

  return (document, readFact) => {
    if (facts !== document.facts) {
      facts = document.facts
      units = new WeakMap()
      sections = new WeakMap()
    }
    return [
      unit(document.title.content, readFact),
      ...document.workstreams.map(({ name }) => unit(name.content, readFact)),
      ...document.sections.map((it) => section(it, readFact)),
    ].reduce(sum, NOTHING)
  }
}
