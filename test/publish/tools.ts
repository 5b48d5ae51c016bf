import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export type Tool = 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'qpdf'

/** Whether a program that looks at PDFs is here. Where it is not, the tests that need it are skipped, and this says so. */
export function hasTool(tool: Tool): boolean {
  const there = spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined
  if (!there)
    process.stderr.write(
      `\nSKIPPED: ${tool} is not installed, so what it would find in our PDFs is not tested here.\n`,
    )
  return there
}

/** Text without white space, direction marks and vowel signs: where lines break, and what readers of Arabic text move. */
export const squeezed = (text: string): string => text.replace(/[\s\p{Cf}\p{M}]/gu, '')

let folder: string | undefined
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  folder = undefined
})

/** What a program says about a PDF; `arguments_` with `{pdf}` in the place of its file. */
export function ask(tool: Tool, given: readonly string[], pdf: Uint8Array): string {
  folder ??= mkdtempSync(join(tmpdir(), 'afterword-pdf-'))
  const file = join(folder, 'page.pdf')
  writeFileSync(file, pdf)
  const { stdout, stderr, status } = spawnSync(
    tool,
    given.map((one) => (one === '{pdf}' ? file : one)),
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`${tool}: ${stderr}${stdout}`)
  return stdout
}
