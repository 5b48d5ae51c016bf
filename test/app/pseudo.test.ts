import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainText } from '../../model/document/text.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { writeAccount } from '../fixtures/remembered.ts'

const open = async () => {
  const core = await openTestCore(join(testFolder(), 'library.afterword'))
  const account = await writeAccount(
    core,
    'en',
    ['nl'],
    ['Nobody read the log.', 'The gate stood open.', 'It was shut in the night.'],
  )
  const stored = async () => valueOf(await core.call('postmortem.open', { id: account.id }, 'cli'))
  const asked = { id: account.id, locale: 'nl', save: true }
  const fill = async (remove = false) =>
    valueOf(await core.call('translation.pseudo', { ...asked, remove }, 'cli')).changes
  const errors = async () =>
    valueOf(await core.call('check.run', { id: account.id, locale: 'nl' }, 'cli')).problems.filter(
      ({ rule }) => rule === 'pseudo',
    )
  return { core, account, stored, fill, errors }
}

test('what nobody translated is filled, what a person wrote or confirmed stays, and all of it goes again', async () => {
  const { account, stored, fill, errors } = await open()
  await account.translate(0, 'nl', 'Niemand las het logboek.')
  await account.translate(1, 'nl', 'De poort', { state: 'draft' })
  const changes = await fill()
  const filled = changes.flatMap((change) =>
    change.type === 'translation.put' ? [change.translation] : [],
  )
  expect(filled.some(({ unit }) => unit === account.units[2])).toBe(true)
  for (const { state, origin, engine } of filled)
    expect({ state, origin, engine }).toEqual({
      state: 'draft',
      origin: 'machine',
      engine: 'pseudo',
    })
  const texts = (await stored()).translations.map(({ content }) => plainText(content))
  expect(texts).toContain('Niemand las het logboek.')
  expect(texts).toContain('De poort')
  // The library gives it back as it was put in, with the name behind its origin.
  expect((await stored()).translations.filter(({ engine }) => engine === 'pseudo')).toHaveLength(
    filled.length,
  )
  const found = await errors()
  expect(found).toHaveLength(filled.length)
  expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['error']))
  expect(await fill(true)).toHaveLength(filled.length)
  expect(await errors()).toEqual([])
  expect((await stored()).translations).toHaveLength(2)
})

test('whoever confirms it, it is not published, no page of it leaves the house, and no memory has it', async () => {
  const { core, account, stored, fill } = await open()
  await fill()
  const { translations } = await stored()
  await account.save(
    translations.map((one) => ({
      type: 'translation.put',
      translation: { ...one, state: 'approved' as const, by: 'somebody' },
    })),
  )
  const folder = testFolder()
  const page = (audience: 'public' | 'internal') =>
    core.call(
      'export.file',
      { id: account.id, locale: 'nl', audience, format: 'html', path: join(folder, 'a.html') },
      'cli',
    )
  expect(await page('public')).toMatchObject({ error: { code: 'PUBLISH_BLOCKED' } })
  expect((await page('internal')).ok).toBe(true)
  const released = await core.call(
    'publish.run',
    {
      id: account.id,
      audience: 'internal',
      locales: ['nl'],
      formats: ['html'],
      path: join(folder, 'press'),
      job: account.id,
    },
    'cli',
  )
  expect(released).toMatchObject({ error: { code: 'PUBLISH_BLOCKED' } })
  const looked = await core.call(
    'memory.lookup',
    { text: 'Nobody read the log.', from: 'en', to: 'nl' },
    'cli',
  )
  expect(valueOf(looked).matches).toEqual([])
})
