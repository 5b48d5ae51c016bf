import { answersElsewhere, askElsewhere, type Question } from './answers.ts'
import { chooseFiles, chooseFolder, chooseSave } from './chooser.ts'
import { messageInPage, messageInWindow } from './message.ts'
import { runChooser, systemChooser, withExtension } from './native.ts'
import type { Page } from './page.ts'
import { HEADLESS, appState } from './registry.ts'
import { Missing, known, strict } from './strict.ts'
import type { Dialog, Electron } from './surface.ts'
import { pageOf } from './window.ts'

const OPEN = ['buttonLabel', 'defaultPath', 'filters', 'properties', 'title']
const OPEN_PROPERTIES = ['createDirectory', 'multiSelections', 'openDirectory', 'openFile']
const SAVE = ['buttonLabel', 'defaultPath', 'filters', 'properties', 'title']
const SAVE_PROPERTIES = ['createDirectory', 'showOverwriteConfirmation']
const MESSAGE = ['buttons', 'cancelId', 'defaultId', 'detail', 'message', 'noLink', 'title', 'type']

const elsewhere = (): boolean => HEADLESS || answersElsewhere()

/** Electron takes the window as an optional first argument. */
function split<T>(args: readonly unknown[]): { page: Page | undefined; options: T } {
  const options = args.at(-1) as T
  return { page: args.length > 1 ? pageOf(args[0] as object) : undefined, options }
}

function checkProperties(
  properties: readonly string[] | undefined,
  allowed: readonly string[],
): void {
  for (const name of properties ?? [])
    if (!allowed.includes(name)) throw new Missing(`dialog property ${name}`)
}

async function pathsElsewhere(kind: Question['kind'], text: string): Promise<string[]> {
  const answer = await askElsewhere({ kind, text, buttons: [] })
  return Array.isArray(answer) ? [...(answer as string[])] : []
}

const needed = (page: Page | undefined): Page => {
  if (page === undefined) throw new Missing('a file dialog without a window')
  return page
}

async function showOpenDialog(...args: unknown[]): Promise<Electron.OpenDialogReturnValue> {
  const { page, options } = split<Electron.OpenDialogOptions>(args)
  known('showOpenDialog', options, OPEN)
  checkProperties(options.properties, OPEN_PROPERTIES)
  const offered = options.defaultPath ?? ''
  let filePaths: string[]
  if (options.properties?.includes('openDirectory')) {
    const chosen = elsewhere()
      ? (await pathsElsewhere('folder', offered))[0]
      : await saved('folder', offered, page)
    filePaths = chosen === undefined ? [] : [chosen]
  } else {
    filePaths = elsewhere()
      ? await pathsElsewhere('open', offered)
      : await chooseFiles(needed(page), options)
  }
  return { canceled: filePaths.length === 0, filePaths }
}

async function saved(
  kind: 'save' | 'folder',
  offered: string,
  page: Page | undefined,
): Promise<string | undefined> {
  const chooser = systemChooser(kind, offered)
  if (chooser !== undefined) return runChooser(chooser)
  return (kind === 'save' ? chooseSave : chooseFolder)(needed(page), offered || appState.name)
}

async function showSaveDialog(...args: unknown[]): Promise<Electron.SaveDialogReturnValue> {
  const { page, options } = split<Electron.SaveDialogOptions>(args)
  known('showSaveDialog', options, SAVE)
  checkProperties(options.properties, SAVE_PROPERTIES)
  const offered = options.defaultPath ?? ''
  const chosen = elsewhere()
    ? (await pathsElsewhere('save', offered))[0]
    : await saved('save', offered, page)
  const filePath = chosen === undefined ? '' : withExtension(chosen, options.filters)
  return { canceled: filePath === '', filePath }
}

async function showMessageBox(...args: unknown[]): Promise<Electron.MessageBoxReturnValue> {
  const { page, options } = split<Electron.MessageBoxOptions>(args)
  known('showMessageBox', options, MESSAGE)
  let pressed: number
  if (elsewhere()) {
    const text = [options.message, options.detail ?? ''].join('\n').trim()
    const answer = await askElsewhere({ kind: 'message', text, buttons: options.buttons ?? [] })
    if (HEADLESS && answer === null) console.error(text)
    pressed = typeof answer === 'number' ? answer : -1
  } else {
    pressed = await (page === undefined ? messageInWindow(options) : messageInPage(page, options))
  }
  return { response: pressed < 0 ? (options.cancelId ?? 0) : pressed, checkboxChecked: false }
}

export const dialog: Dialog = strict<Dialog>('dialog', {
  showOpenDialog,
  showSaveDialog,
  showMessageBox,
})
