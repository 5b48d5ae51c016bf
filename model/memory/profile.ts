import type { Content } from '../document/text.ts'
import { FACT, tokensOf, type Tokens } from './tokens.ts'

/** Where a reference to a note stands in a plain text: WORD JOINER. */
const NOTE = '\u{2060}'

/** A text with what is compared of it. */
export interface Profile {
  /** Marks as characters of the private use area, facts alike whatever they are, white space as one space. */
  readonly coded: string
  /** Without marks; a fact is `FACT`, a break a line feed. Its offsets are those of `sliced`. */
  readonly plain: string
  readonly tokens: Tokens
}

const OPEN = '\u{E000}'
const CLOSE = '\u{E001}'
/** Behind what a mark says besides its text. */
const SAID = '\u{E002}'

function coded(content: Content): string {
  let text = ''
  for (const node of content)
    switch (node.type) {
      case 'text':
        text += node.value
        break
      case 'break':
        text += '\n'
        break
      case 'inlineCode':
        text += `${OPEN}c${node.value}${CLOSE}`
        break
      case 'fact':
        text += FACT
        break
      case 'footnoteReference':
        text += `${OPEN}n${CLOSE}`
        break
      case 'link':
        text += `${OPEN}l${node.url}${SAID}${coded(node.children)}${CLOSE}`
        break
      case 'passage':
        text += `${OPEN}p${node.audience}${SAID}${coded(node.children)}${CLOSE}`
        break
      case 'strong':
      case 'emphasis':
      case 'delete':
        text += `${OPEN}${node.type[0]!}${coded(node.children)}${CLOSE}`
    }
  return text
}

const even = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

/** The words of a text in the order in which they stand, one character for each fact, note and break. */
export function plainOf(content: Content): string {
  let text = ''
  for (const node of content)
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value
    else if (node.type === 'break') text += '\n'
    else if (node.type === 'fact') text += FACT
    else text += node.type === 'footnoteReference' ? NOTE : plainOf(node.children)
  return text
}

/** `locale`: the BCP 47 tag of the text's language. */
export function profileOf(content: Content, locale: string): Profile {
  const plain = plainOf(content)
  return { coded: even(coded(content)), plain, tokens: tokensOf(plain, locale) }
}

/** The marks of a text alone. */
export const marksIn = ({ coded }: Profile): string =>
  (coded.match(/\u{E000}[a-z](?:[^\u{E000}-\u{E002}]*\u{E002})?|\u{E001}/gu) ?? []).join('')

/** The numbers of a text, a fact as the number that it may be. */
export const numbersIn = ({ plain }: Profile): string =>
  (
    plain
      .normalize('NFKC')
      .match(/\u{FFFC}|[\p{Nd}\p{No}][\p{Nd}\p{No}.,'’_٫٬]*(?<=[\p{Nd}\p{No}])/gu) ?? []
  ).join(' ')

/** What is neither a letter nor a number nor a space. */
export const punctuationIn = ({ plain }: Profile): string =>
  plain.normalize('NFKC').replaceAll(/[\p{L}\p{M}\p{N}\s\u{FFFC}\u{2060}]/gu, '')
