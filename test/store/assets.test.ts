import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { connect, headerOf } from '../../electron/store/connection.ts'
import type { Library } from '../../electron/store/library.ts'
import { migrate } from '../../electron/store/migrate.ts'
import { brokenSeal } from '../../electron/store/seal.ts'
import { blankFigure, blankPostmortem, blankSection } from '../../model/document/blank.ts'
import { newId } from '../../model/document/identifier.ts'
import type { Asset } from '../../model/image/image.ts'
import { readImage } from '../../model/image/read.ts'
import { png } from '../fixtures/images.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'

const place = (): string => join(testFolder(), 'library.afterword')
const imageOf = (colour: readonly [number, number, number]) =>
  valueOf(readImage({ name: 'a.png', bytes: new Uint8Array(png(4, 3, [], colour)) }))
const put = (library: Library, colour: readonly [number, number, number] = [1, 2, 3]): Asset =>
  valueOf(library.putAsset(imageOf(colour)))

/** A postmortem with one figure. */
function withFigure(library: Library, asset: Asset) {
  const section = { ...blankSection('prose', 'a0', 'Images'), blocks: [blankFigure(asset, 'a0')] }
  const document = { ...blankPostmortem('en', 'An incident'), sections: [section] }
  valueOf(library.create(document, []))
  return { id: document.id, section: section.id, block: section.blocks[0]!.id }
}

const isThere = (library: Library, { id }: Asset): boolean => library.asset(id).ok

test('the fifth migration adds images to a library of version 4, and keeps what is in it', () => {
  const file = place()
  const connection = connect(file)
  migrate(connection, 4)
  expect(headerOf(connection).version).toBe(4)
  connection.close()
  const library = openTestLibrary(file)
  const asset = put(library)
  const { id } = withFigure(library, asset)
  library.close()
  const raised = new Database(file)
  expect(brokenSeal(raised)).toBeUndefined()
  raised.close()
  const again = openTestLibrary(file)
  expect(valueOf(again.open(id)).document.sections[0]!.blocks[0]).toMatchObject({
    kind: 'figure',
    asset: asset.id,
    width: 4,
    height: 3,
  })
  again.close()
})

test('an image is known by the hash of its bytes, and the same one stands once', () => {
  const library = openTestLibrary(place())
  const first = put(library)
  expect(put(library)).toEqual(first)
  const { content, ...asset } = valueOf(library.asset(first.id))
  expect(asset).toEqual(first)
  expect(createHash('sha256').update(content).digest('hex')).toBe(first.id)
  const unknown = library.asset('0'.repeat(64))
  expect(!unknown.ok && unknown.error.code).toBe('IMAGE_MISSING')
  library.close()
})

test('an image that nothing refers to goes when the library is next opened, and not before', () => {
  const file = place()
  const library = openTestLibrary(file)
  const [used, unused] = [put(library, [1, 1, 1]), put(library, [2, 2, 2])]
  withFigure(library, used)
  expect(isThere(library, unused)).toBe(true)
  library.close()
  const again = openTestLibrary(file)
  expect([isThere(again, used), isThere(again, unused)]).toEqual([true, false])
  again.close()
})

test('an image stays as long as a version of a document or a copy of it has it', () => {
  const file = place()
  const library = openTestLibrary(file)
  const asset = put(library)
  const figure = withFigure(library, asset)
  // A copy, as a duplicate is made: everything but the postmortem's id is the same.
  const copy = { ...valueOf(library.open(figure.id)).document, id: newId() }
  valueOf(library.create(copy, []))
  valueOf(library.save(figure.id, 0, [{ type: 'block.remove', block: figure.block }]))
  valueOf(library.remove(copy.id))
  library.close()
  // The bin is emptied; only the first document's past has the image now.
  const second = openTestLibrary(file)
  expect(isThere(second, asset)).toBe(true)
  const before = valueOf(second.openVersion(figure.id, 1)).document
  expect(before.sections[0]!.blocks[0]).toMatchObject({ asset: asset.id })
  valueOf(second.remove(figure.id))
  second.close()
  const third = openTestLibrary(file)
  expect(isThere(third, asset)).toBe(false)
  third.close()
})

test('an image whose bytes are not those of its hash is damaged, and says which', () => {
  const file = place()
  const library = openTestLibrary(file)
  const asset = put(library)
  withFigure(library, asset)
  library.close()
  const connection = new Database(file)
  connection.prepare('UPDATE asset SET content = ?').run(Buffer.from('other'))
  connection.close()
  const again = openTestLibrary(file)
  const read = again.asset(asset.id)
  expect(!read.ok && read.error).toMatchObject({
    code: 'LIBRARY_DAMAGED',
    params: { row: `asset ${asset.id}` },
  })
  again.close()
})

test('a backup has the images', () => {
  const library = openTestLibrary(place())
  const asset = put(library)
  withFigure(library, asset)
  const copy = openTestLibrary(valueOf(library.backUp()))
  expect(valueOf(copy.asset(asset.id))).toEqual(valueOf(library.asset(asset.id)))
  copy.close()
  library.close()
})
