import { expect, test } from 'vitest'
import { blankPostmortem, blankSection, paragraphBlock } from '../../../model/document/blank.ts'
import { stateOf } from '../../../model/document/state.ts'
import { plainText, type Content } from '../../../model/document/text.ts'
import type { Translation } from '../../../model/document/translation.ts'
import { countText } from '../../../model/measure/count.ts'
import { tally, total, type Tally } from '../../../model/measure/tally.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { unitsInLocale } from '../../../model/units/locale-view.ts'
import { unitsOf } from '../../../model/units/unit.ts'

const section = (id: string, order: string, heading: string, ...texts: readonly string[]) => ({
  ...blankSection('prose', order, heading),
  id,
  blocks: texts.map((text, at) => paragraphBlock(`a${at}`, text)),
})
const document = {
  ...blankPostmortem('en', 'A key in a log'),
  locales: ['ja'],
  sections: [
    section('one', 'a', 'What happened', 'Nobody read it.', 'We withdrew the key.'),
    section('two', 'b', 'Lessons', 'Look twice.'),
  ],
}

/** The texts of these numbers have a translation, in this state. */
function translated(state: Translation['state'], ...texts: readonly (readonly [number, string])[]) {
  const units = unitsOf(document)
  return texts.map(([at, value]): Translation => {
    const { id, content } = units[at]!
    return {
      unit: id,
      locale: 'ja',
      content: [{ type: 'text', value }],
      state,
      origin: 'human',
      sourceHash: contentHash(content),
      changedAt: '2026-11-01T10:00:00.000Z',
    }
  })
}

const count = (locale: string) => (content: Content) => countText(plainText(content), locale)

const words = (text: string): number => countText(text, 'ja').words

function tallied(translations: readonly Translation[]): readonly Tally[] {
  const state = stateOf(document, translations)
  const work = tally(
    unitsInLocale(state.document, state.translations, 'ja'),
    count('en'),
    count('ja'),
  )
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

test('units, words and characters are counted section by section, and what is confirmed of them', () => {
  const parts = tallied([
    ...translated('translated', [0, 'ログの鍵'], [2, '誰も読まなかった。']),
    ...translated('draft', [3, '鍵を取り消した。']),
  ])
  expect(parts).toEqual([
    {
      section: null,
      source: { units: 1, words: 5, characters: 10 },
      done: { units: 1, words: 5, characters: 10 },
      target: { units: 1, words: 3, characters: 4 },
    },
    {
      section: 'one',
      source: { units: 3, words: 9, characters: 12 + 13 + 17 },
      done: { units: 1, words: 3, characters: 13 },
      target: {
        units: 2,
        words: words('誰も読まなかった。') + words('鍵を取り消した。'),
        characters: 9 + 8,
      },
    },
    {
      section: 'two',
      source: { units: 2, words: 3, characters: 7 + 10 },
      done: { units: 0, words: 0, characters: 0 },
      target: { units: 0, words: 0, characters: 0 },
    },
  ])
  expect(total(parts)).toMatchObject({
    source: { units: 6, words: 17, characters: 69 },
    done: { units: 2, words: 8, characters: 23 },
    target: { units: 3, characters: 21 },
  })
})

test('what is stale is not done, though it has words', () => {
  const [title] = translated('approved', [0, 'ログの鍵'])
  const [part] = tallied([{ ...title!, sourceHash: contentHash([]) }])
  expect(part).toMatchObject({ done: { units: 0 }, target: { units: 1, characters: 4 } })
})
