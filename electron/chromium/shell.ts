import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { askElsewhere, answersElsewhere } from './answers.ts'
import { HEADLESS } from './registry.ts'
import { strict } from './strict.ts'
import type { Shell } from './surface.ts'

/** Starts a program of the system and does not wait for it. */
function start(command: string, args: readonly string[]): void {
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {}) // Electron says nothing either where nothing can show it
  child.unref()
}

function open(target: string): void {
  if (process.platform === 'darwin') start('open', [target])
  // Not `cmd /c start`, which would read the address as a command line.
  else if (process.platform === 'win32')
    start('rundll32.exe', ['url.dll,FileProtocolHandler', target])
  else start('xdg-open', [target])
}

export const shell: Shell = strict<Shell>('shell', {
  async openExternal(url) {
    if (answersElsewhere()) await askElsewhere({ kind: 'external', text: url, buttons: [] })
    else if (!HEADLESS) open(url)
  },
  showItemInFolder(path) {
    if (answersElsewhere()) void askElsewhere({ kind: 'reveal', text: path, buttons: [] })
    else if (HEADLESS) return
    else if (process.platform === 'darwin') start('open', ['-R', path])
    else if (process.platform === 'win32') start('explorer.exe', [`/select,${path}`])
    else open(dirname(path))
  },
})
