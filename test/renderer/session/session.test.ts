import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { blankEntry, blankSection, paragraphBlock } from '../../../model/document/blank.ts'
import type { Change } from '../../../model/document/change.ts'
import { fail } from '../../../model/errors/result.ts'
import { openTestSession } from './opened.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const title = (value: string): Change[] => [
  { type: 'title.put', content: [{ type: 'text', value }] },
]
const titleOf = (document: { title: { content: unknown } }): string =>
  (document.title.content as { value: string }[]).map(({ value }) => value).join('')

test('what is typed is saved once, after a pause', async () => {
  const { api, session, stored } = await openTestSession()
  session.apply(title('A'))
  session.apply(title('An'))
  expect(session.store.getState().save.kind).toBe('pending')
  await vi.advanceTimersByTimeAsync(299)
  expect(api.saves).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(api.saves).toBe(1)
  expect(titleOf(await stored())).toBe('An')
  const { save } = session.store.getState()
  expect(save.kind === 'saved' && typeof save.at).toBe('string')
})

test('that something waits is said once, however much is typed', async () => {
  const { session } = await openTestSession()
  session.apply(title('A'))
  const { save } = session.store.getState()
  session.apply(title('An'))
  expect(session.store.getState().save).toBe(save)
})

test('somebody who never pauses is saved all the same', async () => {
  const { api, session, stored } = await openTestSession()
  for (let n = 1; n <= 10; n++) {
    session.apply(title('x'.repeat(n)))
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(api.saves).toBe(1)
  expect(titleOf(await stored()).length).toBeGreaterThanOrEqual(9)
})

test('what an editor holds counts as unsaved, and is asked for once when it is saved', async () => {
  const { api, session, stored } = await openTestSession()
  let text = ''
  let asked = 0
  const give = (): void => {
    asked++
    session.apply(title(text))
  }
  const { state } = session.store.getState()
  for (const letter of 'word') {
    text += letter
    session.hold(give)
  }
  expect(session.store.getState().save.kind).toBe('pending')
  expect(session.store.getState().state).toBe(state)
  await vi.advanceTimersByTimeAsync(300)
  expect(asked).toBe(1)
  expect(api.saves).toBe(1)
  expect(titleOf(await stored())).toBe('word')
  expect(session.store.getState().save.kind).toBe('saved')
})

test('keys that come while a save runs are not called saved', async () => {
  const { api, session, stored } = await openTestSession()
  let go: (() => void) | undefined
  const call = api.call.bind(api)
  api.call = async (method, input) => {
    if (method === 'postmortem.save')
      await new Promise<void>((resolve) => {
        go = resolve
      })
    return call(method, input)
  }
  session.apply(title('first'))
  await vi.advanceTimersByTimeAsync(300)
  session.hold(() => session.apply(title('second')))
  const said: string[] = []
  session.store.subscribe(({ save }) => said.push(save.kind))
  go?.()
  await vi.advanceTimersByTimeAsync(100)
  expect(said).not.toContain('saved')
  await vi.advanceTimersByTimeAsync(300)
  go?.()
  await vi.advanceTimersByTimeAsync(100)
  expect(said.at(-1)).toBe('saved')
  expect(titleOf(await stored())).toBe('second')
})

test('what was typed and taken back leaves nothing to save', async () => {
  const { api, session } = await openTestSession()
  session.hold(() => {})
  await vi.advanceTimersByTimeAsync(300)
  expect(api.saves).toBe(0)
  expect(session.store.getState().save.kind).toBe('saved')
})

test('what is held is there before anything else happens to the document', async () => {
  const { session } = await openTestSession()
  const before = titleOf(session.store.getState().state.document)
  const now = (): string => titleOf(session.store.getState().state.document)
  session.hold(() => session.apply(title('typed')))
  session.undo()
  expect(now()).toBe(before)
  session.redo()
  expect(now()).toBe('typed')
  session.hold(() => session.apply(title('and more')))
  session.apply(title('something else'))
  session.undo()
  expect(now()).toBe('and more')
  session.hold(() => session.apply(title('at the end')))
  await session.flush()
  expect(now()).toBe('at the end')
})

test('what is typed without a pause is one step, however late it is given', async () => {
  const { session } = await openTestSession()
  const before = titleOf(session.store.getState().state.document)
  let text = ''
  const give = (): void => {
    session.apply(title(text), { merge: 'title' })
  }
  for (let n = 0; n < 40; n++) {
    text += 'x'
    session.hold(give)
    await vi.advanceTimersByTimeAsync(100)
  }
  await vi.advanceTimersByTimeAsync(1500)
  text += 'after a pause'
  session.hold(give)
  session.undo()
  expect(titleOf(session.store.getState().state.document)).toBe('x'.repeat(40))
  session.undo()
  expect(titleOf(session.store.getState().state.document)).toBe(before)
})

test('there is never a second save while one runs', async () => {
  const { api, session, stored } = await openTestSession()
  let go: (() => void) | undefined
  let running = 0
  let most = 0
  const call = api.call.bind(api)
  api.call = async (method, input) => {
    if (method !== 'postmortem.save') return call(method, input)
    most = Math.max(most, (running += 1))
    await new Promise<void>((resolve) => {
      go = resolve
    })
    const result = await call(method, input)
    running -= 1
    return result
  }
  session.apply(title('first'))
  await vi.advanceTimersByTimeAsync(300)
  session.apply(title('second'))
  await vi.advanceTimersByTimeAsync(2000)
  expect(session.store.getState().save.kind).toBe('saving')
  go?.()
  await vi.advanceTimersByTimeAsync(2000)
  go?.()
  await vi.advanceTimersByTimeAsync(2000)
  expect(most).toBe(1)
  expect(titleOf(await stored())).toBe('second')
})

test('a save that fails says so, loses nothing, and is tried again', async () => {
  const { api, session, stored } = await openTestSession()
  api.failing = (method) =>
    method === 'postmortem.save'
      ? Promise.resolve(fail('DISK_FULL', { file: 'library' }))
      : undefined
  session.apply(title('kept'))
  await vi.advanceTimersByTimeAsync(300)
  expect(session.store.getState().save).toEqual({
    kind: 'failed',
    error: { code: 'DISK_FULL', params: { file: 'library' } },
  })
  expect(await session.flush()).toBe(false)
  api.failing = undefined
  await vi.advanceTimersByTimeAsync(5000)
  expect(session.store.getState().save.kind).toBe('saved')
  expect(titleOf(await stored())).toBe('kept')
})

test('the next change tries again without waiting', async () => {
  const { api, session, stored } = await openTestSession()
  api.failing = (method) =>
    method === 'postmortem.save' ? Promise.resolve(fail('DISK_FULL', { file: '' })) : undefined
  session.apply(title('a'))
  await vi.advanceTimersByTimeAsync(300)
  for (let n = 0; n < 4; n++) await session.flush()
  api.failing = undefined
  session.apply(title('b'))
  await vi.advanceTimersByTimeAsync(300)
  expect(titleOf(await stored())).toBe('b')
})

test('undo and redo reach the library', async () => {
  const { session, stored } = await openTestSession()
  const section = blankSection('findings', 'a0', 'Findings')
  const finding = blankEntry('finding', 'a0')
  session.apply([{ type: 'section.put', section }])
  session.apply([{ type: 'block.put', section: section.id, block: finding }])
  session.apply([{ type: 'section.remove', section: section.id }])
  await session.flush()
  expect((await stored()).sections).toEqual([])
  session.undo()
  await session.flush()
  expect((await stored()).sections).toEqual([{ ...section, blocks: [finding] }])
  session.undo()
  session.undo()
  expect(session.store.getState().canUndo).toBe(false)
  await session.flush()
  expect((await stored()).sections).toEqual([])
  session.redo()
  session.redo()
  await session.flush()
  expect((await stored()).sections[0]?.blocks).toEqual([finding])
})

test('what another wrote comes in, and what is unsaved here stays on top of it', async () => {
  const { core, session, stored } = await openTestSession()
  const section = blankSection('prose', 'a0', 'Text')
  const block = paragraphBlock('a0', 'Mine')
  session.apply([{ type: 'section.put', section }])
  await session.flush()
  const { revision } = await revisionOf(core, session.id)
  session.apply([{ type: 'block.put', section: section.id, block }])
  const other = await core.call(
    'postmortem.save',
    { id: session.id, base: revision, changes: title('Theirs') },
    'window',
  )
  expect(other.ok).toBe(true)
  expect(await session.flush()).toBe(true)
  const document = await stored()
  expect(titleOf(document)).toBe('Theirs')
  expect(document.sections[0]?.blocks).toEqual([block])
  expect(session.store.getState().state.document).toEqual(document)
})

async function revisionOf(
  core: Awaited<ReturnType<typeof openTestSession>>['core'],
  id: string,
): Promise<{ revision: number }> {
  const opened = await core.call('postmortem.open', { id }, 'window')
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

test('a change that changes nothing is no step and no save', async () => {
  const { api, session } = await openTestSession()
  session.apply([{ type: 'block.put', section: 'nowhere', block: paragraphBlock('a0', 'Lost') }])
  await vi.advanceTimersByTimeAsync(2000)
  expect(session.store.getState().canUndo).toBe(false)
  expect(api.saves).toBe(0)
})
