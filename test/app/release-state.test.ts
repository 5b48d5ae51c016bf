import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CheckSettings } from '../../model/checks/translation/settings.ts'
import type { TranslationState } from '../../model/document/translation.ts'
import { fail } from '../../model/errors/result.ts'
import { contentHash } from '../../model/units/hash.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import { unitsOf } from '../../model/units/unit.ts'

const DUTCH: Readonly<Record<string, string>> = {
  'A key in a log': 'Een sleutel in een logboek',
  Summary: 'Samenvatting',
  'Nobody read it.': 'Niemand las het.',
}

/** A postmortem with a Dutch translation of every text, with ways to put one of them into a state and to publish. */
async function made() {
  const core = await openTestCore(join(testFolder(), 'library.afterword'), { user: 'mira' })
  const input = { title: 'A key in a log', locale: 'en' } as const
  const { id } = valueOf(await core.call('postmortem.create', input, 'cli'))
  const section = blankSection('summary', 'a0', 'Summary')
  const block = paragraphBlock('a0', 'Nobody read it.')
  const built = [
    { type: 'locales.put' as const, locales: ['nl'] },
    { type: 'section.put' as const, section },
    { type: 'block.put' as const, section: section.id, block },
  ]
  let base = valueOf(
    await core.call('postmortem.save', { id, base: 0, changes: built }, 'cli'),
  ).revision
  const { document } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
  const units = unitsOf(document)
  const said = ({ content }: (typeof units)[number]): string =>
    content.map((node) => (node.type === 'text' ? node.value : '')).join('')
  const last = units.find((unit) => said(unit) === 'Nobody read it.')!
  async function put(state: TranslationState, extra: { origin?: 'memory'; score?: number } = {}) {
    const changes = units.map((unit) => ({
      type: 'translation.put' as const,
      translation: {
        unit: unit.id,
        locale: 'nl',
        content: [{ type: 'text' as const, value: DUTCH[said(unit)]! }],
        state: unit === last ? state : ('approved' as const),
        origin: 'human' as const,
        ...(unit === last ? extra : {}),
        sourceHash: contentHash(unit.content),
        changedAt: '2022-04-19T12:00:00.000Z',
      },
    }))
    base = valueOf(await core.call('postmortem.save', { id, base, changes }, 'cli')).revision
  }
  const configure = async (settings: CheckSettings): Promise<void> =>
    void valueOf(await core.call('check.configure', settings, 'cli'))
  const publish = async (...locales: string[]) => {
    const path = join(testFolder(), 'out')
    const release = { id, audience: 'public', path, job: 'j', formats: ['html'] } as const
    const done = await core.call(
      'publish.run',
      { ...release, formats: ['html'], ...(locales.length > 0 ? { locales } : {}) },
      'cli',
    )
    return { done, files: existsSync(path) ? readdirSync(path).length : 0 }
  }
  const found = async () =>
    valueOf(await core.call('check.run', { id, locale: 'nl' }, 'cli')).problems.map(
      ({ rule, severity, unit }) => [rule, severity, unit === last.id],
    )
  return { core, id, unit: last.id, put, configure, publish, found }
}

const BLOCKED = fail('PUBLISH_BLOCKED', { count: 1 })
const OUT = { files: 3 }

test('a draft stops a release of its language, and of no other', async () => {
  const { put, publish, found } = await made()
  await put('draft')
  expect(await found()).toEqual([['state-draft', 'error', true]])
  expect(await publish()).toEqual({ done: BLOCKED, files: 0 })
  expect(await publish('en')).toMatchObject({ done: { ok: true }, files: 2 })
  await put('translated')
  expect(await found()).toEqual([])
  expect(await publish()).toMatchObject(OUT)
})

test('a library lets drafts out, or asks for more than that they are confirmed', async () => {
  const { put, configure, publish, found } = await made()
  await put('draft')
  await configure({ 'state-draft': 'warning' })
  expect(await found()).toEqual([['state-draft', 'warning', true]])
  expect(await publish()).toMatchObject(OUT)
  await configure({ 'state-translated': 'error' })
  await put('translated')
  expect(await publish()).toEqual({ done: BLOCKED, files: 0 })
  await put('reviewed')
  expect(await publish()).toMatchObject(OUT)
  await configure({ 'state-translated': 'error', 'state-reviewed': 'error' })
  expect(await found()).toEqual([['state-reviewed', 'error', true]])
  await put('approved')
  expect(await found()).toEqual([])
  expect(await publish()).toMatchObject(OUT)
})

test('one draft is let out with a reason, until somebody changes it', async () => {
  const { core, id, unit, put, publish } = await made()
  await put('draft')
  const problem = { id, locale: 'nl', unit, rule: 'state-draft' as const }
  valueOf(await core.call('check.ignore', { ...problem, reason: 'Read out on the phone.' }, 'cli'))
  expect(await publish()).toMatchObject(OUT)
  valueOf(await core.call('check.heed', problem, 'cli'))
  expect(await publish()).toEqual({ done: BLOCKED, files: 0 })
})

test('a match for another source that was confirmed as it was is told, and one for this source is not', async () => {
  const { put, found } = await made()
  await put('translated', { origin: 'memory', score: 85 })
  expect(await found()).toEqual([['match-unedited', 'warning', true]])
  await put('translated', { origin: 'memory', score: 101 })
  expect(await found()).toEqual([])
})
