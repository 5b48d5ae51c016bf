import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = join(import.meta.dirname, '../..')

const STANDIN = [process.execPath, '--import', join(ROOT, 'electron/chromium/register.ts')]

export interface Answer {
  readonly type: 'ready' | 'started' | 'printed' | 'failed'
  readonly id?: string
  readonly pdf?: string
  readonly runtime?: string
  readonly error?: { readonly code: string; readonly params: Record<string, unknown> }
}

/** The other end of the print worker, as a test plays it. */
export class PrintClient {
  readonly answers: Answer[] = []
  readonly exit: Promise<number | null>
  output = ''
  private readonly worker: ChildProcess
  private readonly server: Server
  private socket: Socket | undefined
  private readonly heard = new Set<() => void>()

  private constructor(
    server: Server,
    address: string,
    env: Readonly<Record<string, string>>,
    [command = '', ...args]: readonly string[],
  ) {
    this.server = server
    server.on('connection', (socket) => {
      this.socket = socket
      createInterface({ input: socket }).on('line', (line) => {
        this.answers.push(JSON.parse(line) as Answer)
        for (const one of [...this.heard]) one()
      })
    })
    this.worker = spawn(command, [...args, join(ROOT, 'dist/print/print.cjs')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, AFTERWORD_PRINT: address, ...env },
    })
    this.worker.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()))
    this.exit = new Promise((resolve) => this.worker.on('close', resolve))
  }

  /** `runtime`: the command that runs the worker. */
  static async start(
    env: Readonly<Record<string, string>> = {},
    runtime: readonly string[] = STANDIN,
  ): Promise<PrintClient> {
    const server = createServer()
    const name = `afterword-test-${process.pid}-${Math.random().toString(36).slice(2)}`
    const address =
      process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
    await new Promise<void>((resolve) => server.listen(address, resolve))
    return new PrintClient(server, address, env, runtime)
  }

  send(message: object): void {
    this.socket?.write(`${JSON.stringify(message)}\n`)
  }

  async answer(matches: (answer: Answer) => boolean): Promise<Answer> {
    for (;;) {
      const found = this.answers.find(matches)
      if (found !== undefined) return found
      const surprise = this.answers.find(
        ({ type, error }) => type === 'failed' && error?.code !== 'CANCELLED',
      )
      if (surprise !== undefined) throw new Error(JSON.stringify(surprise))
      await new Promise<void>((resolve, reject) => {
        const hear = (): void => {
          this.heard.delete(hear)
          resolve()
        }
        this.heard.add(hear)
        void this.exit.then((code) =>
          reject(new Error(`The worker ended: ${code}\n${this.output}`)),
        )
      })
    }
  }

  /** Closes the socket, as a client that is done does. Returns the worker's exit code. */
  async end(): Promise<number | null> {
    this.socket?.end()
    const code = await this.exit
    this.clear()
    return code
  }

  /** Ends what is left after a test. */
  async kill(): Promise<void> {
    this.worker.kill('SIGKILL')
    await this.exit
    this.clear()
  }

  private clear(): void {
    this.server.close()
  }
}
