/**
 * Loaded beside the app by tests, in the app's own process: lends a second client the app's pipe to the browser, and
 * takes the app's dialogs to whoever started it.
 */
import { answerWith, type Answer } from '../../electron/chromium/answers.ts'
import { branch } from '../../electron/chromium/branch.ts'
import { runningEngines, type Engine } from '../../electron/chromium/engine.ts'
import type { FromApp, ToApp } from './messages.ts'

const tell = (message: FromApp): void => void process.send?.(message)

const open = new Map<number, (answer: Answer) => void>()
let asked = 0
answerWith((question) => {
  const id = ++asked
  return new Promise((resolve) => {
    open.set(id, resolve)
    tell({ type: 'question', id, question })
  })
})

const branches = new Map<Engine, Promise<(message: string) => void>>()
let send: ((message: string) => void) | undefined

/** Joins the engine that shows the window, once it runs. */
async function join(): Promise<void> {
  for (;;) {
    const engine = runningEngines().at(-1)
    if (engine !== undefined && engine.tenants.size > 0) {
      let joined = branches.get(engine)
      if (joined === undefined) {
        joined = branch(engine.connection, (message) => tell({ type: 'cdp', message }))
        branches.set(engine, joined)
      }
      send = await joined
      return tell({ type: 'joined', browser: engine.connection.process.pid ?? 0 })
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

process.on('message', (message: ToApp) => {
  if (message.type === 'join') void join()
  else if (message.type === 'cdp') send?.(message.message)
  else {
    open.get(message.id)?.(message.answer)
    open.delete(message.id)
  }
})
// Listening must not keep the app alive.
process.channel?.unref()
