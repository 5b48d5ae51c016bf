import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe-core finds on the page as it stands, or in a part of it, one line a rule with the first element it is about.
 * Frames are left out: the page in a preview is that of the publication, and is tested as such.
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  // A colour on its way to another is nobody's: what moves for a moment is looked at when it has come to rest.
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime ?? 0))
    await Promise.all(passing.map((each) => each.finished.then(undefined, () => undefined)))
  })
  return (await page.evaluate(
    async (tags, only) => {
      interface Found {
        readonly violations: readonly {
          readonly id: string
          readonly nodes: readonly {
            readonly html: string
            readonly failureSummary: string
            readonly element: Element
          }[]
        }[]
      }
      const { axe } = window as unknown as {
        axe: { run(root: Document | string, options: object): Promise<Found> }
      }
      const found = await axe.run(only ?? document, {
        runOnly: { type: 'tag', values: tags },
        iframes: false,
        resultTypes: ['violations'],
        elementRef: true,
      })
      // What pops up stands beside the landmarks, with react-aria's hidden button that closes it: a dialog, a menu and a
      // list are said by their roles, and need no landmark.
      const popsUp = (element: Element): boolean => {
        const rest = document.createElement('div')
        rest.append(element.cloneNode(true))
        const popups = rest.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')
        for (const popup of popups) popup.remove()
        return popups.length > 0 && rest.textContent === ''
      }
      return found.violations
        .map(({ id, nodes }) => ({
          id,
          nodes: nodes.filter(({ element }) => id !== 'region' || !popsUp(element)),
        }))
        .filter(({ nodes }) => nodes.length > 0)
        .map(
          ({ id, nodes }) =>
            `${id} ×${nodes.length}: ${nodes[0]!.html.slice(0, 160)} (${nodes[0]!.failureSummary.replaceAll('\n', ' ').slice(0, 240)})`,
        )
    },
    TAGS,
    part,
  )) as string[]
}
