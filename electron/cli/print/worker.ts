import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import type { Runtime } from '../runtime.ts'
import { readMessage, type Message } from './message.ts'

/** A worker that isn't ready by then never will be: a first start may have to make a browser's profile. */
const PATIENCE_MS = 60_000
/** How long a worker may take to end by itself once nobody listens any more. */
const FAREWELL_MS = 5_000
const CANNOT_PRINT = 3
const LONGEST_REASON = 400

/** A print worker that said it is ready. */
export interface Worker {
  send(message: object): void
  onMessage(listener: (message: Message) => void): void
  /** Called once, when the worker is gone, for whatever reason. */
  onEnd(listener: (why: string) => void): void
  /** Ends it; settles when its process is gone. */
  close(): Promise<void>
}

/** A place for the socket that only this person can reach. */
function meetingPlace(): { address: string; leave: () => void } {
  if (process.platform === 'win32')
    return { address: String.raw`\\.\pipe\afterword-${randomUUID()}`, leave: () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'afterword-'))
  const leave = () => rmSync(folder, { recursive: true, force: true })
  return { address: join(folder, 'print'), leave }
}

const ended = (child: ChildProcess): Promise<void> =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.once('error', () => resolve())
      })

function attach(socket: Socket, child: ChildProcess, lastWords: () => string): Worker {
  const listeners: ((message: Message) => void)[] = []
  const endings: ((why: string) => void)[] = []
  createInterface({ input: socket, crlfDelay: Infinity }).on('line', (line) => {
    const message = readMessage(line)
    if (message) for (const listener of listeners) listener(message)
  })
  socket.on('error', () => socket.destroy())
  socket.once('close', () => {
    for (const listener of endings) listener(lastWords())
  })
  return {
    send: (message) => void socket.write(`${JSON.stringify(message)}\n`),
    onMessage: (listener) => void listeners.push(listener),
    onEnd: (listener) => void endings.push(listener),
    async close() {
      socket.end()
      const timer = setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS)
      await ended(child)
      clearTimeout(timer)
      socket.destroy()
    },
  }
}

/**
 * Starts a print worker on a runtime and waits until it is ready. Errors: RUNTIME_MISSING where it finds nothing to
 * print with, PRINT_FAILED with its last words where it does not start, CANCELLED.
 */
export async function startWorker(
  { command, args }: Runtime,
  signal: AbortSignal,
): Promise<Result<Worker>> {
  const { address, leave } = meetingPlace()
  const server = createServer()
  let stderr = ''
  const lastWords = () => stderr.trim().split('\n').at(-1)?.slice(0, LONGEST_REASON) ?? ''
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(address, resolve)
    })
    const child = spawn(command, args, {
      env: { ...process.env, AFTERWORD_PRINT: address },
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-10 * LONGEST_REASON)
    })
    const outcome = await new Promise<Result<Worker>>((resolve) => {
      const timer = setTimeout(
        () => resolve(fail('PRINT_FAILED', { why: lastWords() })),
        PATIENCE_MS,
      )
      const settle = (result: Result<Worker>) => {
        clearTimeout(timer)
        resolve(result)
      }
      signal.addEventListener('abort', () => settle(fail('CANCELLED')), { once: true })
      child.once('error', ({ message }) => settle(fail('PRINT_FAILED', { why: message })))
      child.once('exit', (code) =>
        settle(
          code === CANNOT_PRINT
            ? fail('RUNTIME_MISSING')
            : fail('PRINT_FAILED', { why: lastWords() || String(code) }),
        ),
      )
      server.once('connection', (socket) => {
        const worker = attach(socket, child, lastWords)
        worker.onMessage(({ type }) => {
          if (type === 'ready') settle(ok(worker))
        })
      })
    })
    if (!outcome.ok) {
      child.kill()
      const timer = setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS)
      await ended(child)
      clearTimeout(timer)
    }
    return outcome
  } catch (error) {
    return fail('PRINT_FAILED', { why: error instanceof Error ? error.message : String(error) })
  } finally {
    // The connection that there is stays; nobody else can make one.
    server.close()
    leave()
  }
}
