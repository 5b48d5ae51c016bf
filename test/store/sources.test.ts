import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { blankPostmortem, blankSection } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import type { Content } from '../../model/document/text.ts'
import { contentHash } from '../../model/units/hash.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'

const text = (value: string): Content => [{ type: 'text', value }]

/** A postmortem with one paragraph, translated into Dutch, and what changes it. */
function made() {
  const file = join(testFolder(), 'library.afterword')
  const library = openTestLibrary(file)
  const document = blankPostmortem('en', 'An incident')
  const section = blankSection('prose', 'a0')
  const block = 'p'
  const put = (value: string): Change => ({
    type: 'block.put',
    section: section.id,
    block: {
      id: block,
      order: 'a5',
      kind: 'prose',
      audience: 'public',
      node: { type: 'paragraph', data: { id: 'p' }, children: text(value) },
    },
  })
  const translate = (from: string): Change => ({
    type: 'translation.put',
    translation: {
      unit: 'p',
      locale: 'nl',
      content: text('Een sleutel'),
      state: 'translated',
      origin: 'human',
      sourceHash: contentHash(text(from)),
      changedAt: '2026-11-01T09:00:00.000Z',
    },
  })
  valueOf(library.create({ ...document, sections: [{ ...section, blocks: [] }] }, []))
  let revision = 0
  const save = (...changes: Change[]): void => {
    revision = valueOf(library.save(document.id, revision, changes)).revision
  }
  const sources = () => valueOf(library.formerSources(document.id, 'nl'))
  return {
    file,
    library,
    id: document.id,
    section: section.id,
    block,
    put,
    translate,
    save,
    sources,
  }
}

test('what a translation was made from is kept when the source moves on, and nothing before that', () => {
  const { library, put, translate, save, sources } = made()
  save(put('A key'))
  save(put('A key, once'))
  save(translate('A key, once'))
  expect(sources()).toEqual([])
  save(put('A key, twice'))
  save(put('A key, three times'))
  const kept = {
    unit: 'p',
    sourceHash: contentHash(text('A key, once')),
    content: text('A key, once'),
  }
  expect(sources()).toEqual([kept])
  // Back, and away again: it is the same source, and stands once.
  save(put('A key, once'))
  save(put('A key, four times'))
  expect(sources()).toEqual([kept])
  library.close()
})

test('what is confirmed needs its old source no more, and the next opening lets it go', () => {
  const { file, library, put, translate, save, sources } = made()
  save(put('A key'), translate('A key'))
  save(put('Two keys'))
  expect(sources()).toHaveLength(1)
  save(translate('Two keys'))
  expect(sources()).toEqual([])
  library.close()
  openTestLibrary(file).close()
  const connection = new Database(file)
  expect(connection.prepare('SELECT count(*) FROM source').pluck().get()).toBe(0)
  connection.close()
})

test('a text that is cut and comes back changed still has what it was translated from', () => {
  const { library, block, section, put, translate, save, sources } = made()
  save(put('A key'), translate('A key'))
  save({ type: 'block.remove', block })
  save(put('Two keys'))
  expect(sources()).toMatchObject([{ content: text('A key') }])
  save(translate('Two keys'))
  save({ type: 'section.remove', section })
  expect(sources()).toMatchObject([{ content: text('Two keys') }])
  library.close()
})

test('a changed letter in it is found, and named', () => {
  const { file, library, id, put, translate, save } = made()
  save(put('A key'), translate('A key'))
  save(put('Two keys'))
  library.close()
  const connection = new Database(file)
  connection.prepare("UPDATE source SET content = replace(content, 'key', 'log')").run()
  connection.close()
  const again = openTestLibrary(file)
  const read = again.formerSources(id, 'nl')
  expect(!read.ok && read.error).toMatchObject({
    code: 'LIBRARY_DAMAGED',
    params: { row: 'source p' },
  })
  again.close()
})

test('a changed letter in what was said about a text is found, and named', () => {
  const { file, library, id, put, save } = made()
  save(put('A key'), {
    type: 'comment.put',
    comment: {
      id: 'c',
      unit: 'p',
      locale: null,
      kind: 'query',
      thread: null,
      text: 'Which key?',
      by: 'mara',
      at: '2026-11-01T09:00:00.000Z',
      resolved: null,
    },
  })
  library.close()
  const connection = new Database(file)
  connection.prepare("UPDATE comment SET json = replace(json, 'key', 'log')").run()
  connection.close()
  const again = openTestLibrary(file)
  const read = again.open(id)
  expect(!read.ok && read.error).toMatchObject({
    code: 'LIBRARY_DAMAGED',
    params: { row: 'comment c' },
  })
  again.close()
})
