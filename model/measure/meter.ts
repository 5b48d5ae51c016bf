import type { Postmortem } from '../document/postmortem.ts'
import type { Section } from '../document/section.ts'
import { plainText, type Content, type FactForm } from '../document/text.ts'
import { unitsOfBlock } from '../units/unit.ts'
import { countText, NOTHING, sum, type Counts } from './count.ts'
import type { Readability } from './language.ts'

type ReadFact = (fact: string, form: FactForm) => string

/** A count of a document, in steps: one after each text that had to be counted. Returns what they come to. */
export type Counting = Generator<void, Counts, void>

/**
 * Counts a document over and over while it is written. What did not change is the same object and is not counted
 * again: a typed character costs its unit, and a look at the sections and at the blocks of one. A count that is broken
 * off leaves what it found to the next.
 *
 * Facts count as they are read out; when one changes, everything is counted again.
 */
export function createMeter(
  locale: string,
  spelling: Readability | undefined,
): (document: Postmortem, readFact: ReadFact) => Counting {
  let facts: Postmortem['facts'] | undefined
  let units = new WeakMap<Content, Counts>()
  let sections = new WeakMap<Section, Counts>()

  function* unit(content: Content, readFact: ReadFact): Counting {
    const known = units.get(content)
    if (known !== undefined) return known
    const counts = countText(plainText(content, readFact), locale, spelling)
    units.set(content, counts)
    yield
    return counts
  }

  function* section(it: Section, readFact: ReadFact): Counting {
    const known = sections.get(it)
    if (known !== undefined) return known
    let counts = yield* unit(it.heading.content, readFact)
    for (const block of it.blocks)
      for (const { content } of unitsOfBlock(it.id, block))
        counts = sum(counts, yield* unit(content, readFact))
    sections.set(it, counts)
    return counts
  }

  return function* (document, readFact) {
    if (facts !== document.facts) {
      facts = document.facts
      units = new WeakMap()
      sections = new WeakMap()
    }
    let counts = sum(NOTHING, yield* unit(document.title.content, readFact))
    for (const { name } of document.workstreams)
      counts = sum(counts, yield* unit(name.content, readFact))
    for (const it of document.sections) counts = sum(counts, yield* section(it, readFact))
    return counts
  }
}

/** Counts without a break. */
export function finish(counting: Counting): Counts {
  for (;;) {
    const step = counting.next()
    if (step.done === true) return step.value
  }
}
