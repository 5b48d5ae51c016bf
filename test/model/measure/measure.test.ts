import { expect, test } from 'vitest'
import { languageData } from '../../../locales/language-data.ts'
import { blankSection, paragraphBlock } from '../../../model/document/blank.ts'
import { newId } from '../../../model/document/identifier.ts'
import { apply, stateOf } from '../../../model/document/state.ts'
import { countText } from '../../../model/measure/count.ts'
import { gradeOf, minutesToRead, readingEase } from '../../../model/measure/ease.ts'
import { createMeter, finish } from '../../../model/measure/meter.ts'
import { syllablesOf } from '../../../model/measure/syllables.ts'
import { fullDocument } from '../../fixtures/full/document.ts'

const formula = (locale: string) => languageData(locale)!.readability!

test('words and characters are those of the language', () => {
  expect(countText('It wasn’t our key – 3 times.', 'en')).toMatchObject({
    words: 6,
    characters: 22,
  })
  expect(countText('鍵が漏れた。', 'ja')).toMatchObject({ characters: 6 })
  expect(countText('Een 👩‍🔧 repareert', 'nl')).toMatchObject({ characters: 13 })
})

// Counted by hand, with the hyphenation of dictionaries at the side.
test.each([
  [
    'en',
    'a 1 key 1 the 1 was 1 table 2 attacker 3 services 3 nation 2 changes 2 used 1 started 2 access 2 customers 3 questions 2 made 1 makes 1 league 1 value 2',
  ],
  [
    'nl',
    'een 1 sleutel 2 beveiliging 4 maatregelen 4 nieuw 1 tijdlijn 2 geïnformeerd 4 klanten 2 ooit 1 reageren 4 waarschuwing 3',
  ],
  [
    'de',
    'Schlüssel 2 Häuser 2 Maßnahmen 3 Kunden 2 Untersuchung 4 zwei 1 Nation 3 wir 1 Bericht 2',
  ],
  [
    'fr',
    'le 1 clef 1 bureau 2 table 1 attaque 2 incident 3 mesures 2 réponse 2 données 2 enquête 2 nation 2',
  ],
  ['es', 'clave 2 país 2 ciudad 2 ataque 3 información 4 guía 2 día 2 cliente 2 seguridad 4'],
  ['it', 'chiave 2 sicurezza 4 attacco 3 città 2 informazione 5 più 1 buono 2'],
])('syllables are heard in %s', (locale, list) => {
  const words = [...list.matchAll(/(\S+) (\d)/g)]
  expect(words.map(([, word]) => `${word} ${syllablesOf(word!, formula(locale))}`)).toEqual(
    words.map(([pair]) => pair),
  )
})

test('reading ease is what the authors of the formulas reckon it to be', () => {
  // Ten sentences of ten words with fifteen syllables each.
  const counts = {
    words: 100,
    characters: 500,
    inSentences: { sentences: 10, words: 100, syllables: 150 },
  }
  const ease = (locale: string) => readingEase(counts, formula(locale))
  expect(ease('en')).toBeCloseTo(206.835 - 10.15 - 126.9)
  expect(ease('nl')).toBeCloseTo(206.835 - 9.3 - 115.5)
  expect(ease('de')).toBeCloseTo(180 - 10 - 87.75)
  expect(ease('fr')).toBeCloseTo(207 - 10.15 - 110.4)
  expect(ease('es')).toBeCloseTo(206.84 - 10.2 - 90)
  expect(ease('it')).toBeCloseTo(217 - 13 - 90)
  expect([29.9, 30, 65, 95].map(gradeOf)).toEqual(['veryHard', 'hard', 'plain', 'veryEasy'])
})

test('a few words have no reading ease, and headings count for none', () => {
  expect(readingEase(countText('We lost a key.', 'en', formula('en')), formula('en'))).toBe(
    undefined,
  )
  expect(countText('Impact on customers', 'en', formula('en')).inSentences.words).toBe(0)
  expect(countText('We lost it. We found it.', 'en', formula('en')).inSentences).toEqual({
    sentences: 2,
    words: 6,
    syllables: 6,
  })
})

test('reading takes whole minutes, by words or by characters', () => {
  const text = { ...countText('', 'en'), words: 1000, characters: 1000 }
  expect(minutesToRead(text, languageData('en')!.reading!)).toBe(5)
  expect(minutesToRead(text, languageData('ja')!.reading!)).toBe(3)
})

test('a meter that has followed every change says what a new one says', () => {
  let state = stateOf(fullDocument('en'), [])
  const read = (fact: string) => `fact ${fact}`
  const meter = createMeter('en', formula('en'))
  const first = finish(meter(state.document, read))
  const section = blankSection('prose', 'zz', 'One more heading')
  state = apply(state, { type: 'section.put', section })
  const block = paragraphBlock('a0', '')
  for (const text of ['We', 'We say', 'We say more.']) {
    const children = [{ type: 'text' as const, value: text }]
    state = apply(state, {
      type: 'block.put',
      section: section.id,
      block: {
        ...block,
        kind: 'prose',
        node: { type: 'paragraph', data: { id: block.id }, children },
      },
    })
    expect(finish(meter(state.document, read))).toEqual(
      finish(createMeter('en', formula('en'))(state.document, read)),
    )
  }
  expect(finish(meter(state.document, read)).words).toBe(first.words + 6)
  const [fact] = state.document.facts
  state = apply(state, { type: 'fact.put', fact: { ...fact!, name: newId() } })
  const longer = (id: string) => `${read(id)} and two more`
  expect(finish(meter(state.document, longer))).toEqual(
    finish(createMeter('en', formula('en'))(state.document, longer)),
  )
})
