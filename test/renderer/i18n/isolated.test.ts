import { afterEach, expect, it } from 'vitest'
import { words } from '../../../renderer/i18n/i18n.ts'
import { isolated } from '../../../renderer/i18n/isolated.ts'

afterEach(() => words.changeLanguage('en'))

it('a text in a sentence of the other direction is set apart, and one of the same is left as it is', async () => {
  const given = { text: 'On …, an intruder…', count: 2 }
  expect(isolated(given)).toEqual(given)
  const arabic = 'في 3 مارس…'
  expect(isolated({ text: arabic })).toEqual({ text: `\u2068${arabic}\u2069` })
  await words.changeLanguage('ar')
  expect(isolated(given)).toEqual({ text: `\u2068${given.text}\u2069`, count: 2 })
})
