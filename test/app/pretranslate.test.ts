import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '../../model/document/identifier.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { writeAccount } from '../fixtures/remembered.ts'

const TEXTS = Array.from({ length: 40 }, (_, at) => `Gate ${at} of the harbour was closed at once.`)

test('filling from the memory says how far it is, text by text', async () => {
  const core = await openTestCore(join(testFolder(), 'library.afterword'))
  const { id, translate } = await writeAccount(core, 'en', ['nl'], TEXTS)
  await translate(0, 'nl', 'Poort 0 van de haven ging meteen dicht.')
  const job = newId()
  const seen: [number, number][] = []
  core.on('job.progress', (progress) => {
    if (progress.job === job) seen.push([progress.done, progress.total])
  })
  const asked = { id, locale: 'nl', least: 85, job }
  const { changes } = valueOf(await core.call('memory.pretranslate', asked, 'window'))
  expect(changes).toHaveLength(TEXTS.length - 1)
  const totals = new Set(seen.map(([, total]) => total))
  expect(totals.size).toBe(1)
  const [total] = totals
  // The title and the headings are texts too.
  expect(total).toBeGreaterThanOrEqual(TEXTS.length - 1)
  const done = seen.map(([at]) => at)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(done.at(-1)).toBeLessThan(total!)
})

test('filling that is stopped has changed nothing, also where it was to be saved', async () => {
  const core = await openTestCore(join(testFolder(), 'library.afterword'))
  const { id, translate } = await writeAccount(core, 'en', ['nl'], TEXTS)
  await translate(0, 'nl', 'Poort 0 van de haven ging meteen dicht.')
  const before = valueOf(await core.call('postmortem.open', { id }, 'window'))
  const job = newId()
  let seen = 0
  core.on('job.progress', (progress) => {
    if (progress.job === job && ++seen === 3) void core.call('job.cancel', { job }, 'window')
  })
  const asked = { id, locale: 'nl', least: 85, save: true, job }
  const stopped = await core.call('memory.pretranslate', asked, 'cli')
  expect(!stopped.ok && stopped.error.code).toBe('CANCELLED')
  const after = valueOf(await core.call('postmortem.open', { id }, 'window'))
  expect([after.revision, after.translations]).toEqual([before.revision, before.translations])
})
