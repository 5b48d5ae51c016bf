import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Change } from '../../model/document/change.ts'
import { blankPostmortem, blankSection } from '../../model/document/blank.ts'
import { MOST } from '../../model/document/limits.ts'
import { ordersBetween } from '../../model/document/order.ts'
import { apply, type DocumentState } from '../../model/document/state.ts'
import { progressOf, unitsInLocale } from '../../model/units/locale-view.ts'
import { allUnits } from '../../model/units/unit.ts'
import { change } from '../fixtures/changes.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'

const flat = (state: DocumentState) =>
  [...state.translations.values()]
    .flatMap((units) => [...units.values()])
    .toSorted((a, b) => (`${a.locale} ${a.unit}` < `${b.locale} ${b.unit}` ? -1 : 1))

/** What the model makes of a save, or undefined where the whole would not be a document. */
function predict(state: DocumentState, changes: readonly Change[]): DocumentState | undefined {
  let now = state
  for (const one of changes) {
    if (one.type === 'block.put' && !now.document.sections.some(({ id }) => id === one.section))
      return undefined
    now = apply(now, one)
  }
  const { document } = now
  const ids = [...allUnits(document)].map(({ id }) => id)
  const locales = [document.sourceLocale, ...document.locales]
  const distinct = new Set(ids).size === ids.length && new Set(locales).size === locales.length
  return distinct ? now : undefined
}

test('whatever is saved, the library holds what the model says, and a refused save leaves no trace', () => {
  const file = join(testFolder(), 'library.afterword')
  const seen = { saved: 0, refused: 0 }
  let library = openTestLibrary(file)
  fc.assert(
    fc.property(
      fc.array(fc.array(change, { minLength: 1, maxLength: 8 }), { maxLength: 12 }),
      (saves) => {
        let state: DocumentState = {
          document: { ...blankPostmortem('en', 'An incident'), locales: ['nl', 'ja'] },
          translations: new Map(),
        }
        const { id } = state.document
        valueOf(library.create(state.document, []))
        let revision = 0
        for (const changes of saves) {
          const next = predict(state, changes)
          const saved = library.save(id, revision, changes)
          expect(saved.ok).toBe(next !== undefined)
          const said = saved.ok ? 'saved' : saved.error.code
          expect(['saved', 'CHANGE_REFUSED', 'LOCALE_TAKEN']).toContain(said)
          if (saved.ok) revision = saved.value.revision
          seen[saved.ok ? 'saved' : 'refused']++
          state = next ?? state
          const stored = valueOf(library.open(id))
          expect(stored.document).toEqual(state.document)
          expect(stored.translations).toEqual(flat(state))
          expect(stored.comments).toEqual(
            [...(state.comments?.values() ?? [])].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          )
          expect(stored.revision).toBe(revision)
          const listed = valueOf(library.list()).find((one) => one.id === id)!
          expect(listed.progress).toEqual(
            state.document.locales.map((locale) => ({
              locale,
              progress: progressOf(unitsInLocale(state.document, state.translations, locale)),
            })),
          )
        }
        library.close()
        library = openTestLibrary(file)
        expect(valueOf(library.open(id)).document).toEqual(state.document)
      },
    ),
    { numRuns: 60 },
  )
  library.close()
  // Both ways were walked, or the property says nothing.
  expect(seen.saved).toBeGreaterThan(50)
  expect(seen.refused).toBeGreaterThan(20)
})

test('what is more than a document holds is refused by its name, and what stands there stays', () => {
  const library = openTestLibrary(join(testFolder(), 'library.afterword'))
  const document = blankPostmortem('en', 'An incident')
  valueOf(library.create(document, []))
  const sections = (count: number): Change[] =>
    ordersBetween(null, null, count).map((order) => ({
      type: 'section.put',
      section: blankSection('prose', order),
    }))
  expect(library.save(document.id, 0, sections(MOST.sections))).toMatchObject({ ok: true })
  expect(library.save(document.id, 1, sections(1))).toEqual({
    ok: false,
    error: { code: 'SECTIONS_FULL', params: { limit: MOST.sections } },
  })
  expect(valueOf(library.open(document.id)).document.sections).toHaveLength(MOST.sections)
})
