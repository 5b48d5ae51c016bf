import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { connect, headerOf } from '../../electron/store/connection.ts'
import type { Library } from '../../electron/store/library.ts'
import { migrate } from '../../electron/store/migrate.ts'
import { brokenSeal } from '../../electron/store/seal.ts'
import type { ConceptChange } from '../../electron/store/terms.ts'
import type { Result } from '../../model/errors/result.ts'
import { MOST_CONCEPTS, plainConcept, plainTerm } from '../../model/terms/concept.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '../fixtures')
const place = (): string => join(testFolder(), 'library.afterword')
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)
const concept = (id: string, ...words: string[]) =>
  plainConcept(
    id,
    words.map((word) => plainTerm('en', word)),
  )
const putting = (id: string, ...words: string[]): ConceptChange => ({
  id,
  now: concept(id, ...words),
})
const all = (library: Library) => valueOf(library.terms.page('', 1000)).concepts

test('the tenth migration makes room for terms in a library of version 9, and keeps what is in it', () => {
  const file = place()
  const before = new Database(file)
  before.exec(readFileSync(join(FIXTURES, 'library-1.sql'), 'utf8'))
  before.close()
  const connection = connect(file)
  migrate(connection, 9)
  expect(headerOf(connection).version).toBe(9)
  connection.close()
  const library = openTestLibrary(file)
  expect(all(library)).toEqual([])
  const [listed] = valueOf(library.list())
  expect(valueOf(library.open(listed!.id)).document.sections).toHaveLength(2)
  valueOf(library.terms.change([putting('a', 'breach')]))
  library.close()
  const raised = new Database(file)
  expect(brokenSeal(raised)).toBeUndefined()
  expect(headerOf(raised).version).toBeGreaterThanOrEqual(10)
  raised.close()
})

test('concepts are there after the library was closed, page by page, and each change can be taken back', () => {
  const file = place()
  const library = openTestLibrary(file)
  const told: ConceptChange[] = []
  library.terms.listen((changes) => told.push(...changes))
  const back = valueOf(
    library.terms.change([putting('a', 'breach'), putting('b', 'key'), putting('c', 'gate')]),
  )
  expect(back.map(({ id, now }) => [id, now])).toEqual([
    ['c', null],
    ['b', null],
    ['a', null],
  ])
  const changed = valueOf(library.terms.change([{ id: 'b', now: null }, putting('a', 'leak')]))
  expect(all(library)).toEqual([concept('a', 'leak'), concept('c', 'gate')])
  valueOf(library.terms.change(changed))
  library.close()
  const again = openTestLibrary(file)
  const first = valueOf(again.terms.page('', 2))
  expect(first).toEqual({ concepts: [concept('a', 'breach'), concept('b', 'key')], last: 'b' })
  expect(valueOf(again.terms.page('b', 2)).concepts).toEqual([concept('c', 'gate')])
  expect(valueOf(again.terms.page('c', 2)).last).toBeNull()
  expect(told.map(({ id, now }) => `${id} ${now === null ? 'gone' : now.terms[0]!.text}`)).toEqual([
    ...['a breach', 'b key', 'c gate', 'b gone', 'a leak', 'a breach', 'b key'],
  ])
  again.close()
})

test('what does not fit changes nothing at all', () => {
  const library = openTestLibrary(place())
  valueOf(library.terms.change([putting('a', 'breach')]))
  const twice = concept('b', 'key', 'key')
  expect(codeOf(library.terms.change([putting('c', 'gate'), { id: 'b', now: twice }]))).toBe(
    'DOCUMENT_INVALID',
  )
  expect(codeOf(library.terms.change([putting('c', 'gate'), { id: 'x', now: null }]))).toBe(
    'TERM_UNKNOWN',
  )
  const many = Array.from({ length: MOST_CONCEPTS }, (_, at) => putting(`n${at}`, `word ${at}`))
  expect(library.terms.change(many)).toMatchObject({
    ok: false,
    error: { code: 'TERMS_FULL', params: { limit: MOST_CONCEPTS } },
  })
  expect(all(library)).toEqual([concept('a', 'breach')])
  library.close()
})

test('a damaged concept is left out of the list, and nobody writes over it unseen', () => {
  const file = place()
  const library = openTestLibrary(file)
  valueOf(library.terms.change([putting('a', 'breach'), putting('b', 'key')]))
  library.close()
  const connection = new Database(file)
  connection.exec("UPDATE concept SET json = replace(json, 'breach', 'breech') WHERE id = 'a'")
  expect(brokenSeal(connection)).toBe('concept a')
  connection.close()
  const again = openTestLibrary(file)
  expect(all(again)).toEqual([concept('b', 'key')])
  expect(codeOf(again.terms.change([putting('a', 'gate')]))).toBe('LIBRARY_DAMAGED')
  again.close()
})
