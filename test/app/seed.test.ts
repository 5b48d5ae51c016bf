import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { logFile } from '../../electron/app/log.ts'
import type { Core } from '../../electron/app/ports.ts'
import { backupFolder } from '../../electron/store/backup.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'

const place = (): string => join(testFolder(), 'library.afterword')
const listed = async (core: Core) =>
  valueOf(await core.call('library.list', {}, 'window')).map(({ id, sample }) => ({ id, sample }))

test('a library that is made new opens with the sample, complete in every language, and only then', async () => {
  const file = place()
  const first = await openTestCore(file, {}, { seedSample: true })
  const [sample] = valueOf(await first.call('library.list', {}, 'window'))
  expect(sample).toMatchObject({ sample: true, sourceLocale: 'en' })
  expect(sample!.locales.map(({ locale }) => locale).toSorted()).toEqual(['ja', 'nl'])
  for (const { progress } of sample!.locales)
    expect(progress).toMatchObject({ untranslated: 0, draft: 0, stale: 0 })
  const { problems } = valueOf(await first.call('check.run', { id: sample!.id }, 'window'))
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  valueOf(await first.call('postmortem.delete', { id: sample!.id }, 'window'))
  await first.close()
  const again = await openTestCore(file, {}, { seedSample: true })
  expect(await listed(again)).toEqual([])
})

test('the command line makes an empty library', async () => {
  expect(await listed(await openTestCore(place()))).toEqual([])
})

test('the sample can be brought back from the bin as it was, and new when the bin was emptied', async () => {
  const file = place()
  const core = await openTestCore(file, {}, { seedSample: true })
  const { id } = (await listed(core))[0]!
  expect(valueOf(await core.call('sample.restore', {}, 'window')).id).toBe(id)
  const changes = [
    { type: 'title.put' as const, content: [{ type: 'text' as const, value: 'Mine' }] },
  ]
  valueOf(await core.call('postmortem.save', { id, base: 0, changes }, 'window'))
  valueOf(await core.call('postmortem.delete', { id }, 'window'))
  expect(valueOf(await core.call('sample.restore', {}, 'window')).id).toBe(id)
  expect(valueOf(await core.call('library.list', {}, 'window'))[0]!.titleText).toBe('Mine')
  valueOf(await core.call('postmortem.delete', { id }, 'window'))
  await core.close()
  const again = await openTestCore(file)
  const back = valueOf(await again.call('sample.restore', {}, 'window')).id
  expect(await listed(again)).toEqual([{ id: back, sample: true }])
  expect(valueOf(await again.call('library.list', {}, 'window'))[0]!.titleText).not.toBe('Mine')
})

test('when the window is ready there is a backup of the day, and no second one', async () => {
  const file = place()
  let now = Date.parse('2024-03-01T09:00:00Z')
  const core = await openTestCore(file, { clock: () => new Date(now) }, { seedSample: true })
  const ready = async (): Promise<number> => {
    valueOf(await core.call('window.interactive', { elapsed: 300 }, 'window'))
    return readdirSync(backupFolder(file)).length
  }
  expect(await ready()).toBe(1)
  now += 23 * 3600 * 1000
  expect(await ready()).toBe(1)
  now += 2 * 3600 * 1000
  expect(await ready()).toBe(2)
  // It holds what the library holds, and the library goes on.
  const copy = join(backupFolder(file), readdirSync(backupFolder(file)).toSorted()[1]!)
  expect(await listed(await openTestCore(copy))).toEqual(await listed(core))
})

test('a backup that fails keeps nobody from working', async () => {
  const file = place()
  const core = await openTestCore(file)
  writeFileSync(backupFolder(file), '')
  valueOf(await core.call('window.interactive', { elapsed: 300 }, 'window'))
  expect(readFileSync(logFile(file), 'utf8')).toContain('BACKUP_FAILED')
})

test('a duplicate is a postmortem of its own with the same text and translations', async () => {
  const core = await openTestCore(place(), {}, { seedSample: true })
  const { id } = (await listed(core))[0]!
  const copy = valueOf(await core.call('postmortem.duplicate', { id }, 'window')).id
  expect(await listed(core)).toContainEqual({ id: copy, sample: false })
  const [one, other] = await Promise.all(
    [id, copy].map(async (each) =>
      valueOf(await core.call('postmortem.open', { id: each }, 'window')),
    ),
  )
  expect(other).toEqual({ ...one!, document: { ...one!.document, id: copy } })
  const changes = [{ type: 'title.put' as const, content: [] }]
  valueOf(await core.call('postmortem.save', { id: copy, base: 0, changes }, 'window'))
  expect(valueOf(await core.call('postmortem.open', { id }, 'window'))).toEqual(one)
})
