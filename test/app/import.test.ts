import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readBytes } from '../../electron/app/file.ts'
import type { EventPayload } from '../../model/contract/events.ts'
import { plainText } from '../../model/document/text.ts'
import { stateOf } from '../../model/document/state.ts'
import { progressOf, unitsInLocale } from '../../model/units/locale-view.ts'
import { fail } from '../../model/errors/result.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'

const TEXTS = join(dirname(fileURLToPath(import.meta.url)), '../fixtures/exchange')
const place = (): string => join(testFolder(), 'library.afterword')

test('a file becomes a postmortem, and the same text in another language its translation', async () => {
  const core = await openTestCore(place())
  const changed: EventPayload<'postmortem.changed'>[] = []
  core.on('postmortem.changed', (event) => changed.push(event))
  const { id } = valueOf(
    await core.call('import.document', { path: join(TEXTS, 'depot-nl.txt'), locale: 'nl' }, 'cli'),
  )
  const path = join(TEXTS, 'depot-ja.txt')
  const { report } = valueOf(
    await core.call('import.translation', { path, id: id!, locale: 'ja' }, 'cli'),
  )
  expect(report).toMatchObject({ kept: 0, sourceOnly: [], targetOnly: [] })
  const opened = valueOf(await core.call('postmortem.open', { id: id! }, 'cli'))
  expect(opened.document.locales).toEqual(['ja'])
  const { document, translations } = stateOf(opened.document, opened.translations)
  const progress = progressOf(unitsInLocale(document, translations, 'ja'))
  expect(progress).toMatchObject({ total: report!.aligned, translated: report!.aligned, stale: 0 })
  expect(opened.translations.every(({ origin }) => origin === 'imported')).toBe(true)
  expect(changed).toEqual([{ id, revision: 1, session: null }])
})

test('a second import changes nothing that is the same, and nothing that a person wrote', async () => {
  const core = await openTestCore(place())
  const { id } = valueOf(
    await core.call('import.document', { path: join(TEXTS, 'depot-nl.txt'), locale: 'nl' }, 'cli'),
  )
  const input = { path: join(TEXTS, 'depot-ja.txt'), id: id!, locale: 'ja' }
  valueOf(await core.call('import.translation', input, 'cli'))
  const opened = valueOf(await core.call('postmortem.open', { id: id! }, 'cli'))
  valueOf(await core.call('import.translation', input, 'cli'))
  expect(valueOf(await core.call('postmortem.open', { id: id! }, 'cli'))).toEqual(opened)

  const mine = {
    ...opened.translations[0]!,
    content: [{ type: 'text' as const, value: '私の文' }],
    origin: 'human' as const,
  }
  const changes = [{ type: 'translation.put' as const, translation: mine }]
  valueOf(await core.call('postmortem.save', { id: id!, base: opened.revision, changes }, 'cli'))
  const { report } = valueOf(await core.call('import.translation', input, 'cli'))
  expect(report?.kept).toBe(1)
  const { translations } = valueOf(await core.call('postmortem.open', { id: id! }, 'cli'))
  expect(plainText(translations.find(({ unit }) => unit === mine.unit)!.content)).toBe('私の文')
})

test('what is no text, no file or the wrong language is refused by name', async () => {
  const core = await openTestCore(place())
  const folder = testFolder()
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const code = async (path: string) => {
    const result = await core.call('import.document', { path, locale: 'en' }, 'cli')
    return result.ok ? 'ok' : result.error.code
  }
  expect(await code(join(folder, 'none.txt'))).toBe('FILE_NOT_FOUND')
  expect(await code(folder)).toBe('FILE_UNREADABLE')
  expect(await code(file('empty.txt', ' \n'))).toBe('FILE_EMPTY')
  expect(await code(file('image.txt', new Uint8Array([137, 80, 78, 71, 0, 1, 2])))).toBe(
    'FILE_NOT_TEXT',
  )
  expect(await code(file('sheet.xlsx', 'x'))).toBe('FORMAT_UNKNOWN')
  expect(valueOf(await core.call('library.list', {}, 'cli'))).toEqual([])

  const path = file('text.txt', 'A title\n\nA sentence that stands alone.\n')
  const { id } = valueOf(await core.call('import.document', { path, locale: 'en' }, 'cli'))
  expect(await core.call('import.translation', { path, id: id!, locale: 'en' }, 'cli')).toEqual(
    fail('LOCALE_TAKEN', { locale: 'en' }),
  )
  expect(
    await core.call('import.translation', { path, id: 'nobody', locale: 'nl' }, 'cli'),
  ).toEqual(fail('POSTMORTEM_UNKNOWN', { id: 'nobody' }))
})

test('a file over the limit is not read', async () => {
  const folder = testFolder()
  mkdirSync(join(folder, 'sub'))
  const path = join(folder, 'large')
  writeFileSync(path, new Uint8Array(1024 * 1024 + 1))
  expect(await readBytes(path, 1024 * 1024)).toEqual(
    fail('FILE_TOO_LARGE', { file: path, limit: 1 }),
  )
})
