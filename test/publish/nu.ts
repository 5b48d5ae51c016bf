import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')

/** Whether a Java runs the checker here. Where none does, the tests that need it are skipped, and this says so. */
export function hasJava(): boolean {
  const there = spawnSync('java', ['-version'], { stdio: 'ignore' })
  if (there.error === undefined && there.status === 0) return true
  process.stderr.write(
    '\nSKIPPED: no Java is installed, so what the Nu HTML Checker would find in our pages is not tested here.\n',
  )
  return false
}

interface Message {
  readonly url: string
  readonly type: string
  readonly lastLine?: number
  readonly message: string
  readonly extract?: string
}

/** All that the Nu HTML Checker says of files, by name: errors, warnings and remarks alike. */
export function nuMessages(files: ReadonlyMap<string, string | Uint8Array>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-nu-'))
  try {
    const paths = [...files].map(([name, content]) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    })
    // A page holds its fonts in one line: the checker's parser wants room for it.
    const { stderr, error } = spawnSync(
      'java',
      [
        '-Xss4m',
        '-jar',
        JAR,
        '--format',
        'json',
        '--exit-zero-always',
        '--also-check-css',
        ...paths,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    )
    if (error !== undefined) throw error
    const { messages } = JSON.parse(stderr) as { messages: readonly Message[] }
    return messages.map(
      ({ url, type, message, extract = '' }) =>
        `${url.slice(url.lastIndexOf('/') + 1)} ${type}: ${message} ${extract.slice(0, 200)}`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
