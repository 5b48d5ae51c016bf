import { parentPort } from 'node:worker_threads'
import { createFinder, type Finder } from '../../../model/memory/finder.ts'
import type { FromThread, ToThread } from './message.ts'

/** The thread that has the tokens of the memory and looks through them: what takes long there keeps nobody waiting. */
const finders = new Map<string, Finder>()

function finderOf(pair: string): Finder {
  let finder = finders.get(pair)
  if (finder === undefined) {
    finder = createFinder()
    finders.set(pair, finder)
  }
  return finder
}

parentPort?.on('message', (message: ToThread) => {
  const finder = finderOf(message.pair)
  switch (message.type) {
    case 'page': {
      const { ids, lengths, tokens } = message.page
      let at = 0
      for (const [index, id] of ids.entries()) {
        const end = at + lengths[index]!
        finder.put(id, tokens.subarray(at, end))
        at = end
      }
      return
    }
    case 'put':
      return finder.put(message.id, message.tokens)
    case 'remove':
      return finder.remove(message.id)
    case 'find': {
      const hits = message.wanted.map((wanted) => finder.find(wanted))
      parentPort!.postMessage({ request: message.request, hits } satisfies FromThread, [])
    }
  }
})
