import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js'

type Commands = ProtocolMapping.Commands
type Events = ProtocolMapping.Events

/** A message of the DevTools protocol: a command's answer has `id`, an event has `method`. */
export interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly method: string
  resolve(value: unknown): void
  reject(error: Error): void
}

/** A command failed, or the browser went away before it answered. */
export class CommandError extends Error {}

/** One target's conversation (a page, or the browser itself where `id` is undefined). */
export class CdpSession extends EventEmitter {
  readonly id: string | undefined
  private readonly connection: CdpConnection

  constructor(connection: CdpConnection, id?: string) {
    super()
    this.setMaxListeners(0)
    this.connection = connection
    this.id = id
  }

  send<M extends keyof Commands>(
    method: M,
    ...params: Commands[M]['paramsType']
  ): Promise<Commands[M]['returnType']> {
    return this.connection.send(method, params[0], this.id) as Promise<Commands[M]['returnType']>
  }

  /** Returns the function that stops listening. */
  listen<E extends keyof Events>(event: E, listener: (params: Events[E][0]) => void): () => void {
    this.on(event, listener as (params: unknown) => void)
    return () => this.off(event, listener as (params: unknown) => void)
  }
}

/** How much of the browser's own messages is kept, in characters: enough to say why it did not start. */
const STDERR_KEPT = 4000

/** How long after its end a browser's last words may take to arrive, in ms. */
const LAST_WORDS = 250

/**
 * A browser process and the DevTools conversation with it, over a pipe and not a port: file descriptor 3 takes
 * commands, 4 gives answers and events, each message ends in NUL. Emits `message` for each, `stderr` when the browser
 * says something else, and `closed` once.
 */
export class CdpConnection extends EventEmitter {
  readonly process: ChildProcess
  readonly root: CdpSession
  /** Why the process could not be started. */
  failure: Error | undefined
  /** The end of what the browser wrote to stderr. */
  stderr = ''
  private readonly sessions = new Map<string, CdpSession>()
  private readonly waiting = new Map<number, Waiting>()
  private readonly output: Writable
  private next = 1
  private closed = false

  constructor(executable: string, args: readonly string[]) {
    super()
    this.setMaxListeners(0)
    this.root = new CdpSession(this)
    this.process = spawn(executable, [...args, '--remote-debugging-pipe'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    })
    this.process.stderr?.on('data', (chunk: Buffer) => {
      this.stderr = (this.stderr + chunk.toString()).slice(-STDERR_KEPT)
      this.emit('stderr')
    })
    this.output = this.process.stdio[3] as Writable
    this.output.on('error', () => {}) // the process is ending; `close` follows
    this.read(this.process.stdio[4] as Readable)
    this.process.on('error', (error) => {
      this.failure = error
      this.shut()
    })
    // 'close' comes when the last byte of the pipes is read. A helper process that outlives the browser may hold
    // them open, so after the end of the browser itself there is no waiting for long.
    this.process.on('close', () => this.shut())
    this.process.on('exit', () => setTimeout(() => this.shut(), LAST_WORDS))
  }

  send(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    if (this.closed) return Promise.reject(new CommandError(`${method}: the browser is gone`))
    const id = this.next++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { method, resolve, reject })
      this.write({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })
    })
  }

  /** Sends a message as it is: for a second client on the same pipe, which brings its own ids. */
  write(message: object): void {
    this.output.write(JSON.stringify(message) + '\0')
  }

  session(id: string): CdpSession {
    let session = this.sessions.get(id)
    if (session === undefined) {
      session = new CdpSession(this, id)
      this.sessions.set(id, session)
    }
    return session
  }

  private read(input: Readable): void {
    let parts: Buffer[] = []
    input.on('error', () => {})
    input.on('data', (chunk: Buffer) => {
      let start = 0
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
        parts.push(chunk.subarray(start, end))
        const text = Buffer.concat(parts).toString()
        parts = []
        start = end + 1
        this.receive(JSON.parse(text) as Message)
      }
      if (start < chunk.length) parts.push(chunk.subarray(start))
    })
  }

  private receive(message: Message): void {
    this.emit('message', message)
    if (message.id !== undefined) {
      const waiting = this.waiting.get(message.id)
      this.waiting.delete(message.id)
      if (message.error === undefined) waiting?.resolve(message.result)
      else waiting?.reject(new CommandError(`${waiting.method}: ${message.error.message}`))
      return
    }
    // A session that nobody here has asked for belongs to another client of the same pipe.
    const session =
      message.sessionId === undefined ? this.root : this.sessions.get(message.sessionId)
    if (message.method === 'Target.detachedFromTarget')
      this.sessions.delete((message.params as { sessionId: string }).sessionId)
    if (message.method !== undefined) session?.emit(message.method, message.params)
  }

  private shut(): void {
    if (this.closed) return
    this.closed = true
    for (const { reject, method } of this.waiting.values())
      reject(new CommandError(`${method}: the browser is gone`))
    this.waiting.clear()
    for (const stream of this.process.stdio) stream?.destroy()
    this.emit('closed')
  }
}
