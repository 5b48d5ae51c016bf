import { plainText, type Content } from '../../document/text.ts'
import type { Problem } from '../problem.ts'
import type { TextLanguage } from './language.ts'
import type { QualityRule } from './rules.ts'

/** A text and its translation as the checks look at them. */
export interface Pair {
  readonly source: Content
  readonly target: Content
  readonly from: TextLanguage
  readonly to: TextLanguage
  /** See `flatText`. */
  readonly here: string
  readonly there: string
}

/** Characters to put in place of a stretch of the flat target. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What a check found. Offsets are of the flat target (`flatText`); what is missing there has its end. */
export interface Finding {
  readonly rule: QualityRule
  readonly start: number
  readonly end: number
  readonly params: Problem['params']
  /** What it is about in the flat source, where it is about something there. */
  readonly source?: { readonly start: number; readonly end: number }
  /** What mends it without a doubt about what was meant; none where only a person can know. */
  readonly edits?: readonly Edit[]
}

/** Stands for what is no text of a language: a fact, a line of code. It is no space, so that edges stay edges. */
export const OBJECT = '\uFFFC'

/**
 * A text as checks read it, with the offsets of `lengthOf`: facts and notes are one object each, code as many as it has
 * characters, a break is a line feed.
 */
export function flatText(content: Content): string {
  let text = ''
  for (const node of content) {
    if (node.type === 'text') text += node.value
    else if (node.type === 'inlineCode') text += OBJECT.repeat(node.value.length)
    else if (node.type === 'break') text += '\n'
    else if ('children' in node) text += flatText(node.children)
    else text += node.type === 'footnoteReference' ? NOTE : OBJECT
  }
  return text
}
/** Stands for the number of a note, which is no part of the sentence. */
export const NOTE = '\uFFF9'

export const pairOf = (
  source: Content,
  target: Content,
  from: TextLanguage,
  to: TextLanguage,
): Pair => ({ source, target, from, to, here: flatText(source), there: flatText(target) })

/** Is there anything to read in it but spaces? */
export const isSilent = (content: Content): boolean =>
  plainText(content, () => OBJECT).trim() === ''
