import { resolve } from 'node:path'
import { packWords, PUBLICATION_KEYS, wordsByKey } from '../../../locales/publication-words.ts'
import { matchLocale } from '../../../model/document/match.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import type { OwnWords } from '../../../model/publication/own-words.ts'
import type { Command, Invocation, Outcome } from '../command.ts'
import { localeOption } from '../option.ts'

const ACTIONS = ['list', 'import', 'export'] as const

/** Every word of a language by its key as its pages say it; empty where neither the library nor the program has one. */
function wordsOf(locale: string, own: OwnWords): Map<string, string> {
  const pack = packWords(locale)
  const ours = pack === undefined ? undefined : wordsByKey(pack)
  const mine = own[matchLocale(locale, Object.keys(own)) ?? ''] ?? {}
  return new Map(PUBLICATION_KEYS.map(({ key }) => [key, mine[key] ?? ours?.get(key) ?? '']))
}

/** How many words keep a language from being published. */
const missingIn = (locale: string, own: OwnWords): number =>
  packWords(locale) === undefined
    ? [...wordsOf(locale, own).values()].filter((word) => word === '').length
    : 0

async function list(invocation: Invocation): Promise<Result<Outcome>> {
  const { call, words } = invocation
  const locale = localeOption(invocation, 'locale')
  if (!locale.ok) return locale
  const asked = await call('publication.words', {})
  if (!asked.ok) return asked
  const own = asked.value.words
  if (locale.value !== undefined) {
    const all = wordsOf(locale.value, own)
    return ok({
      data: Object.fromEntries(all),
      // Where there is no word yet, one has to see what must stand in it.
      lines: PUBLICATION_KEYS.map(({ key, slots }) =>
        [key, all.get(key) || slots.join(' ')].join('\t'),
      ),
    })
  }
  const lines = Object.entries(own).flatMap(([tag, said]) =>
    Object.entries(said).map(([key, word]) => `${tag}\t${key}\t${word}`),
  )
  return ok({ data: own, lines: lines.length > 0 ? lines : [words.t('own.none')] })
}

async function take({ call, words: { t } }: Invocation, file: string): Promise<Result<Outcome>> {
  const taken = await call('publication.importWords', { path: resolve(file) })
  if (!taken.ok) return taken
  const own = taken.value.words ?? {}
  const missing = Object.keys(own)
    .map((locale) => ({ locale, count: missingIn(locale, own) }))
    .filter(({ count }) => count > 0)
  return ok({
    data: { words: own, missing },
    lines: [
      t('own.kept', { count: Object.keys(own).length }),
      ...missing.map((one) => t('own.missing', one)),
    ],
  })
}

async function give({ call, words: { t } }: Invocation, file: string): Promise<Result<Outcome>> {
  const given = await call('publication.exportWords', { path: resolve(file) })
  if (!given.ok) return given
  return ok({ data: given.value, lines: [t('own.written', { count: given.value.languages })] })
}

export const wordsCommand: Command = {
  synopsis: ['words list [--locale TAG]', 'words import FILE.json', 'words export FILE.json'],
  takes: [ACTIONS.join('|')],
  mayTake: ['FILE'],
  options: ['locale'],
  makesLibrary: true,
  async run(invocation) {
    const { args, words } = invocation
    const [named, file] = [args[0]!, args[1]]
    const action = ACTIONS.find((one) => one === named)
    if (action === undefined) {
      const all = new Intl.ListFormat(words.locale, { type: 'disjunction' }).format(ACTIONS)
      return fail('USAGE', { why: words.t('wrong.wordsAction', { value: named, list: all }) })
    }
    if (action === 'list') return list(invocation)
    if (file === undefined)
      return fail('USAGE', {
        why: words.t('wrong.missing', { what: 'FILE', command: 'words' }),
      })
    return action === 'import' ? take(invocation, file) : give(invocation, file)
  },
}
