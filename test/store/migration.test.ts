import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { backupFolder, backUp } from '../../electron/store/backup.ts'
import { APPLICATION_ID, connect, headerOf } from '../../electron/store/connection.ts'
import { openLibrary } from '../../electron/store/library.ts'
import { migrate, MIGRATIONS, VERSION } from '../../electron/store/migrate.ts'
import { brokenSeal } from '../../electron/store/seal.ts'
import { blankPostmortem } from '../../model/document/blank.ts'
import { plainText } from '../../model/document/text.ts'
import { NO_FACE, NO_FONTS } from '../../model/theme/font.ts'
import { themeOfLook } from '../../model/theme/theme.ts'
import { templateOf } from '../../model/template/own-template.ts'
import { openTestLibrary, testClock, testFolder, valueOf } from '../fixtures/library.ts'

const HERE = dirname(fileURLToPath(import.meta.url))
const clock = testClock()

/** A library as version 1 of the app left it, from its statements. */
function versionOne(): string {
  const file = join(testFolder(), 'library.afterword')
  const connection = new Database(file)
  connection.exec(readFileSync(join(HERE, '../fixtures/library-1.sql'), 'utf8'))
  connection.close()
  return file
}

const backupsOf = (file: string): string[] => readdirSync(backupFolder(file)).toSorted()

test('the first migration makes the tables of a library', () => {
  const connection = connect(join(testFolder(), 'library.afterword'))
  migrate(connection, 1)
  expect(headerOf(connection)).toMatchObject({ applicationId: APPLICATION_ID, version: 1 })
  const tables = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
  expect(tables).toEqual([
    'block',
    'fact',
    'postmortem',
    'section',
    'translation',
    'unit',
    'workstream',
  ])
  connection.close()
})

test('the second migration adds settings and the bin to a library of version 1, and keeps what is in it', () => {
  const file = versionOne()
  const library = openTestLibrary(file)
  const [listed] = valueOf(library.list())
  const { document, translations, revision } = valueOf(library.open(listed!.id))
  expect(plainText(document.title.content)).toBe('The night the mail stood still')
  expect(document.sections.map(({ blocks }) => blocks.length)).toEqual([2, 1])
  expect(revision).toBe(3)
  expect(translations.map(({ locale, state }) => [locale, state])).toEqual([['nl', 'reviewed']])
  valueOf(library.setSettings({ interfaceLocale: 'ja', theme: 'dark', last: null }))
  expect(valueOf(library.settings()).interfaceLocale).toBe('ja')
  valueOf(library.remove(document.id))
  valueOf(library.restore(document.id))
  library.close()
  const connection = new Database(file)
  expect(headerOf(connection).version).toBe(VERSION)
  expect(brokenSeal(connection)).toBeUndefined()
  connection.close()
})

test('the third migration gives each postmortem of a library of version 2 its first version, after a backup', () => {
  const file = versionOne()
  const connection = connect(file)
  migrate(connection, 2)
  expect(headerOf(connection).version).toBe(2)
  connection.close()
  const library = openTestLibrary(file)
  expect(backupsOf(file).map((name) => name.split('.').at(-2))).toEqual(['v2'])
  const { id, changedAt } = valueOf(library.list())[0]!
  const before = valueOf(library.open(id))
  expect(valueOf(library.versions(id))).toEqual([
    { number: 1, since: changedAt, at: changedAt, author: '', name: null, changed: 0 },
  ])
  valueOf(library.save(id, before.revision, [{ type: 'title.put', content: [] }]))
  expect(valueOf(library.versions(id)).map(({ number, changed }) => [number, changed])).toEqual([
    [2, 1],
    [1, 0],
  ])
  expect(valueOf(library.openVersion(id, 1)).document).toEqual(before.document)
  library.close()
  const raised = new Database(file)
  expect(brokenSeal(raised)).toBeUndefined()
  raised.close()
})

test('the fourth migration makes room for own templates in a library of version 3, and keeps what is in it', () => {
  const file = versionOne()
  const connection = connect(file)
  migrate(connection, 3)
  expect(headerOf(connection).version).toBe(3)
  connection.close()
  const library = openTestLibrary(file)
  const before = valueOf(library.open(valueOf(library.list())[0]!.id))
  expect(valueOf(library.templates())).toEqual([])
  const template = templateOf(before.document, { texts: true })
  const id = valueOf(library.addTemplate('Mail', template))
  expect(valueOf(library.openTemplate(id))).toEqual(template)
  expect(valueOf(library.open(before.document.id))).toEqual(before)
  library.close()
  const raised = new Database(file)
  expect(brokenSeal(raised)).toBeUndefined()
  raised.close()
})

test('the seventh migration seals the translations of a library of version 6 anew, but for those whose seal is broken', () => {
  const file = versionOne()
  const connection = connect(file)
  migrate(connection, 6)
  expect(brokenSeal(connection)).toBeUndefined()
  connection
    .prepare(
      `INSERT INTO translation SELECT postmortem, 'ja', unit, replace(content, 'e', 'a'), state, origin, source_hash,
         changed_at, blank, hash FROM translation`,
    )
    .run()
  migrate(connection)
  expect(brokenSeal(connection)).toBe('translation p2')
  connection.prepare("DELETE FROM translation WHERE locale = 'ja'").run()
  expect(brokenSeal(connection)).toBeUndefined()
  connection.close()
  const library = openTestLibrary(file)
  const { document, revision, translations } = valueOf(library.open(valueOf(library.list())[0]!.id))
  const [before] = translations
  expect(before).toMatchObject({ state: 'reviewed', origin: 'human' })
  const translation = {
    ...before!,
    state: 'approved' as const,
    origin: 'memory' as const,
    score: 102,
    confirmed: [{ type: 'text' as const, value: 'Geen bericht ging verloren.' }],
    by: 'mara',
  }
  valueOf(library.save(document.id, revision, [{ type: 'translation.put', translation }]))
  expect(valueOf(library.open(document.id)).translations).toEqual([translation])
  expect(valueOf(library.list())[0]!.progress[0]!.progress).toMatchObject({ approved: 1 })
  library.close()
})

test('before a migration there is a backup, which opens and holds the same', () => {
  const file = versionOne()
  openTestLibrary(file).close()
  const backups = backupsOf(file)
  expect(backups).toHaveLength(1)
  const copy = new Database(join(backupFolder(file), backups[0]!))
  expect(headerOf(copy)).toMatchObject({ applicationId: APPLICATION_ID, version: 1 })
  expect(copy.prepare('SELECT count(*) FROM block').pluck().get()).toBe(3)
  expect(brokenSeal(copy)).toBeUndefined()
  copy.close()
  // Opened again, there is nothing to migrate and nothing to back up.
  openTestLibrary(file).close()
  expect(backupsOf(file)).toEqual(backups)
})

test('where the backup cannot be made, the library stays as it is', () => {
  const file = versionOne()
  const before = readFileSync(file)
  // A file where the folder should be.
  writeFileSync(backupFolder(file), '')
  const opened = openLibrary(file, { clock })
  expect(!opened.ok && opened.error.code).toBe('BACKUP_FAILED')
  rmSync(backupFolder(file))
  const connection = new Database(file)
  expect(headerOf(connection).version).toBe(1)
  connection.close()
  expect(readFileSync(file).subarray(100).equals(before.subarray(100))).toBe(true)
})

test('a migration that fails leaves the version before it, whole', () => {
  const file = versionOne()
  const connection = connect(file)
  // The second migration makes a table of this name.
  connection.exec('CREATE TABLE settings (other TEXT)')
  expect(() => migrate(connection)).toThrow('settings')
  expect(headerOf(connection).version).toBe(1)
  const columns = connection.pragma('table_info(postmortem)') as { name: string }[]
  expect(columns.map(({ name }) => name)).not.toContain('deleted_at')
  connection.close()
})

test('the twelfth migration adds the themes of pages, and their rows are sealed', () => {
  const file = versionOne()
  const connection = connect(file)
  migrate(connection, 11)
  connection.close()
  const library = openTestLibrary(file)
  expect(valueOf(library.themes())).toEqual([])
  const id = valueOf(library.saveTheme({ name: 'House', theme: themeOfLook('ledger') }))
  library.close()
  const later = connect(file)
  expect(brokenSeal(later)).toBeUndefined()
  later.prepare("UPDATE theme SET json = replace(json, 'ledger', 'spine')").run()
  expect(brokenSeal(later)).toBe(`theme ${id}`)
  later.close()
  const again = openTestLibrary(file)
  expect(again.openTheme(id)).toMatchObject({ error: { code: 'LIBRARY_DAMAGED' } })
})

test('the thirteenth migration adds the fonts of themes, which stay for as long as a theme has them', () => {
  const file = versionOne()
  const connection = connect(file)
  migrate(connection, 12)
  connection.close()
  const library = openTestLibrary(file)
  const put = (family: string) =>
    valueOf(library.putFont({ family, style: 'Bold', bytes: Buffer.from(family) }))
  const [kept, left] = [put('Kept'), put('Left')]
  const fonts = { ...NO_FONTS, headings: { ...NO_FACE, bold: kept } }
  const theme = { ...themeOfLook('ledger'), fonts }
  valueOf(library.saveTheme({ name: 'House', theme }))
  expect(valueOf(library.hasFont(left.font))).toBe(true)
  library.close()
  const again = openTestLibrary(file)
  expect(valueOf(again.font(kept.font)).toString()).toBe('Kept')
  expect(again.font(left.font)).toMatchObject({ error: { code: 'FONT_MISSING' } })
  again.close()
  const later = connect(file)
  expect(brokenSeal(later)).toBeUndefined()
  later.prepare("UPDATE font SET content = CAST('Bent' AS BLOB)").run()
  later.close()
  expect(openTestLibrary(file).font(kept.font)).toMatchObject({
    error: { code: 'LIBRARY_DAMAGED' },
  })
})

test('every version has its migration', () => {
  expect(MIGRATIONS).toHaveLength(VERSION)
  const files = readdirSync(join(HERE, '../../electron/store/migrations')).toSorted()
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(MIGRATIONS.map((_, at) => at + 1))
})

test('the last five backups of a library are kept, and those of its neighbours', () => {
  const folder = testFolder()
  const file = join(folder, 'library.afterword')
  const other = openTestLibrary(join(folder, 'other.afterword'))
  valueOf(other.backUp())
  const library = openTestLibrary(file)
  valueOf(library.create(blankPostmortem('en', 'An incident'), []))
  const made = Array.from({ length: 7 }, () => valueOf(library.backUp()))
  const kept = made.slice(-5).map((path) => basename(path))
  expect(backupsOf(file).filter((name) => name.startsWith('library.'))).toEqual(kept)
  expect(backupsOf(file).filter((name) => name.startsWith('other.'))).toHaveLength(1)
  library.close()
  other.close()
})

test('a backup holds what only the log of the library holds', () => {
  const library = openTestLibrary(join(testFolder(), 'library.afterword'))
  const document = blankPostmortem('en', 'Not in the main file yet')
  valueOf(library.create(document, []))
  const copy = openTestLibrary(valueOf(library.backUp()))
  expect(valueOf(copy.open(document.id)).document).toEqual(document)
  copy.close()
  library.close()
})

test('a library with a damaged page gets no backup that pretends to be one', () => {
  const file = versionOne()
  const bytes = readFileSync(file)
  // The second page and those after it: the schema on the first stays readable.
  bytes.fill(0xff, 4096, 4096 * 3)
  writeFileSync(file, bytes)
  const connection = new Database(file)
  expect(() => backUp(connection, file, clock())).toThrow('BACKUP_FAILED')
  connection.close()
  expect(backupsOf(file)).toEqual([])
})
