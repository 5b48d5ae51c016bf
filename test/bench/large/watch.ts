import { setTimeout } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'

/** What one thing that a person did cost. All in ms. */
export interface Cost {
  /** From what they did to the frame that shows what it led to. */
  readonly wall: number
  /** CPU time of the longest task on the page's main thread, with what was put off. */
  readonly task: number
  /** CPU time of all its tasks. */
  readonly all: number
}

/** The main thread's tasks, one event each; what is inside of them is not asked for. */
const TASKS = { cat: 'disabled-by-default-devtools.timeline', name: 'RunTask' }
/** Long enough for what a window puts off: a save, the checks that follow it, counts. */
const REST = 1500

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** CPU time, in µs. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** The CPU times of the tasks on all pages' main threads, in ms. */
function tasksOf(trace: Uint8Array): number[] {
  const { traceEvents: events } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: TraceEvent[]
  }
  const main = new Set(
    events.flatMap(({ name, pid, tid, args }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
    ),
  )
  return events.flatMap(({ name, pid, tid, tdur = 0 }) =>
    name === TASKS.name && main.has(`${pid} ${tid}`) ? [tdur / 1000] : [],
  )
}

/** Does something and waits until the page rests again. `act` answers how long it took until it was seen. */
export async function watch(page: Page, act: () => Promise<number>): Promise<Cost> {
  await page.bringToFront()
  await page.tracing.start({ categories: ['-*', TASKS.cat] })
  const wall = await act()
  await setTimeout(REST)
  const trace = await page.tracing.stop()
  if (trace === undefined) throw new Error('The browser gave no trace')
  const tasks = tasksOf(trace)
  return { wall, task: Math.max(...tasks), all: tasks.reduce((all, one) => all + one, 0) }
}

type Timed = typeof globalThis & { seenAfter: Promise<number> }

/**
 * Does something with keys or the pointer. Answers how long it took from the last press of a key or button until an
 * element was there and drawn, in ms. `css` must match nothing before.
 */
export async function until(page: Page, css: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate((selector) => {
    let since = performance.now()
    const note = ({ timeStamp }: Event): void => {
      since = timeStamp
    }
    for (const name of ['keydown', 'pointerdown', 'click'])
      addEventListener(name, note, { capture: true })
    ;(globalThis as Timed).seenAfter = new Promise((resolve) => {
      const look = (): void => {
        if (document.querySelector(selector) === null) return void requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          for (const name of ['keydown', 'pointerdown', 'click'])
            removeEventListener(name, note, { capture: true })
          resolve(performance.now() - since)
        }
        // A task after the frame's callbacks: the frame is drawn then.
        port2.postMessage(0)
      }
      requestAnimationFrame(look)
    })
  }, css)
  await act()
  return page.evaluate(() => (globalThis as Timed).seenAfter)
}
