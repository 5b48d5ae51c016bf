import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { brokenSeal } from '../../electron/store/seal.ts'
import type { MemoryChange } from '../../electron/store/memory-table.ts'
import { plainText } from '../../model/document/text.ts'
import type { Entry } from '../../model/memory/entry.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '../fixtures')
const ALL = { after: 0, to: 1_000_000 }

const entry = (source: string, target: string): Entry => ({
  sourceLocale: 'en',
  targetLocale: 'nl',
  source: [{ type: 'text', value: source }],
  target: [{ type: 'text', value: target }],
  origin: 'file',
  author: null,
  at: '2024-03-01T10:00:00.000Z',
  unit: '',
  sourceHash: '',
  previous: '',
  next: '',
})

test('the eighth migration remembers what was confirmed in a library of version 1, and knows what stands around it', () => {
  const file = join(testFolder(), 'library.afterword')
  const connection = new Database(file)
  connection.exec(readFileSync(join(FIXTURES, 'library-1.sql'), 'utf8'))
  connection.close()
  const library = openTestLibrary(file)
  const [listed] = valueOf(library.list())
  const { document, translations } = valueOf(library.open(listed!.id))
  const [translation] = translations
  const [remembered, ...others] = valueOf(library.memory.entries(null, ALL))
  expect(others).toEqual([])
  expect(remembered).toMatchObject({
    postmortem: document.id,
    unit: translation!.unit,
    target: translation!.content,
    sourceHash: translation!.sourceHash,
    targetLocale: 'nl',
  })
  const block = document.sections[0]!.blocks[0]!
  const next = valueOf(library.memory.unit(document.id, block.id))
  expect(next).toMatchObject({ locale: document.sourceLocale })
  expect(next!.next).not.toBe('')
  library.close()
  const raised = new Database(file)
  expect(brokenSeal(raised)).toBeUndefined()
  expect(raised.prepare("SELECT count(*) FROM block WHERE position = ''").pluck().get()).toBe(0)
  raised.close()
})

test('entries of a file stay once it is whole, and each stands once', () => {
  const file = join(testFolder(), 'library.afterword')
  const library = openTestLibrary(file)
  const told: MemoryChange[] = []
  library.memory.listen((changes) => told.push(...changes))
  const whole = valueOf(library.memory.begin('whole.tmx'))
  const both = [entry('Gate', 'Poort'), entry('Door', 'Deur')]
  expect(valueOf(library.memory.add(whole, both))).toEqual({ added: 2, known: 0 })
  expect(valueOf(library.memory.add(whole, [...both, entry('Gate', 'Hek')]))).toEqual({
    added: 1,
    known: 2,
  })
  valueOf(library.memory.finish(whole))
  const cut = valueOf(library.memory.begin('cut.tmx'))
  valueOf(library.memory.add(cut, [entry('Key', 'Sleutel')]))
  expect(told.map(({ type }) => type)).toEqual(['put', 'put', 'put', 'put'])
  library.close()
  const again = openTestLibrary(file)
  expect(
    valueOf(again.memory.entries(null, ALL)).map(({ target, file: name }) => [
      plainText(target),
      name,
    ]),
  ).toEqual([
    ['Poort', 'whole.tmx'],
    ['Deur', 'whole.tmx'],
    ['Hek', 'whole.tmx'],
  ])
  expect(valueOf(again.memory.drop(whole, 2))).toBe(false)
  expect(valueOf(again.memory.drop(whole, 2))).toBe(true)
  expect(valueOf(again.memory.entries(null, ALL))).toEqual([])
  expect(valueOf(again.memory.tokens('en-Latn nl-Latn', ALL)).ids).toHaveLength(0)
  again.close()
})

test('a damaged entry is left out, and the others are there', () => {
  const file = join(testFolder(), 'library.afterword')
  const library = openTestLibrary(file)
  const made = valueOf(library.memory.begin('a.tmx'))
  valueOf(library.memory.add(made, [entry('Gate', 'Poort'), entry('Door', 'Deur')]))
  valueOf(library.memory.finish(made))
  library.close()
  const connection = new Database(file)
  connection.exec(`UPDATE memory SET target = replace(target, 'Poort', 'Poost')`)
  expect(brokenSeal(connection)).toBe('memory 1')
  connection.close()
  const again = openTestLibrary(file)
  expect(valueOf(again.memory.read([1, 2])).map(({ id }) => id)).toEqual([2])
  again.close()
})
