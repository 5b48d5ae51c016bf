import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { blankPostmortem } from '../../model/document/blank.ts'
import type { Translation } from '../../model/document/translation.ts'
import { contentHash } from '../../model/units/hash.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'

const place = (): string => join(testFolder(), 'library.afterword')
const text = (value: string) => [{ type: 'text' as const, value }]

/** A library with one postmortem, whose title is translated. */
function made() {
  const file = place()
  const library = openTestLibrary(file)
  const document = { ...blankPostmortem('en', '366 customers'), locales: ['nl'] }
  const translation: Translation = {
    unit: document.title.id,
    locale: 'nl',
    content: text('365 klanten'),
    state: 'translated',
    origin: 'human',
    sourceHash: contentHash(document.title.content),
    changedAt: '2022-04-19T12:00:00.000Z',
  }
  valueOf(library.create(document, [translation]))
  const problem = { unit: document.title.id, locale: 'nl', rule: 'number-changed' as const }
  return { file, library, document, translation, problem }
}

test('what was set aside is there after the library was closed, with its reason and the texts it holds for', () => {
  const { file, library, document, translation, problem } = made()
  valueOf(library.ignoreProblem(document.id, { ...problem, reason: 'One is ours.' }))
  library.close()
  const again = openTestLibrary(file)
  expect(valueOf(again.checks(document.id)).ignored).toMatchObject([
    {
      ...problem,
      reason: 'One is ours.',
      sourceHash: contentHash(document.title.content),
      targetHash: contentHash(translation.content),
    },
  ])
  valueOf(again.heedProblem(document.id, problem))
  expect(valueOf(again.checks(document.id)).ignored).toEqual([])
  again.close()
})

test('nothing can be set aside where nothing is translated', () => {
  const { library, document, problem } = made()
  for (const wrong of [{ unit: 'nobody' }, { locale: 'ja' }])
    expect(
      library.ignoreProblem(document.id, { ...problem, ...wrong, reason: 'Why not' }),
    ).toMatchObject({ ok: false, error: { code: 'CHANGE_REFUSED' } })
  library.close()
})

test('weights are the library’s, and only those that were set', () => {
  const { file, library } = made()
  expect(valueOf(library.checkSettings())).toEqual({})
  valueOf(library.setCheckSettings({ 'quote-style': 'off', 'number-changed': 'error' }))
  valueOf(library.setCheckSettings({ 'number-changed': 'error' }))
  library.close()
  const again = openTestLibrary(file)
  expect(valueOf(again.checkSettings())).toEqual({ 'number-changed': 'error' })
  again.close()
})

test.each([
  ['ignored', "UPDATE ignored SET reason = 'Another'"],
  ['weight', "UPDATE weight SET weight = 'off'"],
])('a changed row of %s is noticed', (_, change) => {
  const { file, library, document, problem } = made()
  valueOf(library.ignoreProblem(document.id, { ...problem, reason: 'One is ours.' }))
  valueOf(library.setCheckSettings({ 'number-changed': 'error' }))
  library.close()
  const connection = new Database(file)
  connection.exec(change)
  connection.close()
  const again = openTestLibrary(file)
  expect(again.checks(document.id)).toMatchObject({
    ok: false,
    error: { code: 'LIBRARY_DAMAGED' },
  })
  again.close()
})

test('what was set aside goes with its postmortem', () => {
  const { file, library, document, problem } = made()
  valueOf(library.ignoreProblem(document.id, { ...problem, reason: 'One is ours.' }))
  valueOf(library.remove(document.id))
  library.close()
  openTestLibrary(file).close()
  const connection = new Database(file, { readonly: true })
  expect(connection.prepare('SELECT count(*) FROM ignored').pluck().get()).toBe(0)
  connection.close()
})
