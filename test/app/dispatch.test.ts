import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDispatch, MOST_INPUT } from '../../electron/app/dispatch.ts'
import type { Context, Handlers } from '../../electron/app/context.ts'
import { logFile, openLog } from '../../electron/app/log.ts'
import type { Core } from '../../electron/app/ports.ts'
import { CALLS } from '../../model/contract/calls.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testClock, testFolder, valueOf } from '../fixtures/library.ts'

const place = (): string => join(testFolder(), 'library.afterword')

/** A call as it comes from a page that is not held to the types. */
async function code(
  core: Core,
  method: unknown,
  input: unknown,
  caller: 'window' | 'cli' = 'window',
) {
  const result = await core.call(method as 'library.info', input as never, caller)
  return result.ok ? 'ok' : result.error.code
}

test('only the methods of the contract can be called, and nothing that every object has', async () => {
  const core = await openTestCore(place())
  for (const method of ['library.steal', 'constructor', '__proto__', 'toString', '', 7, null, {}])
    expect(await code(core, method, {})).toBe('CALL_UNKNOWN')
  expect(await code(core, 'library.info', {})).toBe('ok')
})

test('every method holds its input to the contract', async () => {
  const core = await openTestCore(place())
  for (const method of Object.keys(CALLS)) {
    const said = await code(core, method, { nonsense: true })
    expect([method, said]).toEqual([method, 'CALL_INVALID'])
  }
})

test('input that is not what the contract says is refused with its place', async () => {
  const core = await openTestCore(place())
  expect(
    await core.call('postmortem.create', { title: 'T', locale: 'nl_NL' }, 'window'),
  ).toMatchObject({
    error: { code: 'CALL_INVALID', params: { path: 'locale' } },
  })
  const loop: Record<string, unknown> = {}
  loop['loop'] = loop
  for (const input of [undefined, null, [], 'text', 7n, loop, { id: 'x', more: 1 }])
    expect(await code(core, 'postmortem.open', input)).toBe('CALL_INVALID')
})

test('a call that is larger than the cap is refused before it is looked at', async () => {
  const core = await openTestCore(place())
  const title = 'x'.repeat(MOST_INPUT)
  expect(await core.call('postmortem.create', { title, locale: 'en' }, 'cli')).toEqual({
    ok: false,
    error: { code: 'CALL_TOO_LARGE', params: { limit: 32 } },
  })
})

test('a page may not name a place on the disk; the command line may', async () => {
  const core = await openTestCore(place())
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'T', locale: 'en' }, 'window'),
  )
  const folder = testFolder()
  const calls: [string, object][] = [
    ['export.file', { id, audience: 'public', format: 'md', path: join(folder, 'out.md') }],
    ['publish.run', { id, audience: 'public', job: 'j', path: folder }],
    ['import.document', { path: join(folder, 'in.md') }],
    ['import.translation', { path: join(folder, 'in.md'), id, locale: 'nl' }],
    ['host.reveal', { path: folder }],
  ]
  for (const [method, input] of calls)
    expect([method, await code(core, method, input)]).toEqual([method, 'CALL_FORBIDDEN'])
  expect(await code(core, 'export.file', calls[0]![1], 'cli')).toBe('ok')
  expect(await code(core, 'host.reveal', { path: folder }, 'cli')).toBe('ok')
})

test('a page may have shown what this core wrote', async () => {
  const shown: string[] = []
  const path = join(testFolder(), 'out.md')
  const core = await openTestCore(place(), {
    dialogs: {
      save: () => Promise.resolve(path),
      open: () => Promise.resolve(null),
      folder: () => Promise.resolve(null),
    },
    reveal: (file) => void shown.push(file),
  })
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'T', locale: 'en' }, 'window'),
  )
  const input = { id, audience: 'public', format: 'md' } as const
  expect(valueOf(await core.call('export.file', input, 'window')).path).toBe(path)
  expect(await code(core, 'host.reveal', { path })).toBe('ok')
  expect(shown).toEqual([path])
})

test('a defect is answered with an id that finds it in the log, and no text gets in there', async () => {
  const file = place()
  const log = openLog(logFile(file), testClock())
  const secret = 'The name of the intruder'
  const handlers = {
    'library.info': () => {
      throw new Error(secret)
    },
    'library.list': () => ({ ok: true, value: [{ titleText: secret }] }),
    'settings.get': () => JSON.parse(secret) as never,
    'window.flushed': () => {
      throw Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' })
    },
  } as unknown as Handlers
  const dispatch = createDispatch(handlers, { log } as Context)
  const calls: [string, object][] = [
    ['library.info', {}],
    ['library.list', {}],
    ['settings.get', {}],
    ['window.flushed', { saved: true }],
  ]
  const ids: string[] = []
  for (const [method, input] of calls) {
    const result = await dispatch(method, input, 'window')
    if (result.ok) throw new Error('it did not fail')
    expect(result.error.code).toBe('INTERNAL')
    ids.push(result.error.id!)
  }
  const text = readFileSync(logFile(file), 'utf8')
  expect(text).not.toContain(secret)
  expect(text).not.toContain(secret.slice(0, 10))
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; what: string; error: { message?: string } })
  expect(lines.map(({ id }) => id)).toEqual(ids)
  expect(lines[3]!.error.message).toBe('ENOENT: no such file')
})

test('where nothing goes wrong there is no log', async () => {
  const file = place()
  const core = await openTestCore(file)
  await code(core, 'library.list', {})
  expect(existsSync(logFile(file))).toBe(false)
})
