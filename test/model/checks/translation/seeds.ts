import type { TextLanguage } from '../../../../model/checks/translation/language.ts'
import type { QualityRule } from '../../../../model/checks/translation/rules.ts'
import { valuesIn } from '../../../../model/values/read.ts'
import { changed, count, NUMBER, QUOTES, type Kinds } from './kind.ts'

const NUMBERS: readonly QualityRule[] = ['number-missing', 'number-extra', 'number-changed']
/** Without the mark at its end. */
const open = (target: string): RegExpExecArray | null => /(?<=[\p{L}\p{N}])[.。](?=$)/u.exec(target)

/** Digits without what sets their groups apart. */
const ungrouped = (text: string): string =>
  text.replace(/(?<=\d)[.,\u00A0\u202F ](?=\d{3}(?!\d))/gu, '')

/** Does a text say the value of these digits, in whatever form? */
const isSaid = (text: string, digits: string, { reader }: TextLanguage): boolean =>
  valuesIn(text, reader).some(({ readings, foreign }) =>
    [...readings, ...foreign].some((reading) => reading.includes(`n${Number(digits)}`)),
  )

/** What translators do often. */
export const COMMON: Kinds = {
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
    make(target, source, to) {
      const match = NUMBER.exec(target)
      // What the source says in words, "hex" and not 16, is no number of its own.
      if (match === null || !ungrouped(source).includes(match[0])) return undefined
      const without = changed(target, NUMBER, () => '')!
      // What is said twice, as 50000000 and as 50 million, may be said once.
      return isSaid(without, match[0], to) ? undefined : without
    },
    rules: NUMBERS,
  },
  'a number from nowhere': {
    make: (target) => (/\p{L}/u.test(target) ? `${target} 8461` : undefined),
    rules: NUMBERS,
  },
  'the separators of another language': {
    make(target, source) {
      if (!/(?<![\d.,])\d{1,3}[.,\u00A0\u202F]\d{3}(?![\d.,])/u.test(source)) return undefined
      return changed(target, /(?<![\d.,:/])\d{1,3}[.,\u00A0\u202F]\d{3}(?![\d.,])/u, (found) =>
        found.replace(/\D/u, (sign) => (sign === ',' ? '.' : ',')),
      )
    },
    rules: ['number-separators', ...NUMBERS],
  },
  'a time that is another': {
    make: (target) =>
      changed(
        target,
        /(?<![\d.,:/-])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d:/-]|[.,]\d)/u,
        (found) => `${found.slice(0, -1)}${(Number(found.at(-1)) + 3) % 10}`,
      ),
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
    make(target, source, { marks }) {
      const mark = open(target)
      if (mark === null || !/\p{L}[.。]$/u.test(source)) return undefined
      // Where predicates are known by their end, what ends otherwise is a phrase, which needs no mark.
      if (marks.predicates?.includes(target[mark.index - 1]!) === false) return undefined
      return target.slice(0, mark.index)
    },
    rules: ['final-mark'],
  },
  'a mark twice': {
    make: (target, source) =>
      /[,،，、]{2}/u.test(source)
        ? undefined
        : changed(target, /(?<=\p{L})[,،，、](?![,،，、])/u, (mark) => mark + mark),
    rules: ['mark-repeated'],
  },
  'a quotation mark that is gone': {
    make(target, source) {
      if (count(source, QUOTES) !== 2 || count(target, QUOTES) !== 2) return undefined
      // A sign of inches and an apostrophe of code close nothing.
      if (/\d["”]/u.test(target)) return undefined
      return target.slice(0, target.search(QUOTES)) + target.slice(target.search(QUOTES) + 1)
    },
    rules: ['quote-unpaired'],
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
      /^[^()（）[\]]*[(（][^()（）[\]]+[)）][^()（）[\]]*$/u.test(source)
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
