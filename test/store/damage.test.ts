import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { brokenSeal, seal } from '../../electron/store/seal.ts'
import { blankPostmortem, blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import { contentHash } from '../../model/units/hash.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'

function made() {
  const file = join(testFolder(), 'library.afterword')
  const library = openTestLibrary(file)
  const damaged = blankPostmortem('en', 'To be damaged')
  const sound = blankPostmortem('en', 'Sound')
  const section = blankSection('prose', 'a0', 'Background')
  const block = paragraphBlock('a0', 'It began at nine.')
  const changes: Change[] = [
    { type: 'section.put', section },
    { type: 'block.put', section: section.id, block },
    {
      type: 'workstream.put',
      workstream: { id: 'w1', order: 'a0', name: { id: 'w1-name', content: [] } },
    },
    {
      type: 'fact.put',
      fact: {
        id: 'f1',
        name: 'Tenants',
        value: { kind: 'number', value: '366', unit: null, currency: null },
        bound: 'at-most',
        status: 'potential',
        audience: 'public',
        evidence: '',
        replaces: null,
      },
    },
    {
      type: 'translation.put',
      translation: {
        unit: block.id,
        locale: 'nl',
        content: [{ type: 'text', value: 'Het begon om negen uur.' }],
        state: 'draft',
        origin: 'human',
        sourceHash: contentHash([]),
        changedAt: '2024-03-01T09:00:00.000Z',
      },
    },
  ]
  for (const document of [damaged, sound]) {
    valueOf(library.create(document, []))
    valueOf(library.save(document.id, 0, changes))
  }
  library.close()
  return { file, damaged: damaged.id, sound: sound.id, section: section.id, block: block.id }
}

const tamper = (file: string, statement: string, ...parameters: string[]): void => {
  const connection = new Database(file)
  connection.prepare(statement).run(...parameters)
  connection.close()
}

test.each([
  ['block', 'json', (ids: ReturnType<typeof made>) => ids.block],
  ['section', 'json', (ids: ReturnType<typeof made>) => ids.section],
  ['workstream', 'json', () => 'w1'],
  ['fact', 'json', () => 'f1'],
  ['translation', 'content', (ids: ReturnType<typeof made>) => `${ids.block} nl`],
] as const)('one changed letter in a %s is found, and named', (table, column, name) => {
  const ids = made()
  tamper(
    ids.file,
    `UPDATE ${table} SET ${column} = replace(${column}, 'e', 'a') WHERE postmortem = ?`,
    ids.damaged,
  )
  const library = openTestLibrary(ids.file)
  expect(library.open(ids.damaged)).toEqual({
    ok: false,
    error: {
      code: 'LIBRARY_DAMAGED',
      params: { file: ids.file, row: `${table} ${name(ids)}` },
    },
  })
  expect(valueOf(library.open(ids.sound)).document.id).toBe(ids.sound)
  library.close()
})

test('a damaged postmortem is listed as such, and keeps nobody from the others', () => {
  const ids = made()
  tamper(ids.file, 'UPDATE postmortem SET head = ? WHERE id = ?', '{"version":', ids.damaged)
  const library = openTestLibrary(ids.file)
  const listed = valueOf(library.list())
  expect(listed.find(({ id }) => id === ids.damaged)?.head).toBeUndefined()
  expect(listed.find(({ id }) => id === ids.sound)?.head?.id).toBe(ids.sound)
  const opened = library.open(ids.damaged)
  expect(!opened.ok && opened.error.params['row']).toBe(`postmortem ${ids.damaged}`)
  library.close()
})

test('a row with a good seal that no schema accepts is named too', () => {
  const ids = made()
  const connection = new Database(ids.file)
  const json = JSON.stringify({ id: ids.block, order: 'a0', kind: 'prose' })
  connection
    .prepare('UPDATE block SET json = ?, hash = ? WHERE postmortem = ? AND id = ?')
    .run(json, seal([ids.damaged, ids.block, ids.section, json]), ids.damaged, ids.block)
  connection.close()
  const again = openTestLibrary(ids.file)
  const opened = again.open(ids.damaged)
  expect(!opened.ok && opened.error).toEqual({
    code: 'LIBRARY_DAMAGED',
    params: { file: ids.file, row: `block ${ids.block}` },
  })
  again.close()
})

test('the whole library is looked through for a broken seal', () => {
  const ids = made()
  const look = (): string | undefined => {
    const connection = new Database(ids.file)
    const found = brokenSeal(connection)
    connection.close()
    return found
  }
  expect(look()).toBeUndefined()
  tamper(ids.file, 'UPDATE fact SET position = 7 WHERE postmortem = ?', ids.damaged)
  expect(look()).toBe('fact f1')
})
