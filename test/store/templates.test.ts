import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { brokenSeal } from '../../electron/store/seal.ts'
import { blankPostmortem, blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Result } from '../../model/errors/result.ts'
import { templateOf } from '../../model/template/own-template.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'

const place = (): string => join(testFolder(), 'library.afterword')
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)
const template = templateOf(
  {
    ...blankPostmortem('en', 'An incident'),
    sections: [
      {
        ...blankSection('summary', 'a0', 'In short'),
        blocks: [paragraphBlock('a0', 'It began with a page.')],
      },
    ],
  },
  { texts: true },
)

test('a template is there after the library was closed, under the name that it was given last', () => {
  const file = place()
  const library = openTestLibrary(file)
  const id = valueOf(library.addTemplate('Short', template))
  valueOf(library.renameTemplate(id, 'Short form'))
  library.close()
  const again = openTestLibrary(file)
  expect(valueOf(again.templates())).toEqual([{ id, name: 'Short form', template }])
  expect(valueOf(again.openTemplate(id))).toEqual(template)
  again.close()
})

test('no two templates have one name, whatever its case', () => {
  const library = openTestLibrary(place())
  const first = valueOf(library.addTemplate('Short', template))
  expect(codeOf(library.addTemplate('SHORT', template))).toBe('TEMPLATE_NAME_TAKEN')
  const second = valueOf(library.addTemplate('Long', template))
  expect(codeOf(library.renameTemplate(second, 'Short'))).toBe('TEMPLATE_NAME_TAKEN')
  valueOf(library.renameTemplate(first, 'SHORT'))
  library.close()
})

test('a deleted template comes back until the library is opened again, unless its name has gone to another', () => {
  const file = place()
  const library = openTestLibrary(file)
  const id = valueOf(library.addTemplate('Short', template))
  valueOf(library.removeTemplate(id))
  expect(valueOf(library.templates())).toEqual([])
  expect(codeOf(library.openTemplate(id))).toBe('TEMPLATE_UNKNOWN')
  expect(codeOf(library.removeTemplate(id))).toBe('TEMPLATE_UNKNOWN')
  const other = valueOf(library.addTemplate('Short', template))
  expect(codeOf(library.restoreTemplate(id))).toBe('TEMPLATE_NAME_TAKEN')
  valueOf(library.removeTemplate(other))
  valueOf(library.restoreTemplate(id))
  expect(valueOf(library.openTemplate(id))).toEqual(template)
  library.close()
  const again = openTestLibrary(file)
  expect(valueOf(again.templates()).map((one) => one.id)).toEqual([id])
  expect(codeOf(again.restoreTemplate(other))).toBe('TEMPLATE_UNKNOWN')
  again.close()
})

test('a damaged template is named as such and takes no other along', () => {
  const file = place()
  const library = openTestLibrary(file)
  const damaged = valueOf(library.addTemplate('Damaged', template))
  const sound = valueOf(library.addTemplate('Sound', template))
  library.close()
  const connection = new Database(file)
  connection
    .prepare("UPDATE template SET json = replace(json, 'In short', 'in short') WHERE id = ?")
    .run(damaged)
  expect(brokenSeal(connection)).toBe(`template ${damaged}`)
  connection.close()
  const again = openTestLibrary(file)
  expect(valueOf(again.templates()).map((one) => [one.id, one.template === undefined])).toEqual([
    [damaged, true],
    [sound, false],
  ])
  expect(again.openTemplate(damaged)).toMatchObject({
    error: { code: 'LIBRARY_DAMAGED', params: { row: `template ${damaged}` } },
  })
  // A name would seal it anew and hide the damage.
  expect(codeOf(again.renameTemplate(damaged, 'Mended'))).toBe('LIBRARY_DAMAGED')
  valueOf(again.removeTemplate(damaged))
  again.close()
})
