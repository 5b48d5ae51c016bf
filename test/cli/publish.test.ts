import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ask, hasTool } from '../publish/tools.ts'
import { paragraphs, shown } from '../publish/word.ts'
import { afterword, fixtureFile, place, start, text, type Ran } from './afterword.ts'
import { missingWords, shownText } from './reading-order.ts'

const library = place('library.afterword')
const on = (...args: string[]) => afterword([...args, '--library', library])
const out = place('out')
const LOCALES = ['nl', 'ja'] as const
let id = ''
let files: string[] = []
let release: Ran | undefined
const published = (locale: string, format: string) =>
  join(out, files.find((file) => file.endsWith(`.${locale}.${format}`)) ?? '')

beforeAll(async () => {
  id = (await on('import', fixtureFile('depot-nl.txt'), '--locale', 'nl')).stdout.trim()
  await on('import', fixtureFile('depot-ja.txt'), '--as', 'ja', '--of', id)
  const ran = await on('publish', id, '--out', out)
  if (ran.code !== 0) throw new Error(ran.stderr)
  release = ran
  files = readdirSync(out)
})

test('a release names its files on stdout and says on stderr how far it is', () => {
  expect(release?.stdout.trim().split('\n')).toHaveLength(4)
  expect(release?.stderr).toBe('1/4 nl html\n2/4 nl pdf\n3/4 ja html\n4/4 ja pdf\n')
})

test('a release has a page and a PDF of every language, and a manifest with their hashes', () => {
  expect(files).toHaveLength(5)
  const manifest = JSON.parse(text(join(out, 'manifest.json'))) as {
    files: { file: string; sha256: string }[]
  }
  expect(manifest.files).toHaveLength(4)
  for (const { file, sha256 } of manifest.files) {
    const bytes = readFileSync(join(out, file))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  }
})

test.for(LOCALES)(
  'every word of the text in %s stands in its page, in the same order',
  (locale) => {
    const source = text(fixtureFile(`depot-${locale}.txt`))
    expect(missingWords(source, shownText(text(published(locale, 'html'))))).toEqual([])
  },
)

test.for(LOCALES)('the measure finds a word that the page in %s lacks', (locale) => {
  const page = shownText(text(published(locale, 'html'))).replaceAll('Freshdock', '')
  const source = text(fixtureFile(`depot-${locale}.txt`))
  expect(missingWords(source, page).length).toBeGreaterThan(0)
})

describe.skipIf(!hasTool('pdftotext') || !hasTool('pdfinfo') || !hasTool('qpdf'))('a PDF', () => {
  test.for(LOCALES)('has every word of the text in %s, in the same order', (locale) => {
    const pdf = readFileSync(published(locale, 'pdf'))
    const read = ask('pdftotext', ['-enc', 'UTF-8', '{pdf}', '-'], pdf)
    expect(missingWords(text(fixtureFile(`depot-${locale}.txt`)), read)).toEqual([])
  })

  test.for(LOCALES)('in %s is sound and tagged', (locale) => {
    const pdf = readFileSync(published(locale, 'pdf'))
    expect(ask('pdfinfo', ['{pdf}'], pdf)).toMatch(/^Tagged: +yes$/m)
    expect(ask('qpdf', ['--check', '{pdf}'], pdf)).toContain('No syntax or stream encoding errors')
  })
})

test('one PDF alone is printed to the named file', async () => {
  const file = place('page.pdf')
  expect(await on('export', id, '--to', file, '--locale', 'ja')).toMatchObject({ code: 0 })
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a page as a fragment is its article alone, under a heading of the rank that was asked for', async () => {
  const file = place('fragment.html')
  const ran = await on('export', id, '--to', file, '--locale', 'ja', '--fragment', '--level', '3')
  expect(ran).toMatchObject({ code: 0, stdout: `${file}\n` })
  const html = text(file)
  expect(html).toMatch(/^<article lang="ja" dir="ltr">\n?<header>\n?<h3>/)
  expect(html).not.toMatch(/ class=|<style|<svg|<script/)
  expect(missingWords(text(fixtureFile('depot-ja.txt')), shownText(html))).toEqual([])
})

test('a Word document of each language is part of a release that verifies, or a file by itself', async () => {
  const folder = place('word')
  const ran = await on('publish', id, '--out', folder, '--format', 'docx')
  expect(ran).toMatchObject({ code: 0 })
  const names = readdirSync(folder).filter((name) => name.endsWith('.docx'))
  expect(names).toHaveLength(LOCALES.length)
  expect((await on('verify', folder)).code).toBe(0)
  for (const locale of LOCALES) {
    const name = names.find((one) => one.endsWith(`.${locale}.docx`))!
    const said = paragraphs(readFileSync(join(folder, name)))
      .map(shown)
      .join('\n')
    expect(missingWords(text(fixtureFile(`depot-${locale}.txt`)), said)).toEqual([])
    const file = place(`page.${locale}.docx`)
    const alone = await on('export', id, '--to', file, '--document', '--locale', locale)
    expect(alone).toMatchObject({ code: 0, stdout: `${file}\n` })
    expect(readFileSync(file).equals(readFileSync(join(folder, name)))).toBe(true)
  }
  writeFileSync(join(folder, names[0]!), 'PK')
  expect((await on('verify', folder)).code).toBe(1)
})

test('where nothing can print, a PDF says so and a page is written all the same', async () => {
  const env = { AFTERWORD_BROWSER: place('no-browser'), AFTERWORD_LIBRARY: library }
  const file = place('page.pdf')
  const ran = await afterword(['export', id, '--to', file], env)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toMatch(/^RUNTIME_MISSING: /)
  expect(existsSync(file)).toBe(false)
  expect(await afterword(['export', id, '--to', place('page.html')], env)).toMatchObject({
    code: 0,
  })
})

test('a release that is killed leaves nothing that can be seen, and the next one takes up what was ready', async () => {
  const folder = place('killed')
  const running = start(['publish', id, '--out', folder, '--library', library])
  await running.seen(/^3\/4 /)
  running.signal('SIGKILL')
  await running.ended
  const beside = () => readdirSync(dirname(folder)).filter((name) => name.includes('killed'))
  expect(beside().filter((name) => !name.startsWith('.'))).toEqual([])
  // What was ready needs nothing to print with.
  const env = { AFTERWORD_BROWSER: place('no-browser') }
  const dutch = ['publish', id, '--library', library, '--format', 'pdf', '--locale', 'nl', '--out']
  expect(await afterword([...dutch, folder], env)).toMatchObject({ code: 0 })
  const pdf = readdirSync(folder).find((name) => name.endsWith('.nl.pdf'))
  expect(readFileSync(join(folder, pdf!)).equals(readFileSync(published('nl', 'pdf')))).toBe(true)
  // The one that died wrote beside it, and the next one to the same place swept that away.
  expect(beside()).toEqual([basename(folder)])
  // A release that is out keeps nothing for the next.
  expect(await afterword([...dutch, place('again')], env)).toMatchObject({ code: 2, stdout: '' })
})

test('an interrupt stops a release: nothing is left of it, and the next one goes through', async () => {
  const folder = place('interrupted')
  const running = start(['publish', id, '--out', folder, '--library', library])
  await running.seen(/^2\/4 /)
  running.signal('SIGINT')
  const ran = await running.ended
  expect(ran).toMatchObject({ code: 130, stdout: '' })
  expect(ran.stderr).toMatch(/^CANCELLED: /m)
  expect(readdirSync(dirname(folder)).filter((name) => name.includes('interrupted'))).toEqual([])
  const again = await on('publish', id, '--out', folder, '--format', 'html', '--locale', 'ja')
  expect(again.code).toBe(0)
  expect(readdirSync(folder)).toHaveLength(2)
})
