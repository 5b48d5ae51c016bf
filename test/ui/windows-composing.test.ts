import { expect, it } from 'vitest'
import { startApp } from './app.ts'
import { blocksOf, describeBlock, openDesk } from './desk.ts'
import { press } from './hand.ts'

const RUN = '[data-kind="summary"] [data-run]'

it('what another window saves waits until the input method has done, and nothing is doubled or lost', async () => {
  const app = await startApp()
  try {
    const desk = await openDesk(app, { locale: 'ja' })
    const { page } = app
    await desk.toText('summary')
    await page.keyboard.type('鍵が残っていました。')
    await desk.saved()
    const other = await app.another(() => press(page, 'Control+Shift+n'))
    await other.waitForFunction(
      (css) => document.querySelector(css)?.textContent?.includes('鍵が') === true,
      { timeout: 60_000 },
      RUN,
    )
    await other.bringToFront()
    await other.focus(RUN)
    await press(other, 'Control+End')
    const client = await other.createCDPSession()
    const text = 'すぐ'
    await client.send('Input.imeSetComposition', { text, selectionStart: 2, selectionEnd: 2 })
    // The other window writes in the same text meanwhile, and saves.
    await page.focus(RUN)
    await press(page, 'Control+Home')
    await page.keyboard.type('古い')
    await desk.saved()
    const composing = await other.$eval(RUN, (run) => run.textContent)
    expect(composing).toMatch(/^鍵が残っていました。すぐ/)
    await client.send('Input.insertText', { text: '直ぐに消しました。' })
    for (const window of [page, other])
      await window.waitForFunction(
        (css, wanted) => document.querySelector(css)?.textContent === wanted,
        { timeout: 60_000 },
        RUN,
        '古い鍵が残っていました。直ぐに消しました。',
      )
    const stored = blocksOf(await desk.saved(), 'summary').map(describeBlock)
    expect(stored).toEqual(['古い鍵が残っていました。直ぐに消しました。'])
  } finally {
    await app.close()
  }
})
