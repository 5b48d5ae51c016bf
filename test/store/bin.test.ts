import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Library } from '../../electron/store/library.ts'
import { blankPostmortem, blankSection, paragraphBlock } from '../../model/document/blank.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'

const place = (): string => join(testFolder(), 'library.afterword')
const codeOf = (result: ReturnType<Library['remove']>): string =>
  result.ok ? 'ok' : result.error.code

function filled(library: Library): string {
  const document = blankPostmortem('en', 'An incident')
  const section = {
    ...blankSection('prose', 'a0', 'Background'),
    blocks: [paragraphBlock('a0', 'Text')],
  }
  valueOf(library.create({ ...document, sections: [section] }, []))
  return document.id
}

test('what is deleted is gone from the list and cannot be opened or saved, until it is brought back whole', () => {
  const library = openTestLibrary(place())
  const id = filled(library)
  const before = valueOf(library.open(id))
  valueOf(library.remove(id))
  expect(valueOf(library.list())).toEqual([])
  const opened = library.open(id)
  expect(!opened.ok && opened.error.code).toBe('POSTMORTEM_UNKNOWN')
  const saved = library.save(id, 0, [{ type: 'title.put', content: [] }])
  expect(!saved.ok && saved.error.code).toBe('POSTMORTEM_UNKNOWN')
  expect(codeOf(library.remove(id))).toBe('POSTMORTEM_UNKNOWN')
  valueOf(library.restore(id))
  expect(valueOf(library.open(id))).toEqual(before)
  library.close()
})

test('the bin is emptied when the library is opened again', () => {
  const file = place()
  const library = openTestLibrary(file)
  const gone = filled(library)
  const kept = filled(library)
  valueOf(library.remove(gone))
  library.close()
  const again = openTestLibrary(file)
  expect(codeOf(again.restore(gone))).toBe('POSTMORTEM_UNKNOWN')
  expect(valueOf(again.list()).map(({ id }) => id)).toEqual([kept])
  again.close()
})

test('a removed block leaves its translations for when it comes back', () => {
  const library = openTestLibrary(place())
  const id = filled(library)
  const section = valueOf(library.open(id)).document.sections[0]!
  const block = section.blocks[0]!
  const translation = {
    unit: block.id,
    locale: 'ja',
    content: [{ type: 'text' as const, value: '本文' }],
    state: 'reviewed' as const,
    origin: 'human' as const,
    sourceHash: '0'.repeat(64),
    changedAt: '2024-03-01T09:00:00.000Z',
  }
  valueOf(library.save(id, 0, [{ type: 'translation.put', translation }]))
  valueOf(library.save(id, 1, [{ type: 'block.remove', block: block.id }]))
  valueOf(library.save(id, 2, [{ type: 'section.remove', section: section.id }]))
  expect(valueOf(library.open(id)).translations).toEqual([translation])
  library.close()
})

test('a save on an older revision is refused and changes nothing', () => {
  const library = openTestLibrary(place())
  const id = filled(library)
  valueOf(library.save(id, 0, [{ type: 'title.put', content: [{ type: 'text', value: 'First' }] }]))
  const late = library.save(id, 0, [{ type: 'title.put', content: [] }])
  expect(!late.ok && late.error).toEqual({ code: 'REVISION_CONFLICT', params: { id } })
  const { document, revision } = valueOf(library.open(id))
  expect([document.title.content, revision]).toEqual([[{ type: 'text', value: 'First' }], 1])
  library.close()
})

test('a document in which an id stands twice is refused, not halved', () => {
  const library = openTestLibrary(place())
  const document = blankPostmortem('en', 'Twice')
  const block = paragraphBlock('a0', 'Once')
  const sections = ['a0', 'a1'].map((order) => ({
    ...blankSection('prose', order),
    blocks: [block],
  }))
  const created = library.create({ ...document, sections }, [])
  expect(!created.ok && created.error.code).toBe('DOCUMENT_INVALID')
  const shared = blankSection('prose', 'a0', 'Heading')
  const sameUnit = {
    ...shared,
    blocks: [
      {
        ...block,
        id: shared.heading.id,
        node: { ...('node' in block ? block.node : {}), data: { id: shared.heading.id } },
      },
    ],
  }
  const refused = library.create({ ...document, sections: [sameUnit] } as never, [])
  expect(!refused.ok && refused.error.code).toBe('CHANGE_REFUSED')
  expect(valueOf(library.list())).toEqual([])
  library.close()
})
