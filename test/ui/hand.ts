import type { Page } from 'puppeteer-core'

/** Presses keys one after the other; `Control+Enter` holds the first while it presses the second. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const chord of keys) {
    const parts = chord.split('+')
    const key = parts.pop()!
    for (const held of parts) await page.keyboard.down(held as 'Control')
    await page.keyboard.press(key as 'Enter')
    for (const held of parts.toReversed()) await page.keyboard.up(held as 'Control')
  }
}

/** The visible element that a person would call by this name: its label, or else what it says. */
export const named = (page: Page, selector: string, name: string): Promise<boolean> =>
  page
    .waitForFunction(
      (css, wanted) =>
        [...document.querySelectorAll(css)].some(
          (element) =>
            element.checkVisibility() &&
            (element.getAttribute('aria-label') ?? element.textContent)?.trim() === wanted,
        ),
      { timeout: 60_000 },
      selector,
      name,
    )
    .then(() => true)

/** Where the element of this name stands once it has stood still for two frames with nothing in front of it. */
const standing = (
  page: Page,
  selector: string,
  name: string,
): Promise<readonly [number, number] | undefined> =>
  page.evaluate(
    async (css, wanted) => {
      const frame = () => new Promise((next) => requestAnimationFrame(next))
      let last = ''
      let point: readonly [number, number] | undefined
      for (let tries = 0; tries < 600; tries++) {
        const element = [...document.querySelectorAll(css)].find(
          (one) =>
            one.checkVisibility() &&
            (one.getAttribute('aria-label') ?? one.textContent)?.trim() === wanted,
        )
        if (element) {
          if (last === '') element.scrollIntoView({ block: 'nearest' })
          const { x, y, width, height } = element.getBoundingClientRect()
          point = [x + width / 2, y + height / 2]
          const hit = document.elementFromPoint(...point)
          const free = hit !== null && (element.contains(hit) || hit.contains(element))
          const now = `${x} ${y} ${width} ${height}`
          if (free && now === last) {
            const told = window as unknown as { reached: boolean | undefined }
            told.reached = undefined
            const look = (event: Event): void => {
              told.reached = event.composedPath().includes(element) || event.target === hit
            }
            document.addEventListener('pointerdown', look, { capture: true, once: true })
            return point
          }
          last = now
        }
        await frame()
      }
      return point
    },
    selector,
    name,
  )

/** Whether the last click was on what it was meant for. A page that went with the click has been reached. */
const reached = (page: Page): Promise<boolean> =>
  page
    .evaluate(() => (window as unknown as { reached?: boolean }).reached !== false)
    .catch(() => true)

/**
 * Clicks the visible element of this name, where a person would: in its middle. Waits for it, and until it has stood still
 * for two frames with nothing in front of it, as a hand does: what is still loading moves a button from under the pointer.
 * A click that went beside it all the same is done again, as a person does who sees that nothing happened.
 */
export async function click(
  page: Page,
  name: string,
  selector = 'button, a, [role]',
): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    await named(page, selector, name)
    const middle = await standing(page, selector, name)
    if (!middle) throw new Error(`“${name}” went before it could be clicked.`)
    await page.mouse.click(...middle)
    if (await reached(page)) return
  }
  throw new Error(`“${name}” moves away from under every click.`)
}

/** What has focus, by its label or what it says. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim()
  })

/** Moves focus with the Tab key until it is on what is called so. Fails after `most` presses. */
export async function tabTo(page: Page, name: string, most = 60): Promise<void> {
  const passed: string[] = []
  for (let at = 0; at < most; at++) {
    if ((await focused(page)) === name) return
    passed.push(await focused(page))
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach “${name}”. Passed: ${passed.join(' | ')}`)
}

/** Waits until the page says something, anywhere. */
export const says = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => document.body.innerText.includes(wanted),
    { timeout: 60_000 },
    text,
  )
