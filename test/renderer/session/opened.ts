import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Core } from '../../../electron/app/ports.ts'
import type { Api } from '../../../model/contract/api.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { openSession, type Session } from '../../../renderer/session/session.ts'
import { openTestCore } from '../../fixtures/core.ts'
import { valueOf } from '../../fixtures/library.ts'

/** The bridge of a window on a real core; `failing` makes calls fail as they would on a sick disk. */
export interface Bridge extends Api {
  failing: ((method: string) => ReturnType<Api['call']> | undefined) | undefined
  readonly saves: number
}

function bridgeTo(core: Core): Bridge {
  let saves = 0
  const bridge: Bridge = {
    failing: undefined,
    get saves() {
      return saves
    },
    call(method, input) {
      if (method === 'postmortem.save') saves++
      const failed = bridge.failing?.(method)
      return failed === undefined ? core.call(method, input, 'window') : (failed as never)
    },
    on: (event, listener) => core.on(event, listener),
  }
  return bridge
}

export interface OpenedSession {
  readonly core: Core
  readonly api: Bridge
  readonly session: Session
  /** Another window on the same postmortem. */
  another(): Promise<Session>
  /** What stands in the library. */
  stored(): Promise<Postmortem>
}

/** A new postmortem in a library of its own, open in a session. */
export async function openTestSession(): Promise<OpenedSession> {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-session-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const core = await openTestCore(join(folder, 'library.afterword'))
  const api = bridgeTo(core)
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'An incident', locale: 'en' }, 'window'),
  )
  const session = valueOf(await openSession(api, id))
  onTestFinished(() => session.close())
  return {
    core,
    api,
    session,
    another: async () => {
      const other = valueOf(await openSession(bridgeTo(core), id))
      onTestFinished(() => other.close())
      return other
    },
    stored: async () => valueOf(await core.call('postmortem.open', { id }, 'window')).document,
  }
}
