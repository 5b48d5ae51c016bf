import type { QualityRule } from '../../../../model/checks/translation/rules.ts'

/** A mistake of a kind that translators make. */
export interface Kind {
  /** The translation with the mistake, or undefined where there is no place for it. */
  make(target: string, source: string): string | undefined
  /** Any of these must be found. */
  readonly rules: readonly QualityRule[]
}

/** Digits that stand by themselves: nothing of an address, a version, a name or a time. */
const NUMBER =
  /(?<![\p{L}\p{N}.,:/_#@\u00A0\u202F-]|\d )\d{2,}(?![\p{L}\p{N}_:/#@-]|[.,\u00A0\u202F ]\p{N})/u

const changed = (target: string, pattern: RegExp, next: (found: string) => string) => {
  const match = pattern.exec(target)
  if (match === null) return undefined
  const text = next(match[0])
  return target.slice(0, match.index) + text + target.slice(match.index + match[0].length)
}

const NUMBERS: readonly QualityRule[] = ['number-missing', 'number-extra', 'number-changed']
/** Without the mark at its end. */
const open = (target: string): RegExpExecArray | null => /(?<=[\p{L}\p{N}])[.。](?=$)/u.exec(target)

export const KINDS: Readonly<Record<string, Kind>> = {
  'a changed digit': {
    make: (target) =>
      changed(target, NUMBER, (found) => `${found.slice(0, -1)}${(Number(found.at(-1)) + 1) % 10}`),
    rules: NUMBERS,
  },
  'a number with a digit too many': {
    make: (target) => changed(target, NUMBER, (found) => `${found}0`),
    rules: NUMBERS,
  },
  'a number that is gone': {
    make(target) {
      const match = NUMBER.exec(target)
      // Where it stands twice the other says it.
      return match === null || target.split(match[0]).length > 2
        ? undefined
        : changed(target, NUMBER, () => '')
    },
    rules: NUMBERS,
  },
  'a number from nowhere': {
    make: (target) => (/\p{L}/u.test(target) ? `${target} 8461` : undefined),
    rules: NUMBERS,
  },
  'a percent sign that is gone': {
    make: (target, source) =>
      /^[^%٪]*\d ?[%٪][^%٪]*$/u.test(source) &&
      /^[^%٪]*\d[\s\u00A0\u202F]?[%٪][^%٪]*$/u.test(target)
        ? target.replace(/[\s\u00A0\u202F]?[%٪]/u, '')
        : undefined,
    rules: ['number-unit'],
  },
  'an address that was changed': {
    make: (target, source) => {
      const literal = /https?:\/\/[\w./-]*\w|[\w.]+@[\w.]*\w|CVE-\d+-\d+|#\w+#/.exec(target)?.[0]
      return literal !== undefined && source.includes(literal)
        ? target.replaceAll(literal, `${literal.slice(0, -2)}Q${literal.at(-1)}`)
        : undefined
    },
    rules: ['literal-missing', 'literal-extra'],
  },
  'a mark that is gone from the end': {
    make(target, source) {
      const mark = open(target)
      return mark && /\p{L}[.。]$/u.test(source) ? target.slice(0, mark.index) : undefined
    },
    rules: ['final-mark'],
  },
  'two spaces': {
    make: (target, source) =>
      / {2}/.test(source) ? undefined : changed(target, /(?<=\p{L}) (?=\p{L})/u, () => '  '),
    rules: ['space-double'],
  },
  'a word twice': {
    make(target, source) {
      if (/(\p{L}+) \1(?!\p{L})/iu.test(source)) return undefined
      return changed(
        target,
        /(?<![\p{L}\p{N}.@/_#-])(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})\p{Ll}{5,}(?![\p{L}\p{N}.@/_#-])/u,
        (found) => `${found} ${found}`,
      )
    },
    rules: ['word-doubled'],
  },
  'a bracket that is gone': {
    make: (target, source) =>
      /^[^()（）[\]]*[(（][^()（）[\]]+[)）][^()（）[\]]*$/u.test(target) &&
      /^[^()[\]]*\([^()[\]]+\)[^()[\]]*$/u.test(source)
        ? target.replace(/[)）]/u, '')
        : undefined,
    rules: ['bracket-unpaired'],
  },
  'a space at the edge': { make: (target) => `${target} `, rules: ['space-edge'] },
  'a hidden character': {
    make: (target) => changed(target, /(?<=\p{L})(?=\p{L})/u, () => '\u200B'),
    rules: ['character-hidden'],
  },
  'the source left as it is': {
    make: (_, source) =>
      source.split(' ').length > 5 && /\p{Ll}{3}/u.test(source) ? source : undefined,
    rules: ['same-as-source'],
  },
}
