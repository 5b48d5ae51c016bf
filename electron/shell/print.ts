/**
 * The print worker: pages to PDF for a program without a window, as the command line. It is the desktop app's own
 * printer in a process of its own.
 *
 * The client listens on a local socket (a named pipe on Windows), names it in `AFTERWORD_PRINT` and starts this. Both
 * sides write lines of JSON:
 *
 *     worker  {"type":"ready","runtime":"Chromium 156"}
 *     client  {"type":"print","id":"1","html":"<!doctype html>…"}      several may wait; they are printed in order
 *     worker  {"type":"started","id":"1"}
 *     worker  {"type":"printed","id":"1","pdf":"<base64>"}
 *     worker  {"type":"failed","id":"1","error":{"code":"PRINT_FAILED","params":{"why":"…"}}}
 *     client  {"type":"cancel","id":"1"}                               answered by failed with CANCELLED
 *
 * The client ends it by closing the socket. A socket and not stdin, which Electron does not have on Windows; and not
 * files, so that an unpublished text is never left in a temporary folder.
 *
 * Exit codes: 0 done, 1 a defect, 2 nobody listens at `AFTERWORD_PRINT`, 3 nothing here can print. The error stands
 * on stderr as one line of JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { app, protocol, session } from 'electron'
import * as v from 'valibot'
import type { Failure } from '../../model/errors/result.ts'
import { SCHEME } from './address.ts'
import { guard } from './navigation.ts'
import { restrict } from './permissions.ts'
import { printPage } from './printer.ts'
import { runtimeName } from './runtime.ts'
import { PRIVILEGES, createServer } from './serve.ts'

const EXIT = { defect: 1, nobodyListens: 2, cannotPrint: 3 } as const

const OrderSchema = v.variant('type', [
  v.strictObject({ type: v.literal('print'), id: v.string(), html: v.string() }),
  v.strictObject({ type: v.literal('cancel'), id: v.string() }),
])

type Answer =
  | { readonly type: 'ready'; readonly runtime: string }
  | { readonly type: 'started'; readonly id: string }
  | { readonly type: 'printed'; readonly id: string; readonly pdf: string }
  | { readonly type: 'failed'; readonly id: string; readonly error: Failure }

function leave(code: number, error: Failure): void {
  process.stderr.write(`${JSON.stringify({ error })}\n`)
  app.exit(code)
}

/** The engine is started by a first page, so that `ready` is only said where pages can be printed. */
async function warmUp(): Promise<Failure | undefined> {
  const printed = await printPage('<!doctype html><title>-</title>', new AbortController().signal)
  return printed.ok ? undefined : printed.error
}

function serve(socket: Socket): void {
  const say = (answer: Answer): void => void socket.write(`${JSON.stringify(answer)}\n`)
  const jobs = new Map<string, AbortController>()
  let queue = Promise.resolve()

  const print = async (id: string, html: string, signal: AbortSignal): Promise<void> => {
    if (!signal.aborted) say({ type: 'started', id })
    const printed = await printPage(html, signal)
    jobs.delete(id)
    say(
      printed.ok
        ? { type: 'printed', id, pdf: Buffer.from(printed.value).toString('base64') }
        : { type: 'failed', id, error: printed.error },
    )
  }

  createInterface({ input: socket, crlfDelay: Infinity }).on('line', (line) => {
    const order = v.safeParse(v.pipe(v.string(), v.parseJson(), OrderSchema), line)
    if (!order.success) return leave(EXIT.defect, { code: 'CALL_INVALID', params: {} })
    const { id } = order.output
    if (order.output.type === 'cancel') return jobs.get(id)?.abort()
    const { html } = order.output
    const job = new AbortController()
    jobs.set(id, job)
    queue = queue.then(() => print(id, html, job.signal))
  })
  say({ type: 'ready', runtime: runtimeName() })
}

async function run(address: string): Promise<void> {
  // Its own folder: the desktop app may be running, and two of Electron must not share one.
  const folder = mkdtempSync(join(tmpdir(), 'afterword-print-'))
  app.setPath('userData', folder)
  app.on('quit', () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    } catch {
      // Windows keeps files of a process that is ending. They hold no text; the system's temporary folder forgets them.
    }
  })
  app.on('web-contents-created', (_event, contents) => guard(contents))
  // The hidden windows come and go.
  app.on('window-all-closed', () => {})

  await app.whenReady()
  restrict(session.defaultSession)
  protocol.handle(SCHEME, createServer(undefined))
  const socket = connect(address)
  socket.on('error', (error) =>
    leave(EXIT.nobodyListens, { code: 'PRINT_FAILED', params: { why: error.message } }),
  )
  socket.on('close', () => app.quit())
  socket.on('connect', () => {
    void warmUp().then((error) => {
      if (error === undefined) serve(socket)
      else leave(EXIT.cannotPrint, { code: 'RUNTIME_MISSING', params: error.params })
    })
  })
}

protocol.registerSchemesAsPrivileged([PRIVILEGES])
app.enableSandbox()
const address = process.env['AFTERWORD_PRINT']
if (address === undefined || address === '')
  leave(EXIT.nobodyListens, { code: 'USAGE', params: { why: 'AFTERWORD_PRINT names no socket' } })
else
  run(address).catch((error: unknown) =>
    leave(EXIT.defect, { code: 'PRINT_FAILED', params: { why: String(error) } }),
  )
