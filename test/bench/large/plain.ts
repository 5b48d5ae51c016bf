import type { Browser, Page } from 'puppeteer-core'
import { SIZE } from '../editor/contender.ts'
import type { Part } from '../editor/text.ts'
import { watch, type Cost } from './watch.ts'

/** What the browser itself needs for such a text: as elements, editable, far parts skipped, and nothing else. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><style>
body { margin: 0 } main { block-size: 100vh; overflow: auto; contain: strict }
section { max-inline-size: 40rem; margin: 3rem auto; font: 1.0625rem / 1.62 sans-serif }
section, p { content-visibility: auto; contain-intrinsic-block-size: auto 8rem }
p { outline: none; margin-block: .7em }</style><main></main></html>`

/** A tab with the text and nothing around it, and what it cost to show it. */
export async function openPlain(
  browser: Browser,
  parts: readonly Part[],
): Promise<{ page: Page; cost: Cost }> {
  const page = await browser.newPage()
  await page.setViewport(SIZE)
  await page.setContent(PAGE)
  const cost = await watch(page, () =>
    page.evaluate(async (given) => {
      const started = performance.now()
      document.querySelector('main')!.append(
        ...given.map(({ heading, paragraphs }) => {
          const section = document.createElement('section')
          const title = document.createElement('h2')
          title.textContent = heading
          section.append(
            title,
            ...paragraphs.map((says) => {
              const paragraph = document.createElement('p')
              paragraph.contentEditable = 'true'
              paragraph.textContent = says
              return paragraph
            }),
          )
          return section
        }),
      )
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      return performance.now() - started
    }, parts as Part[]),
  )
  return { page, cost }
}
