import type { Engine } from './engine.ts'
import { engineFor } from './engine.ts'
import type { Page } from './page.ts'
import { appState } from './registry.ts'
import type { CdpSession } from './connection.ts'
import type { Electron } from './surface.ts'

const EMPTY = 'about:blank'
/** Nobody pressed a button. */
const CLOSED = -1
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
  } catch (error) {
    if (page.engine.running && page.engine.tenants.has(page.targetId)) throw error
    return CLOSED
  }
}

/** An empty page in the target, with nothing of its first one under way any more. */
async function emptyPage(engine: Engine, targetId: string): Promise<CdpSession> {
  const { sessionId } = await engine.root.send('Target.attachToTarget', { targetId, flatten: true })
  const session = engine.connection.session(sessionId)
  await session.send('Page.enable')
  const loaded = new Promise<void>((resolve) => {
    const stop = session.listen('Page.frameNavigated', ({ frame }) => {
      if (frame.url !== EMPTY) return
      stop()
      session.once('Page.loadEventFired', () => resolve())
    })
  })
  await session.send('Page.navigate', { url: EMPTY })
  await loaded
  return session
}

async function evaluate(session: CdpSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

/** Asks in a window of its own, for a program that has no other window. */
export async function messageInWindow(options: Electron.MessageBoxOptions): Promise<number> {
  const title = options.title ?? appState.name
  const { engine, fresh } = await engineFor({
    display: 'screen',
    userData: appState.userData(),
    permissions: [],
    first: { title, background: 'white', ...SIZE },
  })
  const own = { url: EMPTY, newWindow: true, ...SIZE }
  const targetId = fresh
    ? await engine.firstPage()
    : (await engine.root.send('Target.createTarget', own)).targetId
  let there = true
  const closed = new Promise<number>((resolve) => {
    // So that no window of the program takes this page for its own.
    engine.tenants.set(targetId, {
      admits: () => false,
      holds: () => false,
      lost: () => {
        there = false
        resolve(CLOSED)
      },
    })
  })
  try {
    const session = await emptyPage(engine, targetId)
    await evaluate(session, `document.title = ${JSON.stringify(title)}`)
    return Number(await Promise.race([evaluate(session, source(options)), closed]))
  } catch (error) {
    if (there) throw error
    return CLOSED
  } finally {
    engine.tenants.delete(targetId)
    // The program's own window needs a browser that starts with it: only its first window is one without tabs.
    if (fresh) await engine.close()
    else if (there) await engine.root.send('Target.closeTarget', { targetId }).catch(() => {})
  }
}
