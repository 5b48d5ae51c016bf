import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PUBLICATION_KEYS, publicationWords, wordsByKey } from '../../locales/publication-words.ts'
import type { Core } from '../../electron/app/ports.ts'
import { paragraphBlock, blankSection } from '../../model/document/blank.ts'
import { fail } from '../../model/errors/result.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { paragraphs, shown } from '../publish/word.ts'

const start = (): Promise<Core> => openTestCore(join(testFolder(), 'library.afterword'))
/** Words for every key, that no language has. */
const INVENTED = Object.fromEntries(
  PUBLICATION_KEYS.map(({ key, slots }, at) => [
    key,
    `Wurd${String(at)} ${slots.join(' ')}`.trim(),
  ]),
)

/** A postmortem with one internal paragraph. */
async function written(core: Core, locale: string): Promise<string> {
  const { id } = valueOf(await core.call('postmortem.create', { title: 'In nacht', locale }, 'cli'))
  const section = blankSection('summary', 'a0', 'Gearfetting')
  const changes = [
    {
      type: 'metadata.put' as const,
      metadata: {
        ...valueOf(await core.call('postmortem.open', { id }, 'cli')).document.metadata,
        organisation: 'Fernhollow',
        publishedOn: '2024-03-01',
      },
    },
    { type: 'section.put' as const, section },
    {
      type: 'block.put' as const,
      section: section.id,
      block: paragraphBlock('a0', 'Der gie neat ferlern.'),
    },
  ]
  valueOf(await core.call('postmortem.save', { id, base: 0, changes }, 'cli'))
  return id
}
const set = (core: Core, locale: string, words: Record<string, string>) =>
  core.call('publication.setWords', { locale, words }, 'window')
const publish = (core: Core, id: string, path: string) =>
  core.call(
    'publish.run',
    { id, audience: 'public', formats: ['html', 'docx'], path, job: 'j' },
    'cli',
  )

test('an organisation has words of its own on pages and documents, and takes ours back by an empty one', async () => {
  const core = await start()
  const id = await written(core, 'en')
  const own = { 'labels.organisation': 'Company', 'labels.publishedOn': 'First published' }
  valueOf(await set(core, 'en', own))
  const path = join(testFolder(), 'out')
  valueOf(await publish(core, id, path))
  const [docx, html] = readdirSync(path).filter((name) => name.startsWith('in-nacht'))
  const page = readFileSync(join(path, html!), 'utf8')
  const words = paragraphs(readFileSync(join(path, docx!))).map(shown)
  expect(page).toContain('<dt>Company</dt>')
  expect(page).not.toContain('<dt>Organisation</dt>')
  expect(words).toContain('Company: Fernhollow')
  expect(words).toContain('First published: March 1, 2024')
  const preview = async () =>
    valueOf(await core.call('preview.page', { id, locale: 'en', audience: 'public' }, 'cli')).html
  expect(await preview()).toContain('<dt>Company</dt>')
  const file = join(testFolder(), 'page.md')
  const input = { id, audience: 'public', format: 'md', path: file } as const
  valueOf(await core.call('export.file', input, 'cli'))
  expect(readFileSync(file, 'utf8')).toContain('Company: Fernhollow')
  valueOf(await set(core, 'en', { 'labels.organisation': ' ' }))
  expect(await preview()).toContain('<dt>Organisation</dt>')
  expect(valueOf(await core.call('publication.words', {}, 'cli'))).toEqual({ words: {} })
})

test('a language without a pack is published when every word of it is written, and never with one of another language', async () => {
  const core = await start()
  const id = await written(core, 'fy')
  const path = join(testFolder(), 'out')
  const problems = async () =>
    valueOf(await core.call('check.run', { id, audience: 'public' }, 'cli')).problems.map(
      ({ rule }) => rule,
    )
  expect(await problems()).toContain('labels-missing')
  const { 'labels.contact': contact, ...others } = INVENTED
  valueOf(await set(core, 'fy', others))
  // One is missing, so all is.
  expect(await problems()).toContain('labels-missing')
  expect(await publish(core, id, path)).toMatchObject({ error: { code: 'PUBLISH_BLOCKED' } })
  expect(await core.call('preview.page', { id, locale: 'fy', audience: 'public' }, 'cli')).toEqual(
    fail('LABELS_MISSING', { locale: 'fy' }),
  )
  valueOf(await set(core, 'fy', { ...others, 'labels.contact': contact! }))
  expect(await problems()).not.toContain('labels-missing')
  valueOf(await publish(core, id, path))
  const page = readFileSync(join(path, 'in-nacht.fy.html'), 'utf8')
  const body = page.slice(page.indexOf('<body'))
  expect(body).toContain(`<dt>${INVENTED['labels.organisation']}</dt>`)
  for (const word of ['Organisation', 'Organisatie', 'Published', 'Gepubliceerd', 'Skip to'])
    expect(body).not.toContain(word)
  const card = join(testFolder(), 'card.png')
  const picture = { id, audience: 'public', picture: 'card', path: card } as const
  valueOf(await core.call('export.picture', picture, 'cli'))
})

test('a word without what is put into it is refused, and so is one that no page has', async () => {
  const core = await start()
  expect(await set(core, 'nl', { 'labels.correctedOn': 'Verbeterd' })).toEqual(
    fail('WORD_SLOT', { key: 'labels.correctedOn', slots: '{date}' }),
  )
  expect(await set(core, 'nl', { 'labels.nobody': 'Niemand' })).toEqual(
    fail('WORD_UNKNOWN', { key: 'labels.nobody' }),
  )
  expect(valueOf(await core.call('publication.words', {}, 'cli'))).toEqual({ words: {} })
})

test('words travel to another library as a file, over what it has and beside its other languages', async () => {
  const [one, two] = [await start(), await start()]
  valueOf(await set(one, 'nl', { 'labels.contents': 'Wat hier staat' }))
  valueOf(await set(one, 'fy', { 'labels.contents': 'Ynhâld' }))
  const file = join(testFolder(), 'words.json')
  expect(valueOf(await one.call('publication.exportWords', { path: file }, 'cli'))).toEqual({
    path: file,
    languages: 2,
  })
  valueOf(await set(two, 'nl', { 'labels.contents': 'Overzicht', 'labels.due': 'Uiterlijk' }))
  valueOf(await set(two, 'ja', { 'labels.due': '期日' }))
  const words = {
    nl: { 'labels.contents': 'Wat hier staat', 'labels.due': 'Uiterlijk' },
    ja: { 'labels.due': '期日' },
    fy: { 'labels.contents': 'Ynhâld' },
  }
  expect(valueOf(await two.call('publication.importWords', { path: file }, 'cli'))).toEqual({
    words,
  })
  const refused = async (text: string) => {
    writeFileSync(file, text)
    return two.call('publication.importWords', { path: file }, 'cli')
  }
  for (const text of ['{', '[]', '{"format":"x","version":1,"words":{}}'])
    expect(await refused(text)).toMatchObject({ error: { code: 'WORDS_INVALID' } })
  const wrong = { nl: { 'labels.contents': 'Inhoud', 'labels.nobody': 'Niemand' } }
  const head = { format: 'afterword-publication-words', version: 1 }
  expect(await refused(JSON.stringify({ ...head, words: wrong }))).toMatchObject({
    error: { code: 'WORD_UNKNOWN' },
  })
  // Nothing of what was refused is there.
  expect(valueOf(await two.call('publication.words', {}, 'cli'))).toEqual({ words })
})

test('a window that sets settings loses no words, and is not told of them', async () => {
  const core = await start()
  valueOf(await set(core, 'nl', { 'labels.contents': 'Overzicht' }))
  const settings = valueOf(await core.call('settings.get', {}, 'cli'))
  expect(settings.publicationWords).toBeUndefined()
  valueOf(await core.call('settings.set', { ...settings, theme: 'dark' }, 'cli'))
  expect(valueOf(await core.call('publication.words', {}, 'cli')).words).toEqual({
    nl: { 'labels.contents': 'Overzicht' },
  })
})

test('every word of the packs has a key, a locale reads those of its language, and the same object is answered again', () => {
  const words = publicationWords('nl')!
  const leaves = Object.values(words).flatMap((group) => Object.values(group) as string[])
  expect([...wordsByKey(words).values()]).toEqual(leaves)
  const own = { nl: { 'labels.contents': 'Overzicht' } }
  expect(publicationWords('nl-BE', own)!.labels.contents).toBe('Overzicht')
  expect(publicationWords('nl-BE', own)).toBe(publicationWords('nl-BE', own))
  expect(publicationWords('ja', own)).toBe(publicationWords('ja'))
  expect(PUBLICATION_KEYS.find(({ key }) => key === 'labels.page')!.slots).toEqual([
    '{page}',
    '{pages}',
  ])
})
