import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { afterword, place } from './afterword.ts'

const library = place('library.afterword')
const on = (...args: string[]) => afterword([...args, '--library', library])

const UNITS = [
  ['The gate stood open all night.', 'De poort stond de hele nacht open.'],
  ['Nobody read the log.', 'Niemand las het logboek.'],
]

test('a TMX file goes into the memory, is found in it, and comes out of it again', async () => {
  const file = place('vendor.tmx')
  const tu = UNITS.map(
    ([en, nl]) =>
      `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="nl"><seg>${nl}</seg></tuv></tu>`,
  ).join('\n')
  writeFileSync(file, `<tmx version="1.4"><header srclang="en"/><body>${tu}</body></tmx>`)
  const taken = await on('memory', 'import', file, '--json')
  expect(JSON.parse(taken.stdout)).toEqual({ added: 2, known: 0, skipped: 0 })
  expect((await on('memory', 'import', file)).stdout).toContain('2')
  const found = await on(
    'memory',
    'lookup',
    'The gate stood open all day.',
    '--from',
    'en',
    '--to',
    'nl',
    '--json',
  )
  const { matches } = JSON.parse(found.stdout) as { matches: { score: number; file: string }[] }
  expect(matches.map(({ score, file: name }) => [score, name])).toEqual([[83, basename(file)]])
  const told = await on('memory', 'lookup', 'Nobody read the log.', '--from', 'en', '--to', 'nl')
  expect(told.stdout).toBe('100%\tNobody read the log.\tNiemand las het logboek.\n')
  const out = place('out.tmx')
  expect(await on('memory', 'export', out, '--from', 'en', '--to', 'nl')).toMatchObject({ code: 0 })
  const written = readFileSync(out, 'utf8')
  for (const text of UNITS.flat()) expect(written).toContain(text)
  expect(JSON.parse((await on('memory', 'import', out, '--json')).stdout)).toMatchObject({
    known: 2,
  })
})

test('a bad file says where, and leaves nothing behind', async () => {
  const file = place('bad.tmx')
  writeFileSync(
    file,
    '<tmx><body><tu><tuv xml:lang="en"><seg>Half</seg></tuv><tuv xml:lang="nl"><seg>Half</seg></tuv></tu>\n<tu></body></tmx>',
  )
  const bad = await on('memory', 'import', file)
  expect(bad).toMatchObject({ code: 2, stdout: '' })
  expect(bad.stderr).toContain('bad.tmx')
  expect(bad.stderr).toContain('2')
  const found = await on('memory', 'lookup', 'Half', '--from', 'en', '--to', 'nl', '--json')
  expect(JSON.parse(found.stdout)).toEqual({ matches: [], sentences: [] })
  expect(await on('memory', 'forget', file)).toMatchObject({ code: 2 })
  expect(await on('memory', 'lookup', 'Half', '--from', 'en')).toMatchObject({ code: 2 })
})
