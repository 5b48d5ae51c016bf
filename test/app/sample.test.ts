import { expect, test } from 'vitest'
import * as v from 'valibot'
import { sample } from '../../electron/app/sample/sample.ts'
import { textOf } from '../../electron/app/sample/text.ts'
import { factWords, publicationWords } from '../../locales/publication-words.ts'
import { sampleTexts } from '../../locales/sample-texts.ts'
import { textLanguage } from '../../locales/text-language.ts'
import { runChecks } from '../../model/checks/run.ts'
import { subjectOf } from '../../model/checks/subject.ts'
import { qualityOf } from '../../model/checks/translation/problems.ts'
import { checkPair } from '../../model/checks/translation/quality.ts'
import { AUDIENCES } from '../../model/document/audience.ts'
import { ENTRY_KINDS } from '../../model/document/entry.ts'
import { PostmortemSchema } from '../../model/document/postmortem.ts'
import { containersOf, type Flow } from '../../model/document/prose.ts'
import { SECTION_KINDS } from '../../model/document/section.ts'
import { applyAll, type DocumentState } from '../../model/document/state.ts'
import { factsIn, plainText } from '../../model/document/text.ts'
import { TranslationSchema } from '../../model/document/translation.ts'
import { factsById, readContent } from '../../model/facts/read.ts'
import { factUsage } from '../../model/facts/usage.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { documentInLocale, progressOf, unitsInLocale } from '../../model/units/locale-view.ts'
import { unitsOf } from '../../model/units/unit.ts'

const { document, translations } = sample()
const state: DocumentState = applyAll(
  { document, translations: new Map() },
  translations.map((translation) => ({ type: 'translation.put', translation })),
)
const blocks = document.sections.flatMap((section) => section.blocks)
const labelled = (locale: string): boolean => publicationWords(locale) !== undefined

test('the sample is a valid document with valid translations', () => {
  expect(v.parse(PostmortemSchema, document)).toEqual(document)
  for (const translation of translations)
    expect(v.parse(TranslationSchema, translation)).toEqual(translation)
})

test('every id stands once, and is the same at each call', () => {
  const ids = [
    ...document.sections.map(({ id }) => id),
    ...document.workstreams.map(({ id }) => id),
    ...document.facts.map(({ id }) => id),
    ...blocks.filter(({ kind }) => kind !== 'prose').map(({ id }) => id),
    ...unitsOf(document).map(({ id }) => id),
  ]
  expect(new Set(ids).size).toBe(ids.length)
  expect(sample()).toEqual({ document, translations })
})

test('it uses every kind of section, entry and audience, and prose of many kinds', () => {
  const used = (values: readonly string[]) => [...new Set(values)].toSorted()
  expect(used(document.sections.map(({ kind }) => kind))).toEqual(SECTION_KINDS.toSorted())
  expect(used(blocks.map(({ kind }) => kind))).toEqual([...ENTRY_KINDS, 'prose'].toSorted())
  const nodes = blocks.flatMap((block): Flow[] => (block.kind === 'prose' ? [block.node] : []))
  expect(used(nodes.map(({ type }) => type))).toEqual([
    'blockquote',
    'code',
    'heading',
    'list',
    'paragraph',
    'table',
  ])
  expect(blocks.map(({ audience }) => audience)).toEqual(
    expect.arrayContaining(['public', 'customer', 'internal']),
  )
  const marks = nodes
    .flatMap((node) => [...containersOf(node)])
    .flatMap(({ children }) => children.map(({ type }) => type))
  expect(marks).toEqual(
    expect.arrayContaining(['strong', 'emphasis', 'inlineCode', 'link', 'fact', 'text']),
  )
})

test('every text in the files is a unit of the document, in each language', () => {
  const units = unitsOf(document).map(({ id }) => id.replace('sample.', ''))
  for (const [locale, texts] of sampleTexts)
    expect(
      Object.keys(texts)
        .filter((key) => !/^(note|name)\./.test(key))
        .toSorted(),
      locale,
    ).toEqual(units.toSorted())
})

test('it is complete, reviewed and up to date in Dutch and Japanese', () => {
  expect(document.locales).toEqual(['ja', 'nl'])
  for (const locale of document.locales) {
    const progress = progressOf(unitsInLocale(document, state.translations, locale))
    expect(progress).toMatchObject({ total: 106, reviewed: 106, untranslated: 0, stale: 0 })
  }
})

test('a translation names the facts that its source names, as often, and has its links and code', () => {
  const sources = new Map(unitsOf(document).map(({ id, content }) => [id, content]))
  const literals = (json: string) =>
    (json.match(/"url":"[^"]*"|"inlineCode","value":"[^"]*"/g) ?? []).toSorted()
  for (const { unit, locale, content } of translations) {
    const source = sources.get(unit)!
    expect(factsIn(content).toSorted(), `${locale} ${unit}`).toEqual(factsIn(source).toSorted())
    expect(literals(JSON.stringify(content))).toEqual(literals(JSON.stringify(source)))
  }
})

test('the checks find nothing in it, for any audience', () => {
  expect(runChecks(state, { labelled })).toEqual([])
  for (const audience of AUDIENCES) expect(runChecks(state, { labelled, audience })).toEqual([])
  const options = { settings: {}, ignored: [], language: textLanguage, check: checkPair }
  expect(qualityOf(subjectOf(state, { labelled }), options).problems).toEqual([])
})

test('every note of the authors is where it belongs, and every fact has a name', () => {
  const notes = Object.entries(sampleTexts.get('en')!).filter(([key]) => key.startsWith('note.'))
  expect(notes.length).toBeGreaterThan(20)
  const json = JSON.stringify(document)
  for (const [key, note] of notes) expect(json, key).toContain(JSON.stringify(note))
  expect(document.facts.filter(({ name }) => name === '')).toEqual([])
  expect(translations.filter(({ unit }) => /note|name\./.test(unit))).toEqual([])
})

test('every fact stands somewhere, and no fact is left as figures in a text', () => {
  const uses = factUsage(document)
  expect(document.facts.filter(({ id }) => !uses.has(id))).toEqual([])
  for (const [locale, texts] of sampleTexts)
    for (const [key, text] of Object.entries(texts).filter(([name]) => !name.startsWith('note.')))
      expect(plainText(textOf(text)), `${locale} ${key}`).not.toMatch(/366|25|2022|\b60\b|\b70\b/)
})

test('its facts read in each language as a person would write them', () => {
  const read = (locale: string, id: string): string => {
    const view = documentInLocale(document, state.translations, locale).document
    const unit = unitsOf(view).find((one) => one.id === `sample.${id}`)!
    const words = factWords(publicationWords(locale)!)
    return readContent(unit.content, factsById(view.facts), locale, words)
  }
  expect(read('en', 'findings.period')).toBe(
    'Control lasted 25 minutes without a break, on January 21, 2022.',
  )
  expect(read('nl', 'findings.period')).toBe(
    'De controle duurde 25 minuten, zonder onderbreking, op 21 januari 2022.',
  )
  expect(read('ja', 'findings.period')).toBe(
    '操作されていたのは、2022年1月21日の連続した25 分間です。',
  )
  expect(read('nl', 'response.review')).toContain('in de periode 16–21 januari 2022')
  expect(read('ja', 'response.review')).toContain('2022年1月16日～21日の期間')
  expect(read('ja', 'title')).toBe('2022年1月に発生したサポート業務委託先への不正アクセスについて')
})

test('what customers and the authors alone may see is not in the public page', () => {
  for (const locale of ['en', ...document.locales]) {
    const view = documentInLocale(document, state.translations, locale).document
    const page = JSON.stringify(documentForAudience(view, 'public'))
    for (const secret of ['response.customers', 'response.internal', 'retention', 'SEC-10'])
      expect(page).not.toContain(secret)
    expect(JSON.stringify(view)).toContain('SEC-10')
  }
})
