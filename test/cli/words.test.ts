import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { afterword, place } from './afterword.ts'

const library = place('library.afterword')
const on = (...args: string[]) => afterword(['words', ...args, '--library', library])

function fileOf(words: object): string {
  const file = place('house.json')
  writeFileSync(file, JSON.stringify({ format: 'afterword-publication-words', version: 1, words }))
  return file
}

test('words of an organisation go in, are listed in place of the program’s, and come out to be taken in elsewhere', async () => {
  expect((await on('list')).stdout).toContain('No words of your own')
  expect((await on('list', '--locale', 'nl')).stdout).toContain('labels.contents\tInhoud\n')
  const taken = await on('import', fileOf({ nl: { 'labels.contents': 'In dit verslag' } }))
  expect(taken).toMatchObject({
    code: 0,
    stdout: 'There are words of your own in 1 language now.\n',
  })
  expect((await on('list')).stdout).toBe('nl\tlabels.contents\tIn dit verslag\n')
  expect((await on('list', '--locale', 'nl-BE')).stdout).toContain(
    'labels.contents\tIn dit verslag\n',
  )
  const out = place('out.json')
  expect((await on('export', out)).stdout).toBe('The words of 1 language were written.\n')
  const other = place('other.afterword')
  expect(await afterword(['words', 'import', out, '--library', other])).toMatchObject({ code: 0 })
  const again = place('again.json')
  await afterword(['words', 'export', again, '--library', other])
  expect(readFileSync(again, 'utf8')).toBe(readFileSync(out, 'utf8'))
})

test('a language that the program has no words for says how many it still lacks, and which keys there are', async () => {
  const keys = (await on('list', '--locale', 'da')).stdout.trimEnd().split('\n')
  expect(keys.length).toBeGreaterThan(50)
  expect(keys.every((line) => /^[\w-]+\.[\w-]+(\t[ {}a-z]+)?$/.test(line.trim()))).toBe(true)
  expect(keys).toContain('labels.page\t{page} {pages}')
  const told = await on('import', fileOf({ da: { 'labels.contents': 'Indhold' } }))
  expect(told.stdout).toContain(`da cannot be published yet: ${keys.length - 1} words are missing`)
})

test('a bad call or file says what is wrong and changes nothing', async () => {
  const before = (await on('list', '--json')).stdout
  const wrong = [
    { words: { nl: { 'labels.nothing': 'x' } }, says: 'labels.nothing' },
    { words: { nl: { 'labels.page': 'Bladzijde' } }, says: '{page}' },
    { words: { 'not a language': {} }, says: 'house.json' },
  ]
  for (const { words, says } of wrong) {
    const told = await on('import', fileOf(words))
    expect(told).toMatchObject({ code: 2, stdout: '' })
    expect(told.stderr).toContain(says)
  }
  expect(await on('import')).toMatchObject({ code: 2 })
  expect(await on('import', place('nowhere.json'))).toMatchObject({ code: 2 })
  expect(await on('forget')).toMatchObject({ code: 2 })
  expect(await on('list', '--locale', 'x y')).toMatchObject({ code: 2 })
  expect((await on('list', '--json')).stdout).toBe(before)
})
