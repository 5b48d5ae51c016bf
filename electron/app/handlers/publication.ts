import { Buffer } from 'node:buffer'
import * as v from 'valibot'
import { PUBLICATION_KEYS } from '../../../locales/publication-words.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import {
  LARGEST_WORDS_FILE,
  OwnWordsFileSchema,
  type OwnWords,
  type WordsOfLocale,
} from '../../../model/publication/own-words.ts'
import type { CallContext, HandlersOf } from '../context.ts'
import { readBytes, writeWhole } from '../file.ts'
import { ownWordsIn } from '../theme.ts'

const known = new Map(PUBLICATION_KEYS.map(({ key, slots }) => [key, slots]))

/** Words without those that say nothing. WORD_UNKNOWN; WORD_SLOT where one would lose what is put into it. */
function checked(words: WordsOfLocale): Result<WordsOfLocale> {
  const kept: [string, string][] = []
  for (const [key, word] of Object.entries(words)) {
    const slots = known.get(key)
    if (slots === undefined) return fail('WORD_UNKNOWN', { key })
    if (word.trim() === '') continue
    const missing = slots.filter((slot) => !word.includes(slot))
    if (missing.length > 0) return fail('WORD_SLOT', { key, slots: missing.join(' ') })
    kept.push([key, word])
  }
  return ok(Object.fromEntries(kept))
}

/** Writes them, and lets every window draw its pages and look for problems anew. */
function keep({ library, events }: CallContext, words: OwnWords): Result<object> {
  const settings = library.settings()
  if (!settings.ok) return settings
  const said = Object.entries(words).filter(([, own]) => Object.keys(own).length > 0)
  const { publicationWords, ...others } = settings.value
  if (said.length === 0 && publicationWords === undefined) return ok({})
  const saved = library.setSettings({
    ...others,
    ...(said.length > 0 ? { publicationWords: Object.fromEntries(said) } : {}),
  })
  if (!saved.ok) return saved
  events.emit('themes.changed', {})
  return ok({})
}

function wordsInFile(text: string, file: string): Result<OwnWords> {
  const invalid = (why: string) => fail('WORDS_INVALID', { file, why })
  try {
    const parsed = v.safeParse(OwnWordsFileSchema, JSON.parse(text))
    if (!parsed.success)
      return invalid(`${v.getDotPath(parsed.issues[0]) ?? ''} ${parsed.issues[0].message}`.trim())
    const words: [string, WordsOfLocale][] = []
    for (const [locale, own] of Object.entries(parsed.output.words)) {
      const sound = checked(own)
      if (!sound.ok) return sound
      words.push([locale, sound.value])
    }
    return ok(Object.fromEntries(words))
  } catch {
    return invalid('no JSON')
  }
}

export const publicationHandlers: HandlersOf<
  | 'publication.words'
  | 'publication.setWords'
  | 'publication.exportWords'
  | 'publication.importWords'
> = {
  'publication.words': (_, { library }) => {
    const words = ownWordsIn(library)
    return words.ok ? ok({ words: words.value }) : words
  },
  'publication.setWords': ({ locale, words }, context) => {
    const own = checked(words)
    if (!own.ok) return own
    const before = ownWordsIn(context.library)
    if (!before.ok) return before
    return keep(context, { ...before.value, [locale]: own.value })
  },
  'publication.exportWords': async ({ path }, { library, ports, written }) => {
    const own = ownWordsIn(library)
    if (!own.ok) return own
    const asked = { defaultName: 'publication-words.json', extensions: ['json'] }
    const file = path ?? (await ports.dialogs.save(asked))
    const languages = Object.keys(own.value).length
    if (file === null) return ok({ path: null, languages })
    const content = { format: 'afterword-publication-words', version: 1, words: own.value }
    const done = await writeWhole(file, Buffer.from(`${JSON.stringify(content, null, 2)}\n`))
    if (!done.ok) return done
    written.add(file)
    return ok({ path: file, languages })
  },
  'publication.importWords': async ({ path }, context) => {
    const { library, ports } = context
    const file = path ?? (await ports.dialogs.open({ extensions: ['json'] }))
    if (file === null) return ok({ words: null })
    const bytes = await readBytes(file, LARGEST_WORDS_FILE)
    if (!bytes.ok) return bytes
    const read = wordsInFile(new TextDecoder().decode(bytes.value), file)
    if (!read.ok) return read
    const before = ownWordsIn(library)
    if (!before.ok) return before
    const words = { ...before.value }
    for (const [locale, own] of Object.entries(read.value))
      words[locale] = { ...words[locale], ...own }
    const kept = keep(context, words)
    return kept.ok ? ok({ words }) : kept
  },
}
