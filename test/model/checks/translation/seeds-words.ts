import { scriptOf } from '../../../../model/checks/translation/script.ts'
import { changed, type Kinds } from './kind.ts'

/** A word in each of two scripts, one of which no language here has in common with its source. */
const STRANGERS = ['ключ', 'κλειδί', '열쇠', '鍵鍵', 'مفتاح']
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  а: 'a',
  е: 'e',
  о: 'o',
}
/** One request, as it is made of strangers and of friends. */
const REQUESTS: Readonly<Record<string, readonly [string, string]>> = {
  nl: ['Wilt u dat nakijken?', 'Kijk je dat na?'],
  de: ['Prüfen Sie das bitte.', 'Prüfst du das bitte?'],
  fr: ['Pouvez-vous le vérifier ?', 'Peux-tu le vérifier, toi ?'],
  es: ['Que usted lo compruebe.', 'Compruébalo tú.'],
  fi: ['Onko se teillä?', 'Onko se sinulla?'],
  ru: ['Проверьте, есть ли это у вас.', 'Проверь, есть ли это у тебя.'],
  ja: ['確認してください。', '確認が必要だった。'],
  zh: ['请您确认。', '请你确认。'],
}
const count = (text: string): number => Array.from(text).length

/** In words, in letters and in how much is said. */
export const WORDS: Kinds = {
  'a broken character': {
    make: (target) => changed(target, /(?<=\p{L})\p{L}(?=\p{L})/u, () => '\uFFFD'),
    rules: ['character-broken'],
  },
  'letters that were taken apart': {
    make: (target) => (target === target.normalize('NFC') ? target.normalize('NFD') : undefined),
    rules: ['character-composed'],
  },
  'a letter that looks like another': {
    make: (target) =>
      changed(
        target,
        /(?<=\p{Script=Latin}{2})[aeo](?=\p{Script=Latin})|(?<=\p{Script=Cyrillic}{2})[аео](?=\p{Script=Cyrillic})/u,
        (letter) => LOOKALIKES[letter]!,
      ),
    rules: ['character-mixed'],
  },
  'a word in letters of neither language': {
    make(target, source, to, from) {
      const word = STRANGERS.find(
        (one) =>
          ![to, from].some(({ locale }) => scriptOf(locale)?.test(one)) &&
          ![target, source].some((text) => new RegExp(`[${one}]`, 'u').test(text)),
      )
      return word === undefined ? undefined : `${target} ${word}`
    },
    rules: ['character-script'],
  },
  'words that were left': {
    make(target, source) {
      const words = /(?<![\p{L}\p{N}.@/_#-])(?:\p{Ll}+ ){5}\p{Ll}+(?![\p{L}\p{N}.@/_#’'-])/u.exec(
        source,
      )
      return words === null || target.includes(words[0]) ? undefined : `${target} ${words[0]}`
    },
    rules: ['part-untranslated'],
  },
  'letters of another script throughout': {
    make(target, source, to) {
      const script = scriptOf(to.locale)
      const words = source.split(/[ ,]/).filter((word) => /\p{L}/u.test(word))
      if (script === null || !script.test(target) || script.test(source) || words.length < 5)
        return undefined
      return words.slice(1).join(' ')
    },
    rules: ['script-other'],
  },
  'a sentence without its capital': {
    make(target, source) {
      if (!/^\p{Lu}\p{Ll}/u.test(source)) return undefined
      const word = /^\p{Lu}\p{Ll}+(?![\p{L}\p{N}.@/_#’'-])/u.exec(target)?.[0]
      if (word === undefined || source.toLowerCase().includes(word.toLowerCase())) return undefined
      return target[0]!.toLowerCase() + target.slice(1)
    },
    rules: ['capital-start'],
  },
  'words in capitals': {
    make: (target, source) =>
      /\p{Ll}/u.test(source) && !/\p{Lu}{2}/u.test(source)
        ? changed(
            target,
            /(?<![\p{L}\p{N}.@/_#’'-])\p{Ll}{2,}(?: \p{Ll}{2,}){2}(?![\p{L}\p{N}.@/_#’'-])/u,
            (found) => found.toUpperCase(),
          )
        : undefined,
    rules: ['capitals-all'],
  },
  'two ways to speak to a reader': {
    make(target, source, { register, locale }) {
      const both = REQUESTS[new Intl.Locale(locale).language]
      if (register === null || both === undefined) return undefined
      return { source: `${source} Check it. Check it.`, target: `${target} ${both.join(' ')}` }
    },
    rules: ['register-mixed'],
  },
  'far too much': {
    make: (target, source) =>
      count(source) > 20 && count(target) * 2 > count(source)
        ? Array.from({ length: 12 }, () => target).join(' ')
        : count(source) > 20
          ? Array.from({ length: 40 }, () => target).join(' ')
          : undefined,
    rules: ['too-long'],
  },
  'far too little': {
    make: (target, source) => (count(source) > 60 ? [...target].slice(0, 3).join('') : undefined),
    rules: ['too-short'],
  },
  'a sentence too many': {
    make: (target, source) =>
      /\p{L}[.。]$/u.test(source) && /^\p{Lu}\p{Ll}.*\p{L}\.$|^\p{Lo}.*\p{L}[.。]$/u.test(target)
        ? `${target} ${target}`
        : undefined,
    rules: ['sentences-differ'],
  },
  'a name that is gone': {
    make: (target, source) =>
      `${source}${target}`.includes('OpenSSL')
        ? undefined
        : { source: `${source} (OpenSSL)`, target: `${target} (-)` },
    rules: ['token-missing'],
  },
  'an acronym that is gone': {
    make: (target, source) =>
      // A heading in capitals has none.
      /MFA/i.test(`${source}${target}`) || !/\p{Ll}{2}.*\p{Ll}{2}|\p{Lo}/u.test(source)
        ? undefined
        : { source: `${source} (MFA)`, target: `${target} (-)` },
    rules: ['acronym-missing'],
  },
}
