import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { version } from '../../package.json'
import { afterword, fixtureFile, place } from './afterword.ts'

const library = place('library.afterword')
let id = ''
beforeAll(async () => {
  const args = ['import', fixtureFile('depot-nl.txt'), '--locale', 'nl', '--library', library]
  id = (await afterword(args)).stdout.trim()
})

const binary = place('binary.txt')
const blank = place('blank.txt')
const folder = place('folder.txt')
writeFileSync(binary, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]))
writeFileSync(blank, '\n \n')
mkdirSync(folder)

const wrong: readonly (readonly [code: string, ...args: string[]])[] = [
  ['USAGE'],
  ['USAGE', 'frobnicate'],
  ['USAGE', 'constructor'],
  ['USAGE', 'import'],
  ['USAGE', 'list', 'spare'],
  ['USAGE', 'list', '--frobnicate'],
  ['USAGE', 'list', '--title', 'x'],
  ['USAGE', 'list', '--json=yes'],
  ['USAGE', 'new'],
  ['USAGE', 'new', '--title'],
  ['USAGE', 'new', '--title', 'x', '--template', 'novel'],
  ['USAGE', 'import', fixtureFile('depot-nl.txt'), '--as', 'nl'],
  ['USAGE', 'export', 'ID'],
  ['USAGE', 'export', 'ID', '--to', 'a.html', '--audience', 'everybody'],
  ['USAGE', 'export', 'ID', '--to', 'a.pdf', '--fragment'],
  ['USAGE', 'export', 'ID', '--to', 'a.html', '--fragment', '--level', '5'],
  ['USAGE', 'export', 'ID', '--to', 'a.html', '--level', '2'],
  ['USAGE', 'export', 'ID', '--to', 'a.html', '--document'],
  ['USAGE', 'publish', 'ID'],
  ['USAGE', 'publish', 'ID', '--out', 'x', '--format', 'rtf'],
  ['LOCALE_INVALID', 'new', '--title', 'x', '--locale', 'not_a_locale'],
  ['LOCALE_INVALID', 'check', 'ID', '--locale', 'english please'],
  ['LOCALE_UNKNOWN', 'check', 'ID', '--locale', 'fr'],
  ['LOCALE_TAKEN', 'import', fixtureFile('depot-ja.txt'), '--as', 'nl', '--of', 'ID'],
  ['FILE_NOT_FOUND', 'import', 'nowhere.txt'],
  ['FILE_UNREADABLE', 'import', folder],
  ['FILE_NOT_TEXT', 'import', binary],
  ['FILE_EMPTY', 'import', blank],
  ['FORMAT_UNKNOWN', 'import', library],
  ['FORMAT_UNKNOWN', 'export', 'ID', '--to', 'page.odt'],
  ['POSTMORTEM_UNKNOWN', 'show', 'nobody'],
  ['POSTMORTEM_UNKNOWN', 'show', '../../etc'],
  ['POSTMORTEM_UNKNOWN', 'publish', 'nobody', '--out', 'x'],
  ['POSTMORTEM_UNKNOWN', 'import', fixtureFile('depot-ja.txt'), '--as', 'ja', '--of', 'nobody'],
]

test.for(wrong)('%s: %s %s %s %s is refused with a sentence', async ([code, ...args]) => {
  const given = args.map((arg) => (arg === 'ID' ? id : arg))
  const ran = await afterword([...given, ...(args.length > 0 ? ['--library', library] : [])])
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toMatch(new RegExp(`^${code}: .+\\n$`))
  expect(ran.stderr).not.toContain('{{')
  expect(ran.stderr).not.toMatch(/^\s+at /m)
})

test('a library that is not there is named, and none is made by looking', async () => {
  const other = place('typo.afterword')
  const ran = await afterword(['list', '--library', other])
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(other)
  expect(existsSync(other)).toBe(false)
})

test('a file that is no library is refused and left as it is', async () => {
  const ran = await afterword(['list', '--library', binary])
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toMatch(/^LIBRARY_(DAMAGED|UNREADABLE): /)
})

test('help and version go to stdout and need no library', async () => {
  const nowhere = { AFTERWORD_LIBRARY: place('none.afterword') }
  expect(await afterword(['--version'], nowhere)).toEqual({
    code: 0,
    stdout: `${version}\n`,
    stderr: '',
  })
  for (const args of [['--help'], ['-h'], ['publish', '--help']])
    expect(await afterword(args, nowhere)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('afterword ') as unknown,
    })
  expect(existsSync(nowhere.AFTERWORD_LIBRARY)).toBe(false)
})

test('AFTERWORD_LIBRARY names the library, and --library outranks it', async () => {
  const env = { AFTERWORD_LIBRARY: place('none.afterword') }
  expect((await afterword(['list'], env)).code).toBe(2)
  expect((await afterword(['list', '--library', library], env)).stdout).toContain(id)
  expect((await afterword(['list'], { AFTERWORD_LIBRARY: library })).stdout).toContain(id)
})
