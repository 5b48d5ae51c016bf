import type { Block } from '../document/block.ts'
import type { Fact } from '../document/fact.ts'
import type { Postmortem } from '../document/postmortem.ts'
import type { DocumentState } from '../document/state.ts'
import type { Content, Phrasing } from '../document/text.ts'
import { readFact, type FactWords } from '../facts/read.ts'
import { allUnits } from '../units/unit.ts'
import { wordsIn } from './pieces.ts'

/** One of two versions that are compared, in one language. */
export interface Side {
  readonly document: Postmortem
  /** By id. */
  readonly units: ReadonlyMap<string, Content>
  readonly blocks: ReadonlyMap<string, { readonly section: string; readonly block: Block }>
  readonly facts: ReadonlyMap<string, Fact>
  read(fact: Fact): string
  /** As `wordReader` reads. */
  words(content: Content): string[]
}

/** How a text reads word by word, facts read out; a fact is one word, so that it is the same or another as a whole. */
export function wordReader(
  facts: ReadonlyMap<string, Fact>,
  locale: string,
  words: FactWords,
): (content: Content) => string[] {
  const inText = (content: Content): string[] => content.flatMap(wordsOf)
  function wordsOf(node: Phrasing): string[] {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return wordsIn(node.value, locale)
      case 'break':
        return ['\n']
      case 'fact': {
        const fact = facts.get(node.fact)
        return [fact ? readFact(fact, node.form, locale, words) : words.withheld]
      }
      case 'footnoteReference':
        return ['\u2020']
      case 'passage':
        // Signs of their own around it: a text that becomes internal is another text, though its words stay.
        return ['\u27E6', ...inText(node.children), '\u27E7']
      default:
        return inText(node.children)
    }
  }
  return inText
}

/** A version in the language it was written in, or in one that it was translated into: then only what was translated. */
export function sideOf(state: DocumentState, locale: string, words: FactWords): Side {
  const { document } = state
  const translations = state.translations.get(locale)
  const own = locale === document.sourceLocale
  const facts = new Map(document.facts.map((fact) => [fact.id, fact]))
  return {
    document,
    units: new Map(
      Array.from(allUnits(document), ({ id, content }) => [
        id,
        own ? content : (translations?.get(id)?.content ?? []),
      ]),
    ),
    blocks: new Map(
      document.sections.flatMap((section) =>
        section.blocks.map((block) => [block.id, { section: section.id, block }] as const),
      ),
    ),
    facts,
    read: (fact) => readFact(fact, 'long', locale, words),
    words: wordReader(facts, locale, words),
  }
}
