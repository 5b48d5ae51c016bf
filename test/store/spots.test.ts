import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Spot } from '../../model/contract/spot.ts'
import { blankPostmortem } from '../../model/document/blank.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'

const place = (): string => join(testFolder(), 'library.afterword')
const spot = (unit: string): Spot => ({
  unit,
  block: null,
  offset: 4,
  near: [],
  top: { id: unit, below: -12.5 },
  locale: null,
})

test('the place in each view is there after the library was closed, and is no change of the postmortem', () => {
  const file = place()
  const library = openTestLibrary(file)
  const document = blankPostmortem('en', 'An incident')
  valueOf(library.create(document, []))
  const before = valueOf(library.list())
  valueOf(library.setSpot(document.id, 'write', spot('one')))
  valueOf(library.setSpot(document.id, 'write', spot('two')))
  valueOf(library.setSpot(document.id, 'translate', spot('three')))
  expect(valueOf(library.list())).toEqual(before)
  expect(valueOf(library.open(document.id)).revision).toBe(0)
  library.close()
  const again = openTestLibrary(file)
  expect(valueOf(again.spot(document.id, 'write'))).toEqual(spot('two'))
  expect(valueOf(again.spot(document.id, 'translate'))).toEqual(spot('three'))
  again.close()
})

test('a place goes with its postmortem, and one that is not there is no mistake', () => {
  const file = place()
  const library = openTestLibrary(file)
  const document = blankPostmortem('en', 'An incident')
  valueOf(library.create(document, []))
  valueOf(library.setSpot(document.id, 'write', spot('one')))
  valueOf(library.setSpot('nobody', 'write', spot('one')))
  expect(valueOf(library.spot('nobody', 'write'))).toBeNull()
  valueOf(library.remove(document.id))
  library.close()
  openTestLibrary(file).close()
  const connection = new Database(file, { readonly: true })
  expect(connection.prepare('SELECT count(*) FROM spot').pluck().get()).toBe(0)
  connection.close()
})

test('a place that cannot be read is none', () => {
  const file = place()
  const library = openTestLibrary(file)
  const document = blankPostmortem('en', 'An incident')
  valueOf(library.create(document, []))
  valueOf(library.setSpot(document.id, 'write', spot('one')))
  library.close()
  const connection = new Database(file)
  connection.exec(`UPDATE spot SET json = '{"unit":7}'`)
  connection.close()
  const again = openTestLibrary(file)
  expect(valueOf(again.spot(document.id, 'write'))).toBeNull()
  again.close()
})
