import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../build/root.ts'

/** What the starter says in a system that speaks a language. */
function said(environment: Record<string, string>): string {
  const script = `import('./words.mjs').then(({ say }) => say('starting', { runtime: 'X' }))`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: join(ROOT, 'build'),
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...environment },
  })
  expect(stdout).toBe('')
  return stderr.trim()
}

test.each([
  ['nl_NL.UTF-8', 'Start in X'],
  ['ja_JP.eucJP', 'X で起動しています'],
  ['ar', 'بدء التشغيل في X'],
  ['en_GB.UTF-8', 'Starting in X'],
  ['sw_KE.UTF-8', 'Starting in X'],
  ['C.UTF-8', 'Starting in X'],
])('the starter speaks the language of the system: %s', (LANG, sentence) => {
  expect(said({ LANG })).toBe(sentence)
})

test('LC_ALL goes before LANG', () => {
  expect(said({ LANG: 'nl_NL.UTF-8', LC_ALL: 'en_GB.UTF-8' })).toBe('Starting in X')
})
