import { expect, test } from 'vitest'
import { runChecks } from '../../../model/checks/run.ts'
import { unitsOf } from '../../../model/units/unit.ts'
import { blankEntry, labelled, sound, stateOf, told, translated, withBlock } from './state.ts'

const inDutch = () => {
  const document = { ...sound().document, locales: ['nl', 'ja'] }
  const all = unitsOf(document)
  const translations = all.map(({ id, content }) => translated(id, content, 'nl'))
  return { document, all, translations }
}

test('a unit without a translation is an error in each language, in reading order', () => {
  const { document } = inDutch()
  expect(told(stateOf(document))).toEqual(
    ['nl', 'ja'].flatMap((locale) =>
      ['title', 'heading', 'text'].map((field) => `untranslated error ${locale} ${field}`),
    ),
  )
})

test('a blank translation is none', () => {
  const { document, all, translations } = inDutch()
  const blank = { ...translations[1]!, content: [{ type: 'text' as const, value: ' ' }] }
  const state = stateOf(document, translations.with(1, blank))
  const problems = runChecks(state, { labelled, locale: 'nl' })
  expect(problems).toMatchObject([
    { rule: 'untranslated', unit: all[1]!.id, params: { text: 'Summary' } },
  ])
})

test('one language alone can be asked for', () => {
  const { document, translations } = inDutch()
  const state = stateOf(document, translations)
  expect(told(state, { locale: 'nl' })).toEqual([])
  expect(told(state, { locale: 'ja' })).toHaveLength(3)
  expect(told(state, { locale: 'en' })).toEqual([])
})

test('a text that changed after it was translated is warned of; joined runs and marks without text are no change', () => {
  const { document, all, translations } = inDutch()
  const pinned = translated(all[2]!.id, [{ type: 'text', value: 'The old sentence.' }], 'nl')
  expect(told(stateOf(document, translations.with(2, pinned)), { locale: 'nl' })).toEqual([
    'stale warning nl text',
  ])
  const cut = [...'Mail outage'].map((value) => ({ type: 'text' as const, value }))
  const recut = { ...document, title: { ...document.title, content: cut } }
  expect(told(stateOf(recut, translations), { locale: 'nl' })).toEqual([])
})

test('a locale without publication words cannot be published, the source included', () => {
  const { document, translations } = inDutch()
  const state = stateOf(document, translations)
  expect(told(state, { labelled: (locale) => locale === 'ja', locale: 'nl' })).toEqual([
    'labels-missing error nl -',
  ])
  expect(
    runChecks(state, { labelled: () => false })
      .filter(({ rule }) => rule === 'labels-missing')
      .map(({ locale }) => locale),
  ).toEqual(['en', 'nl', 'ja'])
})

test('a build for the public needs no translation of what only others see', () => {
  const { document } = sound()
  const remark = blankEntry('lesson', 'a0')
  const internal = withBlock(
    { ...document, locales: ['nl'] },
    {
      ...remark,
      audience: 'internal',
      text: { ...remark.text, content: [{ type: 'text', value: 'Ask legal.' }] },
    },
  )
  const shown = unitsOf(internal).filter(({ content }) => content !== remark.text.content)
  const translations = shown
    .filter(({ place }) => place.field !== 'text' || place.block !== remark.id)
    .map(({ id, content }) => translated(id, content, 'nl'))
  const state = stateOf(internal, translations)
  expect(told(state)).toEqual(['untranslated error nl text'])
  // What is left of the section is its heading, which says nothing by itself.
  expect(told(state, { audience: 'public' })).toEqual(['empty warning - heading headed'])
  expect(told(state, { audience: 'internal' })).toEqual(['untranslated error nl text'])
})

test('the structure comes first, then the languages, and the same state gives the same list', () => {
  const { document, translations } = inDutch()
  const state = stateOf(withBlock(document, blankEntry('finding', 'a0')), translations.slice(0, 2))
  const lines = told(state)
  expect(lines[0]).toBe('empty warning - statement finding')
  expect(lines.slice(1).map((line) => line.split(' ')[2])).toEqual([
    ...['nl', 'nl'],
    ...['ja', 'ja', 'ja', 'ja'],
  ])
  expect(told(state)).toEqual(lines)
})
