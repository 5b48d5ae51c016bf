import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { afterword, place } from './afterword.ts'

const library = place('library.afterword')
const on = (...args: string[]) => afterword(['terms', ...args, '--library', library])

test('terms go in as a table, are listed and found, and come out as TBX and as a table, to the same bytes', async () => {
  const file = place('words.csv')
  writeFileSync(
    file,
    'concept_id;language;term;status;part_of_speech\na;en;data breach;;noun\na;nl;datalek;;noun\na;nl;gegevenslek;forbidden;noun\n;;x\n',
  )
  const taken = await on('import', file, '--json')
  expect(JSON.parse(taken.stdout)).toEqual({
    added: 1,
    merged: 0,
    known: 0,
    refused: [{ line: 5, why: 'language', text: 'x' }],
    refusedCount: 1,
  })
  expect((await on('list')).stdout).toBe('en data breach\tnl datalek\tnl gegevenslek (forbidden)\n')
  expect((await on('list', 'gate')).stdout).toBe('No terms.\n')
  const found = await on('find', 'Two data breaches.', '--from', 'en', '--to', 'nl')
  expect(found.stdout).toBe('data breaches\tdatalek\tgegevenslek (forbidden)\n')
  for (const name of ['out.tbx', 'out.csv']) {
    const out = place(name)
    expect(await on('export', out)).toMatchObject({ code: 0 })
    const bytes = readFileSync(out, 'utf8')
    const other = place('other.afterword')
    const elsewhere = (...args: string[]) => afterword(['terms', ...args, '--library', other])
    expect((await elsewhere('import', out)).stdout).toContain('1 concept was added')
    expect(await elsewhere('export', out)).toMatchObject({ code: 0 })
    expect(readFileSync(out, 'utf8')).toBe(bytes)
    expect(JSON.parse((await on('import', out, '--json')).stdout)).toMatchObject({ known: 1 })
  }
})

test('a bad call or file says what is wrong and changes nothing', async () => {
  const bad = place('bad.tbx')
  writeFileSync(bad, '<html/>')
  const told = await on('import', bad)
  expect(told).toMatchObject({ code: 2, stdout: '' })
  expect(told.stderr).toContain('bad.tbx')
  expect(await on('import', place('nowhere.csv'))).toMatchObject({ code: 2 })
  expect(await on('export', place('out.xlsx'))).toMatchObject({ code: 2 })
  expect(await on('import')).toMatchObject({ code: 2 })
  expect(await on('find', 'x')).toMatchObject({ code: 2 })
  expect(await on('forget', 'x')).toMatchObject({ code: 2 })
})
