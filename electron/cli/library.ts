import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { version } from '../../package.json'
import { fail, type Result } from '../../model/errors/result.ts'
import { openCore } from '../app/core.ts'
import { libraryPlace } from '../app/place.ts'
import type { Core, Ports } from '../app/ports.ts'
import { userName } from '../app/user.ts'

/** What the core asks of a terminal: no dialogs, no secret store, and nothing to reveal a file in. */
const terminal: Pick<Ports, 'dialogs' | 'reveal' | 'secrets'> = {
  dialogs: {
    save: () => Promise.resolve(null),
    open: () => Promise.resolve(null),
    folder: () => Promise.resolve(null),
  },
  // A script has its secrets from whatever starts it.
  secrets: {
    given: process.env['AFTERWORD_ENGINE_KEY'] || undefined,
    lasting: () => Promise.resolve(false),
    seal: () => Promise.resolve(null),
    open: () => Promise.resolve(null),
  },
  reveal: () => {},
}

/**
 * The core on the library that the command line names. Errors: FILE_NOT_FOUND where there is none and the command
 * makes none, FILE_UNWRITABLE for its folder, and what `openCore` refuses.
 */
export async function openLibrary(
  named: string | undefined,
  make: boolean,
  printer: Ports['printer'],
): Promise<Result<Core>> {
  const file = named === undefined ? libraryPlace() : resolve(named)
  if (!make && !existsSync(file)) return fail('FILE_NOT_FOUND', { file })
  try {
    // the desktop app makes its own folder likewise; one that a person names must be there
    if (named === undefined) mkdirSync(dirname(file), { recursive: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return fail('FILE_UNWRITABLE', { file: dirname(file), why })
  }
  return openCore({
    file,
    seedSample: false,
    ports: {
      ...terminal,
      printer,
      clock: () => new Date(),
      user: userName(),
      version,
      runtime: `Node ${process.versions.node}`,
    },
  })
}
