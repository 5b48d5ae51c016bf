import type { TextLanguage } from '../../../../model/checks/translation/language.ts'
import type { QualityRule } from '../../../../model/checks/translation/rules.ts'
import type { Content } from '../../../../model/document/text.ts'

/** Where the source has to be another for the mistake to have a place, as where both need a code. */
export interface Damaged {
  readonly source: string | Content
  readonly target: string | Content
}

/** A mistake of a kind that translators make. */
export interface Kind {
  /**
   * The translation with the mistake, or undefined where there is no place for it: what comes of it would be right, or
   * says nothing that a reader of the two texts alone could know to be wrong.
   */
  make(
    target: string,
    source: string,
    to: TextLanguage,
    from: TextLanguage,
  ): string | Damaged | undefined
  /** Any of these must be found. */
  readonly rules: readonly QualityRule[]
}
export type Kinds = Readonly<Record<string, Kind>>

export const contentOf = (said: string | Content): Content =>
  typeof said === 'string' ? [{ type: 'text', value: said }] : said

/** A pair with a mistake of a kind, or undefined where there is no place for one. */
export function damaged(
  { make }: Kind,
  ...[target, source, to, from]: Parameters<Kind['make']>
): { readonly source: Content; readonly target: Content } | undefined {
  const made = make(target, source, to, from)
  if (made === undefined) return undefined
  if (typeof made !== 'string')
    return { source: contentOf(made.source), target: contentOf(made.target) }
  if (made === target || made.trim() === '') return undefined
  return { source: contentOf(source), target: contentOf(made) }
}

export const changed = (
  target: string,
  pattern: RegExp,
  next: (found: string) => string,
): string | undefined => {
  const match = new RegExp(pattern, pattern.flags.replace('g', '')).exec(target)
  if (match === null) return undefined
  const text = next(match[0])
  return target.slice(0, match.index) + text + target.slice(match.index + match[0].length)
}

/** Digits that stand by themselves: nothing of an address, a version, a name or a time. */
export const NUMBER =
  /(?<![\p{L}\p{N}.,:/_#@\u00A0\u202F-]|\d )\d{2,}(?![\p{L}\p{N}_:/#@-]|[.,\u00A0\u202F ]\p{N})/u

export const QUOTES = /["“”„«»‹›「」『』]/gu
export const count = (text: string, pattern: RegExp): number =>
  Array.from(text.matchAll(pattern)).length
