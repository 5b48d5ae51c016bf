import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { startApp } from './app.ts'
import { blocksOf, describeBlock, openDesk } from './desk.ts'

const ROUNDS = 20

const folder = mkdtempSync(join(tmpdir(), 'afterword-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }))

/** What stands in the text of the summary, and whether the window calls it saved, in one look. */
interface Look {
  readonly text: string
  readonly saved: boolean
}

it(
  `loses nothing that the window called saved, killed ${ROUNDS} times while somebody types`,
  async () => {
    let app = await startApp({ userData: folder })
    const { id, toText } = await openDesk(app, { template: 'incident' })
    let sure = ''
    let seen = 0
    // On a slow machine many a kill comes before the first save; then there are more of them.
    for (let round = 0; round < ROUNDS || (seen <= ROUNDS / 2 && round < 3 * ROUNDS); round++) {
      if (round > 0) {
        app = await startApp({ userData: folder })
        await app.page.waitForSelector('[data-kind="summary"] [data-run]')
        const { document } = await app.ask('postmortem.open', { id })
        const stored = blocksOf(document, 'summary').map(describeBlock).join('')
        expect(stored.slice(0, sure.length)).toBe(sure)
        await app.page.focus('[data-kind="summary"] [data-run]')
        await app.page.keyboard.down('Control')
        await app.page.keyboard.press('End')
        await app.page.keyboard.up('Control')
      } else await toText('summary')
      // Every look is written down in the page the moment that the window says something new about saving.
      const { page } = app
      let latest: Look = { text: sure, saved: true }
      await page.exposeFunction('tell', (look: Look) => {
        if (look.saved) {
          latest = look
          seen += 1
        }
      })
      await page.evaluate(() => {
        const status = document.querySelector('[data-save]')!
        const text = document.querySelector<HTMLElement>('[data-kind="summary"] [data-run]')!
        new MutationObserver(() => {
          const saved = status.getAttribute('data-save') === 'saved'
          void (window as unknown as { tell(look: Look): Promise<void> }).tell({
            text: text.innerText,
            saved,
          })
        }).observe(status, { attributes: true })
      })
      const killed = setTimeout(1000 + ((round * 397) % 2200)).then(() => app.kill())
      const typing = (async () => {
        // Words with pauses around the autosave's own, so that kills meet it before, in and after a save.
        for (let word = 0; ; word++) {
          await page.keyboard.type(`r${round}w${word} `)
          await setTimeout((word * 173) % 420)
        }
      })()
      await Promise.allSettled([killed, typing])
      await killed
      sure = latest.text
    }
    // The test has seen something only if the window called things saved.
    expect(seen).toBeGreaterThan(ROUNDS / 2)
  },
  3 * ROUNDS * 30_000,
)
