import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCore } from '../../electron/app/core.ts'
import type { Core } from '../../electron/app/ports.ts'
import { paragraphBlock } from '../../model/document/blank.ts'
import { testPorts } from '../fixtures/ports.ts'

let folder: string
let core: Core

async function start(): Promise<Core> {
  const opened = await openCore({
    file: join(folder, 'library.afterword'),
    ports: testPorts(),
    seedSample: false,
  })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'afterword-core-'))
  core = await start()
})
afterEach(async () => {
  await core.close()
  rmSync(folder, { recursive: true })
})

const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

test('what was saved is there when the library is opened again', async () => {
  const { id } = value(
    await core.call(
      'postmortem.create',
      { title: 'An incident', locale: 'en', template: 'incident' },
      'window',
    ),
  )
  const opened = value(await core.call('postmortem.open', { id }, 'window'))
  expect(opened.revision).toBe(0)
  expect(opened.document.sections.map(({ kind }) => kind)).toContain('findings')
  const section = opened.document.sections[0]!.id
  const block = paragraphBlock('a0', 'At nine the first report came in.')
  const saved = value(
    await core.call(
      'postmortem.save',
      { id, base: 0, changes: [{ type: 'block.put', section, block }] },
      'window',
    ),
  )
  expect(saved.revision).toBe(1)
  await core.close()
  core = await start()
  const again = value(await core.call('postmortem.open', { id }, 'window'))
  expect(again.document.sections[0]!.blocks).toEqual([block])
  expect(again.revision).toBe(1)
  const [summary] = value(await core.call('library.list', {}, 'window'))
  expect(summary).toMatchObject({
    id,
    titleText: 'An incident',
    sample: false,
    changedAt: saved.savedAt,
  })
})
