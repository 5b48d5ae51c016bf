import { Buffer } from 'node:buffer'
import { fail, ok, type Failure, type Result } from '../../model/errors/result.ts'
import type { Ports } from '../app/ports.ts'
import { startWorker, type Worker } from './print/worker.ts'
import { isBuilt, runtimes } from './runtime.ts'

export interface Printer {
  readonly print: Ports['printer']['print']
  /** Ends the worker, where one was started. */
  readonly close: () => Promise<void>
}

type Printed = Result<Uint8Array>

/** The first runtime that carries a worker. RUNTIME_MISSING counts least: another runtime's reason says more. */
async function startAny(signal: AbortSignal): Promise<Result<Worker>> {
  if (!isBuilt()) return fail('RUNTIME_MISSING')
  let failure: Failure = fail('RUNTIME_MISSING').error
  for (const runtime of runtimes()) {
    const worker = await startWorker(runtime, signal)
    if (worker.ok || worker.error.code === 'CANCELLED') return worker
    if (worker.error.code !== 'RUNTIME_MISSING') failure = worker.error
  }
  return { ok: false, error: failure }
}

/** Prints through one worker, which is started at the first page and serves every later one. */
export function createPrinter(): Printer {
  const waiting = new Map<string, (printed: Printed) => void>()
  let starting: Promise<Result<Worker>> | undefined
  let next = 1

  async function start(signal: AbortSignal): Promise<Result<Worker>> {
    const started = await startAny(signal)
    if (!started.ok) {
      starting = undefined
      return started
    }
    started.value.onMessage((message) => {
      if (message.type === 'printed')
        waiting.get(message.id)?.(ok(new Uint8Array(Buffer.from(message.pdf, 'base64'))))
      if (message.type === 'failed') waiting.get(message.id)?.({ ok: false, error: message.error })
    })
    started.value.onEnd((why) => {
      starting = undefined
      for (const settle of waiting.values()) settle(fail('PRINT_FAILED', { why }))
    })
    return started
  }

  return {
    async print(html, signal) {
      if (signal.aborted) return fail('CANCELLED')
      starting ??= start(signal)
      const worker = await starting
      if (!worker.ok) return worker
      const id = String(next++)
      const printed = await new Promise<Printed>((resolve) => {
        waiting.set(id, resolve)
        signal.addEventListener('abort', () => worker.value.send({ type: 'cancel', id }), {
          once: true,
        })
        worker.value.send({ type: 'print', id, html })
      })
      waiting.delete(id)
      // An interrupt from the terminal reaches the worker too, which then ends without an answer.
      return signal.aborted ? fail('CANCELLED') : printed
    },
    async close() {
      const worker = await starting
      if (worker?.ok) await worker.value.close()
    },
  }
}
