import type { Engine } from './engine.ts'
import { engineFor } from './engine.ts'
import type { Page } from './page.ts'
import { appState } from './registry.ts'
import type { CdpSession } from './connection.ts'
import type { Electron } from './surface.ts'

const SIZE = { width: 480, height: 240 }

/**
 * Builds the message in a page and resolves with the button's number, or -1 where it was closed. It is run as text in
 * the page. Styles go through the object model, which a content security policy lets pass.
 */
function ask(
  page: Dialogs,
  options: { title: string; detail: string; buttons: string[]; first: number },
) {
  const { document } = page
  const dialog = document.createElement('dialog')
  dialog.dir = 'auto'
  dialog.style.cssText =
    'max-inline-size:28rem;padding:1.5rem;border:1px solid;border-radius:6px;font:14px/1.5 system-ui'
  const add = (parent: Part, name: string, text: string): Part => {
    const part = document.createElement(name)
    part.textContent = text
    parent.append(part)
    return part
  }
  add(dialog, 'p', options.title).style.cssText = 'margin:0 0 .5rem;font-weight:600'
  add(dialog, 'p', options.detail).style.cssText = 'margin:0 0 1.25rem;white-space:pre-line'
  const row = add(dialog, 'div', '')
  row.style.cssText = 'display:flex;flex-direction:row-reverse;gap:.5rem'
  return new Promise<number>((resolve) => {
    const done = (number: number) => {
      dialog.remove()
      resolve(number)
    }
    dialog.addEventListener('cancel', () => done(-1))
    const buttons = options.buttons.map((label, number) => {
      const button = add(row, 'button', label)
      button.style.cssText = 'padding:.35rem .9rem;font:inherit'
      button.addEventListener('click', () => done(number))
      return button
    })
    document.body.append(dialog)
    dialog.showModal()
    buttons[options.first]?.focus()
  })
}

interface Part {
  dir: string
  textContent: string
  readonly style: { cssText: string }
  append(part: Part): void
  remove(): void
  focus(): void
  showModal(): void
  addEventListener(type: string, listener: () => void): void
}
interface Dialogs {
  readonly document: { readonly body: Part; createElement(name: string): Part }
}

const source = (options: Electron.MessageBoxOptions): string => {
  const shown = {
    title: options.message,
    detail: options.detail ?? '',
    buttons: options.buttons ?? ['OK'],
    first: options.defaultId ?? 0,
  }
  return `(${ask.toString()})(globalThis, ${JSON.stringify(shown)})`
}

/** Asks over a window's page. Where the page goes away, nobody has answered: -1. */
export async function messageInPage(
  page: Page,
  options: Electron.MessageBoxOptions,
): Promise<number> {
  try {
    return Number(await page.evaluate(source(options), true))
  } catch {
    return -1
  }
}

async function session(engine: Engine, targetId: string): Promise<CdpSession> {
  const { sessionId } = await engine.root.send('Target.attachToTarget', { targetId, flatten: true })
  return engine.connection.session(sessionId)
}

/** Asks in a window of its own, for a program that has no other window. */
export async function messageInWindow(options: Electron.MessageBoxOptions): Promise<number> {
  const first = { title: options.title ?? appState.name, background: 'white', ...SIZE }
  const { engine, fresh } = await engineFor({
    display: 'screen',
    userData: appState.userData(),
    permissions: [],
    first,
  })
  const targetId = fresh
    ? await engine.firstPage()
    : (
        await engine.root.send('Target.createTarget', {
          url: 'about:blank',
          newWindow: true,
          ...SIZE,
        })
      ).targetId
  // So that no window of the program takes this page for its own.
  const closed = new Promise<number>((resolve) => {
    engine.tenants.set(targetId, {
      admits: () => false,
      holds: () => false,
      lost: () => resolve(-1),
    })
  })
  try {
    const page = await session(engine, targetId)
    const expression = source(options)
    const answered = page
      .send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      .then(({ result }) => Number(result.value))
    return await Promise.race([answered, closed])
  } catch {
    return -1
  } finally {
    engine.tenants.delete(targetId)
    await engine.root.send('Target.closeTarget', { targetId }).catch(() => {})
  }
}
