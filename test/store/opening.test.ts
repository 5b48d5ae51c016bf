import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, makeDurable } from '../../electron/store/connection.ts'
import { openLibrary } from '../../electron/store/library.ts'
import { VERSION } from '../../electron/store/migrate.ts'
import { blankPostmortem } from '../../model/document/blank.ts'
import { openTestLibrary, testClock, testFolder, valueOf } from '../fixtures/library.ts'
import { bundled, runNode } from '../fixtures/processes.ts'

const clock = testClock()
const place = (): string => join(testFolder(), 'library.afterword')
const codeOf = (file: string, readOnly = false): string => {
  const opened = openLibrary(file, { clock, readOnly })
  if (!opened.ok) return opened.error.code
  opened.value.close()
  return 'ok'
}

/** A library with one postmortem in it, closed. */
function made(file = place()): { file: string; id: string } {
  const library = openTestLibrary(file)
  const document = blankPostmortem('en', 'An incident')
  valueOf(library.create(document, []))
  library.close()
  return { file, id: document.id }
}

const tamper = (file: string, statement: string): void => {
  const connection = new Database(file)
  connection.exec(statement)
  connection.close()
}

let holder: Awaited<ReturnType<typeof bundled>>
beforeAll(async () => {
  holder = await bundled('hold')
})
afterAll(() => holder.remove())

test('a library is made where there is none, with its folder, for this person alone', () => {
  const file = join(testFolder(), 'new', 'library.afterword')
  const library = openTestLibrary(file)
  expect(library.fresh).toBe(true)
  // Windows has no such bits; there the person's own folder keeps others out.
  const bits = process.platform === 'win32' ? 0 : 0o077
  for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & bits).toBe(0)
  library.close()
  const again = openTestLibrary(file)
  expect(again.fresh).toBe(false)
  again.close()
})

test('a commit is flushed to the disk whatever better-sqlite3 was built with', () => {
  const connection = connect(place())
  makeDurable(connection)
  expect(connection.pragma('synchronous', { simple: true })).toBe(2)
  expect(connection.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(connection.pragma('trusted_schema', { simple: true })).toBe(0)
  connection.close()
})

test('a second process is refused while the first has the library, and let in when it has gone', async () => {
  const { file } = made()
  const first = runNode(holder.file, file)
  await first.until('held')
  expect(codeOf(file)).toBe('LIBRARY_IN_USE')
  expect(codeOf(file, true)).toBe('LIBRARY_IN_USE')
  first.child.kill('SIGKILL')
  await first.ended
  expect(codeOf(file)).toBe('ok')
})

test('a library of a later version is left alone, and can be read', () => {
  const { file, id } = made()
  tamper(file, `PRAGMA user_version = ${VERSION + 1}`)
  const before = readFileSync(file)
  const opened = openLibrary(file, { clock })
  expect(opened).toEqual({
    ok: false,
    error: { code: 'LIBRARY_NEWER', params: { file, version: VERSION + 1, supported: VERSION } },
  })
  expect(readFileSync(file).equals(before)).toBe(true)

  const library = openTestLibrary(file, { readOnly: true })
  expect(library.readOnly).toBe(true)
  expect(valueOf(library.open(id)).document.id).toBe(id)
  const saved = library.save(id, 0, [{ type: 'title.put', content: [] }])
  expect(!saved.ok && saved.error.code).toBe('LIBRARY_READ_ONLY')
  library.close()
})

test('what a later version wrote in another shape is newer, not damaged', () => {
  const { file, id } = made()
  tamper(file, `UPDATE postmortem SET head = '{"version":2}'; PRAGMA user_version = ${VERSION + 1}`)
  const library = openTestLibrary(file, { readOnly: true })
  const read = library.open(id)
  expect(!read.ok && read.error.code).toBe('LIBRARY_NEWER')
  library.close()
  tamper(file, 'DROP TABLE unit; DROP TABLE translation')
  expect(codeOf(file, true)).toBe('LIBRARY_NEWER')
})

test('a file that is something else is not written to', () => {
  const text = place()
  writeFileSync(text, 'Notes about an incident.\n'.repeat(100))
  expect(codeOf(text)).toBe('LIBRARY_DAMAGED')
  expect(readFileSync(text, 'utf8')).toMatch(/^Notes/)
  const other = place()
  tamper(other, 'CREATE TABLE contact (name TEXT)')
  const before = readFileSync(other)
  expect(codeOf(other)).toBe('LIBRARY_UNREADABLE')
  expect(readFileSync(other).equals(before)).toBe(true)
  const folder = testFolder()
  expect(codeOf(folder)).toBe('LIBRARY_UNREADABLE')
})

test('a file that was cut short is damaged', () => {
  const { file } = made()
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)))
  expect(codeOf(file)).toBe('LIBRARY_DAMAGED')
})

test('a library that was moved, deleted or replaced while it was open takes no more saves', () => {
  for (const disturb of [
    (file: string) => renameSync(file, `${file}.moved`),
    (file: string) => rmSync(file),
    (file: string) => {
      writeFileSync(`${file}.other`, readFileSync(file))
      renameSync(`${file}.other`, file)
    },
  ]) {
    const { file, id } = made()
    const library = openTestLibrary(file)
    disturb(file)
    const saved = library.save(id, 0, [{ type: 'title.put', content: [] }])
    expect(!saved.ok && saved.error.code).toBe('LIBRARY_MOVED')
    const created = library.create(blankPostmortem('en', 'Another'), [])
    expect(!created.ok && created.error.code).toBe('LIBRARY_MOVED')
    library.close()
  }
})

test('an older library that is only read stays as it is, to the byte', () => {
  const { file, id } = made()
  tamper(
    file,
    'PRAGMA user_version = 1; ALTER TABLE postmortem DROP COLUMN deleted_at; DROP TABLE settings; DROP TABLE past; DROP TABLE version; DROP TABLE template; DROP TABLE asset; DROP TABLE spot; DROP INDEX translation_unit; ALTER TABLE translation DROP COLUMN score; ALTER TABLE translation DROP COLUMN author; ALTER TABLE translation DROP COLUMN confirmed; DROP TABLE source; DROP TABLE comment; DROP INDEX block_position; ALTER TABLE block DROP COLUMN position; DROP TABLE memory_tokens; DROP TABLE memory; DROP TABLE memory_file; DROP TABLE ignored; DROP TABLE weight; DROP TABLE concept; DROP TABLE release; DROP TABLE theme; DROP TABLE font',
  )
  const before = readFileSync(file)
  const library = openTestLibrary(file, { readOnly: true })
  expect(valueOf(library.open(id)).document.id).toBe(id)
  library.close()
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a read-only opening makes no library', () => {
  const file = place()
  expect(codeOf(file, true)).toBe('LIBRARY_UNREADABLE')
  expect(existsSync(file)).toBe(false)
})
