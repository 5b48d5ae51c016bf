import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import type { Electron } from './surface.ts'

/** A program that shows a dialog of the system's: it prints the path, and fails where the person closed it. */
interface Chooser {
  readonly command: string
  readonly args: readonly string[]
}

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))

const appleQuoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
const shellQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

function onMac(kind: 'save' | 'folder', offered: string): Chooser {
  const ask =
    kind === 'folder'
      ? 'choose folder'
      : `choose file name default name ${appleQuoted(basename(offered))}`
  return { command: 'osascript', args: ['-e', `POSIX path of (${ask})`] }
}

function onWindows(kind: 'save' | 'folder', offered: string): Chooser {
  const make =
    kind === 'folder'
      ? '$d = New-Object System.Windows.Forms.FolderBrowserDialog; $r = { $d.SelectedPath }'
      : `$d = New-Object System.Windows.Forms.SaveFileDialog; $d.FileName = ${shellQuoted(basename(offered))}; $r = { $d.FileName }`
  const script = `Add-Type -AssemblyName System.Windows.Forms; [Console]::OutputEncoding = [Text.Encoding]::UTF8; ${make}; if ($d.ShowDialog() -ne 'OK') { exit 1 }; & $r`
  return { command: 'powershell.exe', args: ['-NoProfile', '-STA', '-Command', script] }
}

function onLinux(kind: 'save' | 'folder', offered: string): Chooser | undefined {
  const zenity = onPath('zenity')
  if (zenity !== undefined)
    return {
      command: zenity,
      args: [
        '--file-selection',
        ...(kind === 'folder' ? ['--directory'] : ['--save', '--confirm-overwrite']),
        `--filename=${offered}`,
      ],
    }
  const kdialog = onPath('kdialog')
  if (kdialog === undefined) return undefined
  return kind === 'folder'
    ? { command: kdialog, args: ['--getexistingdirectory', dirname(offered)] }
    : { command: kdialog, args: ['--getsavefilename', offered] }
}

/**
 * The system's own dialog for a place to save, where a program of the system shows one. It is better than the
 * browser's: it touches no file, and knows folders. Undefined where there is none.
 */
export function systemChooser(kind: 'save' | 'folder', offered: string): Chooser | undefined {
  if (process.platform === 'darwin') return onMac(kind, offered)
  if (process.platform === 'win32') return onWindows(kind, offered)
  return onLinux(kind, offered)
}

/** The chosen path, or undefined where the person closed the dialog. */
export function runChooser({ command, args }: Chooser): Promise<string | undefined> {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', () => resolve(undefined))
    child.on('close', (code) => {
      const path = output.replace(/\r?\n$/, '')
      resolve(code === 0 && path !== '' ? path : undefined)
    })
  })
}

/** Adds the extension that the dialog's filter promises, as Electron's does. */
export function withExtension(
  path: string,
  filters: readonly Electron.FileFilter[] | undefined,
): string {
  const extension = filters?.[0]?.extensions[0]
  const named = /\.[^./\\]+$/.test(basename(path))
  return named || extension === undefined || extension === '*' ? path : `${path}.${extension}`
}
