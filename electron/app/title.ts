import type { Fact } from '../../model/document/fact.ts'
import type { Content } from '../../model/document/text.ts'
import { readContent } from '../../model/facts/read.ts'
import { wordsFor } from './words.ts'

/** A title as plain text, its facts read out in the source locale. */
export const readTitle = (content: Content, facts: readonly Fact[], locale: string): string =>
  readContent(content, new Map(facts.map((fact) => [fact.id, fact])), locale, wordsFor(locale))
