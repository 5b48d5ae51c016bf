import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'

test('the versions of a postmortem are listed with who and when, named, and opened whole', async () => {
  const core = await openTestCore(join(testFolder(), 'library.afterword'), { user: 'mira' })
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'An incident', locale: 'en' }, 'window'),
  )
  const first = valueOf(await core.call('postmortem.open', { id }, 'window'))
  const content = [{ type: 'text' as const, value: 'Another title' }]
  const changes = [{ type: 'title.put' as const, content }]
  valueOf(await core.call('postmortem.save', { id, base: 0, changes }, 'window'))
  valueOf(await core.call('history.name', { id, version: 1, name: '  Begun ' }, 'window'))
  const { versions } = valueOf(await core.call('history.list', { id }, 'window'))
  expect(versions.map(({ number, author, name }) => [number, author, name])).toEqual([
    [2, 'mira', null],
    [1, 'mira', 'Begun'],
  ])
  expect(valueOf(await core.call('history.open', { id, version: 1 }, 'window'))).toEqual({
    document: first.document,
    translations: first.translations,
    revision: 1,
  })
  valueOf(await core.call('history.name', { id, version: 1, name: null }, 'window'))
  const again = valueOf(await core.call('history.list', { id }, 'window'))
  expect(again.versions.map(({ name }) => name)).toEqual([null, null])
})

test('what stands now is made a version, so that the next save begins another', async () => {
  const core = await openTestCore(join(testFolder(), 'library.afterword'))
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'An incident', locale: 'en' }, 'window'),
  )
  const save = async (base: number, value: string): Promise<void> => {
    const changes = [{ type: 'title.put' as const, content: [{ type: 'text' as const, value }] }]
    valueOf(await core.call('postmortem.save', { id, base, changes }, 'window'))
  }
  await save(0, 'Before')
  valueOf(await core.call('history.keep', { id }, 'window'))
  await save(1, 'After')
  const { versions } = valueOf(await core.call('history.list', { id }, 'window'))
  expect(versions.map(({ number, changed }) => [number, changed])).toEqual([
    [3, 1],
    [2, 1],
    [1, 0],
  ])
  const { document } = valueOf(await core.call('history.open', { id, version: 2 }, 'window'))
  expect(document.title.content).toEqual([{ type: 'text', value: 'Before' }])
})

test('a version that is not there, and a name without a letter, are refused', async () => {
  const core = await openTestCore(join(testFolder(), 'library.afterword'))
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'An incident', locale: 'en' }, 'window'),
  )
  const opened = await core.call('history.open', { id, version: 7 }, 'window')
  expect(!opened.ok && opened.error).toEqual({ code: 'VERSION_UNKNOWN', params: { version: 7 } })
  const named = await core.call('history.name', { id, version: 1, name: '  ' }, 'window')
  expect(!named.ok && named.error.code).toBe('CALL_INVALID')
  const none = await core.call('history.list', { id: 'nobody' }, 'window')
  expect(!none.ok && none.error.code).toBe('POSTMORTEM_UNKNOWN')
})
