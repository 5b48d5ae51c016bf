import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as others } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Hit, Wanted } from '../../../model/memory/finder.ts'
import { Refusal } from '../../../model/errors/result.ts'
import type { Memory } from '../../store/memory.ts'
import { paced } from './pace.ts'
import type { FromThread, ToThread } from './message.ts'

/** Looks for what is alike in a thread of its own, which is begun when somebody first looks. */
export interface Searcher {
  /** The hits of each text. The first search in a pair of languages waits until its tokens are there. */
  find(pair: string, wanted: readonly Wanted[]): Promise<readonly (readonly Hit[])[]>
  close(): Promise<void>
}

/** The bundle of the thread, beside the one that this runs in. */
const BUNDLE = join(import.meta.dirname, '../memory/memory.cjs')

/** In a checkout without a build it is the source. From an archive it is read here: a thread cannot look into one. */
const startThread = (): Worker =>
  existsSync(BUNDLE)
    ? new Worker(readFileSync(BUNDLE, 'utf8'), { eval: true, execArgv: [] })
    : new Worker(join(import.meta.dirname, 'thread.ts'), { execArgv: [] })

interface Running {
  readonly worker: Worker
  /** The pairs whose tokens it has, or gets. */
  readonly pairs: Map<string, Promise<void>>
  readonly waiting: Map<number, { done(hits: FromThread['hits']): void; failed(why: Error): void }>
}

export function createSearcher(memory: Memory): Searcher {
  let running: Running | undefined
  let requests = 0

  function start(): Running {
    const worker = startThread()
    worker.unref()
    const begun: Running = { worker, pairs: new Map(), waiting: new Map() }
    worker.on('message', ({ request, hits }: FromThread) => {
      begun.waiting.get(request)?.done(hits)
      begun.waiting.delete(request)
      if (begun.waiting.size === 0) worker.unref()
    })
    const end = (why: Error): void => {
      if (running === begun) running = undefined
      for (const { failed } of begun.waiting.values()) failed(why)
      begun.waiting.clear()
    }
    worker.on('error', end)
    worker.on('exit', (code) => end(new Error(`the thread of the memory ended with ${code}`)))
    return begun
  }
  const tell = ({ worker }: Running, message: ToThread, moved: ArrayBuffer[] = []): void =>
    worker.postMessage(message, moved)

  async function load(to: Running, pair: string): Promise<void> {
    const last = memory.last()
    if (!last.ok) throw new Refusal(last.error.code, last.error.params)
    await paced(last.value, (range) => {
      const page = memory.tokens(pair, range)
      if (!page.ok) throw new Refusal(page.error.code, page.error.params)
      const { ids, lengths, tokens } = page.value
      if (ids.length > 0)
        tell(to, { type: 'page', pair, page: page.value }, [
          ids.buffer,
          lengths.buffer,
          tokens.buffer,
        ])
      return running === to
    })
  }
  const stop = memory.listen((changes) => {
    for (const change of changes) if (running?.pairs.has(change.pair)) tell(running, change)
  })
  return {
    async find(pair, wanted) {
      running ??= start()
      const thread = running
      let loaded = thread.pairs.get(pair)
      if (loaded === undefined) {
        loaded = load(thread, pair)
        thread.pairs.set(pair, loaded)
        loaded.catch(() => thread.pairs.delete(pair))
      }
      await loaded
      const request = ++requests
      return new Promise((done, failed) => {
        thread.waiting.set(request, { done, failed })
        // A command on the command line must not end before the answer.
        thread.worker.ref()
        tell(thread, { type: 'find', request, pair, wanted })
      })
    },
    async close() {
      stop()
      const thread = running
      running = undefined
      await thread?.worker.terminate()
      // What was waited for is told so before anybody goes on.
      await others()
    },
  }
}
