import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Started {
  readonly argv: string[]
  readonly cwd: string
}

/** The longest path of a Unix socket is 104 bytes on macOS, 108 on Linux (sun_path in unix(7)). */
const LONGEST_SOCKET = 100

/** How long the first instance may take to answer, in ms: it may just be starting. */
const PATIENCE = 3000

/**
 * The caller wants an answer at once and then ends, so a child carries the message: it tries until the socket answers
 * or its time is over. It exits with 0 where the message arrived.
 */
const MESSENGER = `
const [address, message, patience] = process.argv.slice(1)
const end = Date.now() + Number(patience)
const again = () => { if (Date.now() > end) process.exit(1); setTimeout(send, 50) }
const send = () => require('node:net').connect(address)
  .on('error', again)
  .on('connect', function () { this.end(message) })
  .on('close', (failed) => { if (!failed) process.exit(0) })
send()`

function addressOf(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\standin-${hash}`
  const beside = join(folder, 'instance.sock')
  return beside.length <= LONGEST_SOCKET ? beside : join(tmpdir(), `standin-${hash}.sock`)
}

/**
 * One running program for a folder: a file with the process id says who, a local socket carries the message of a
 * second start. A lock whose owner does not answer is stale (its id may long be another program's) and is taken over.
 */
export class Instance {
  readonly held: boolean
  private readonly lock: string
  private server: Server | undefined

  constructor(folder: string, started: (second: Started) => void) {
    mkdirSync(folder, { recursive: true })
    this.lock = join(folder, 'instance.lock')
    const address = addressOf(folder)
    this.held = this.take() || !this.deliver(address)
    if (!this.held) return
    this.write('w')
    if (process.platform !== 'win32') rmSync(address, { force: true })
    this.server = createServer((socket) => {
      let text = ''
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
      socket.on('end', () => started(JSON.parse(text) as Started))
      socket.on('error', () => {})
    })
    this.server.on('error', () => {}) // the lock stands; only second starts go unheard
    this.server.listen(address).unref()
  }

  private write(flag: 'w' | 'wx'): void {
    const file = openSync(this.lock, flag)
    writeSync(file, String(process.pid))
    closeSync(file)
  }

  private take(): boolean {
    try {
      this.write('wx')
      return true
    } catch {
      return !this.ownerLives()
    }
  }

  private ownerLives(): boolean {
    try {
      process.kill(Number(readFileSync(this.lock, 'utf8')), 0)
      return true
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM'
    }
  }

  private deliver(address: string): boolean {
    const second: Started = { argv: process.argv, cwd: process.cwd() }
    const args = ['-e', MESSENGER, address, JSON.stringify(second), String(PATIENCE)]
    return spawnSync(process.execPath, args, { timeout: PATIENCE + 2000 }).status === 0
  }

  release(): void {
    if (!this.held) return
    this.server?.close()
    rmSync(this.lock, { force: true })
  }
}
