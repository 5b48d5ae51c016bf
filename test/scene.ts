/** When a test of the window fails, says what the window showed then: a timeout alone tells nobody why. */
import { afterEach } from 'vitest'
import type { TestApp } from './ui/app.ts'

declare global {
  /** The apps that this file's tests have open. */
  var openApps: Set<TestApp> | undefined
}

/** What a person would see at a glance, as JSON. */
function scene(): string {
  const name = (element: Element | null): string =>
    element === null
      ? ''
      : `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 120)}”`
  const all = (css: string): string[] =>
    [...document.querySelectorAll(css)]
      .map((element) => name(element))
      .filter((one) => !one.endsWith('“”'))
  return JSON.stringify({
    focus: name(document.activeElement),
    saved: document.querySelector('[data-save]')?.getAttribute('data-save'),
    open: all('[role="dialog"], [role="menu"], [role="listbox"], [role="alert"], [role="status"]'),
    scroll: [...document.querySelectorAll('main, [data-scroll]')].map((one) => one.scrollTop),
    headings: all('h1, h2').slice(0, 12),
  })
}

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  const why = task.result.errors?.at(-1)
  process.stderr.write(
    `\n${task.file.name}: “${task.name}” failed: ${why?.stack ?? why?.message}\n`,
  )
  for (const app of globalThis.openApps ?? []) {
    const seen = await app.page.evaluate(scene).catch((error: unknown) => String(error))
    process.stderr.write(`\n${task.name}: the window showed ${seen}\n`)
    if (app.problems.length > 0) process.stderr.write(`${app.problems.join('\n')}\n`)
  }
})
