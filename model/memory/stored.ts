import type { Content } from '../document/text.ts'
import { plainOf } from './profile.ts'
import { sentencesOf, type Sentence } from './sentences.ts'
import { BORDER, tokensOf, type Tokens } from './tokens.ts'

/** The abbreviations of a language, by the BCP 47 tag of a text. */
export type Abbreviations = (locale: string) => readonly string[]

export interface Side {
  readonly content: Content
  readonly locale: string
}

/** A text and its translation sentence by sentence; undefined where it is one sentence, or they do not have as many. */
export function sentencePairs(
  source: Side,
  target: Side,
  abbreviations: Abbreviations,
): readonly (readonly [source: Sentence, target: Sentence])[] | undefined {
  const [from, to] = [source, target].map(({ content, locale }) =>
    sentencesOf(plainOf(content), locale, abbreviations(locale)),
  )
  return from!.length > 1 && from!.length === to!.length
    ? from!.map((sentence, at) => [sentence, to![at]!])
    : undefined
}

/** The tokens of a source as they are kept: a `BORDER` between its sentences where the translation has as many. */
export function storedTokens(source: Side, target: Side, abbreviations: Abbreviations): Tokens {
  const plain = plainOf(source.content)
  const pairs = sentencePairs(source, target, abbreviations)
  if (pairs === undefined) return tokensOf(plain, source.locale)
  const all: number[] = []
  for (const [at, [{ start, end }]] of pairs.entries()) {
    if (at > 0) all.push(BORDER)
    for (const token of tokensOf(plain.slice(start, end), source.locale)) all.push(token)
  }
  return Uint32Array.from(all)
}
