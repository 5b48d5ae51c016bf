import { setTimeout } from 'node:timers/promises'
import type { CDPSession, ElementHandle, Page } from 'puppeteer-core'

/** What is typed, over and over, and how long the hand rests after each key and at the end (in ms). */
const TYPED = 'the quick brown fox jumps over a lazy dog while replicas drain '
const GAP = 70
/** Long enough for what an editor puts off: a save, the checks that follow it, counts. It belongs to the cost. */
const REST = 2500

/** What one stretch of typing cost. */
export interface Cost {
  /** Time on the page's main thread per key, in ms. */
  readonly cpu: number
  /** Of it, in scripts. */
  readonly script: number
  /** From each keydown to the frame that shows it, in ms. */
  readonly latency: readonly number[]
}

type Watched = typeof globalThis & { keyLatency: number[] }

/** Notes how long each key takes until its frame is drawn: the task after the frame's callbacks (as Event Timing does it). */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const here = globalThis as Watched
    here.keyLatency = []
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => here.keyLatency.push(performance.now() - timeStamp)
          port2.postMessage(0)
        }),
      { capture: true },
    )
  })

/** The metrics of the page's main thread, in CPU seconds. */
async function metrics(client: CDPSession): Promise<{ task: number; script: number }> {
  const { metrics: all } = await client.send('Performance.getMetrics')
  const of = (name: string): number => all.find((metric) => metric.name === name)?.value ?? 0
  return { task: of('TaskDuration'), script: of('ScriptDuration') }
}

/** One editor in one tab, with the caret in the middle paragraph of its text. */
export class Typist {
  private readonly page: Page
  private readonly client: CDPSession
  /** Everything typed so far. */
  typed = ''

  private constructor(page: Page, client: CDPSession) {
    this.page = page
    this.client = client
  }

  static async at(page: Page): Promise<Typist> {
    const client = await page.createCDPSession()
    await client.send('Performance.enable', { timeDomain: 'threadTicks' })
    await watch(page)
    const typist = new Typist(page, client)
    await page.bringToFront()
    await typist.settle()
    await typist.place()
    await typist.type(4)
    return typist
  }

  /** Clicks into the middle paragraph, as a person does, and goes to its end. */
  private async place(): Promise<void> {
    const middle = async (): Promise<ElementHandle<HTMLElement>> => {
      const found = await this.page.evaluateHandle(() => {
        const all = [...document.querySelectorAll<HTMLElement>('[contenteditable=true] p')]
        return all[Math.floor(all.length / 2)]!
      })
      return found.asElement() as ElementHandle<HTMLElement>
    }
    // What is skipped while it is out of sight gets its height when it comes into sight, and moves the rest; and what an
    // editor drew without an editor may be drawn anew there.
    for (let tries = 0; tries < 4; tries++) {
      await (await middle()).evaluate((node) => node.scrollIntoView({ block: 'center' }))
      await setTimeout(250)
    }
    const element = await middle()
    await element.click()
    await setTimeout(300)
    await this.type(2)
    const here = await element.evaluate((node) => node.contains(getSelection()!.anchorNode))
    if (!here) throw new Error('The caret is not in the middle of the text')
  }

  /** Lets what an editor puts off come to its end. */
  settle(): Promise<void> {
    return setTimeout(REST)
  }

  private async type(keys: number): Promise<void> {
    for (let key = 0; key < keys; key++) {
      const character = TYPED[this.typed.length % TYPED.length]!
      await this.page.keyboard.press(character === ' ' ? 'Space' : (character as 'a'))
      this.typed += character
      await setTimeout(GAP)
    }
  }

  /** Types so many keys and measures them. Throws where a key is not in the text afterwards. */
  async measure(keys: number): Promise<Cost> {
    await this.page.bringToFront()
    await setTimeout(300)
    await this.page.evaluate(() => {
      ;(globalThis as Watched).keyLatency.length = 0
    })
    const before = await metrics(this.client)
    await this.type(keys)
    await this.settle()
    const after = await metrics(this.client)
    const latency = await this.page.evaluate(() => (globalThis as Watched).keyLatency)
    const there = await this.page.evaluate(
      (text) => getSelection()!.anchorNode!.textContent!.replaceAll('\u{A0}', ' ').includes(text),
      this.typed,
    )
    if (!there || latency.length !== keys) throw new Error('A key was lost')
    const perKey = (from: number, to: number): number => ((to - from) * 1000) / keys
    return {
      cpu: perKey(before.task, after.task),
      script: perKey(before.script, after.script),
      latency,
    }
  }
}
