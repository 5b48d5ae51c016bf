import { dialog, shell } from 'electron'
import type { Failure } from '../../model/errors/result.ts'
import { openCore } from '../app/core.ts'
import type { Core, Ports } from '../app/ports.ts'
import type { Words } from './words.ts'

type Way = 'again' | 'readOnly' | 'show' | 'quit'

/** What a person can do about a library that does not open. The last is what closing the dialog means. */
function waysOut({ code }: Failure): Way[] {
  if (code === 'LIBRARY_NEWER') return ['readOnly', 'quit']
  if (code === 'LIBRARY_IN_USE' || code === 'DISK_FULL') return ['again', 'quit']
  return ['show', 'again', 'quit']
}

async function ask(failure: Failure, { t, sentence }: Words): Promise<Way> {
  const ways = waysOut(failure)
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: t('app'),
    message: t('refused.message'),
    detail: sentence(failure),
    buttons: ways.map((way) => t(`refused.${way}`)),
    defaultId: 0,
    cancelId: ways.length - 1,
    noLink: true,
  })
  return ways[response] ?? 'quit'
}

/** Opens the library, with the person's help where it does not open. Undefined: they gave up. */
export async function openLibrary(
  file: string,
  ports: Ports,
  words: Words,
): Promise<Core | undefined> {
  let readOnly = false
  for (;;) {
    const opened = await openCore({ file, ports, readOnly, seedSample: true })
    if (opened.ok) return opened.value
    const way = await ask(opened.error, words)
    if (way === 'quit') return undefined
    if (way === 'show') shell.showItemInFolder(file)
    if (way === 'readOnly') readOnly = true
  }
}
