import { expect, test } from 'vitest'
import { languageData } from '../../../locales/language-data.ts'
import { settingFor } from '../../../model/typography/typed.ts'

/** A text typed key by key in a language, each key set as the editor does. */
function typed(locale: string, keys: string): string {
  const language = languageData(locale)!.typography
  let text = ''
  for (const key of keys) {
    const setting = settingFor(text, key, language)
    text =
      setting === undefined
        ? text + key
        : text.slice(0, text.length - setting.remove) + setting.insert
  }
  return text
}

test.each([
  ['en', `"We said 'no'," he said.`, '“We said ‘no’,” he said.'],
  ['en', `It wasn't the customers' fault.`, 'It wasn’t the customers’ fault.'],
  ['en', `("a" "b")`, '(“a” “b”)'],
  ['nl', `'s Ochtends zei ze: "dat was 't wel".`, '’s Ochtends zei ze: “dat was ’t wel”.'],
  ['nl', `De 'sleutel' lag in m'n log.`, 'De ‘sleutel’ lag in m’n log.'],
  ['de', `"Das war's, 'so' war es" `, '„Das war’s, ‚so‘ war es“ '],
  ['sv', `"Ja" `, '”Ja” '],
  ['ja', `"鍵"`, '「鍵」'],
])('in %s, quotation marks and apostrophes are the language’s own', (locale, keys, text) => {
  expect(typed(locale, keys)).toBe(text)
})

test('French sets spaces inside its quotations and before its high marks, where one was typed or not', () => {
  const n = '\u00A0'
  const t = '\u202F'
  expect(typed('fr', 'Il a dit : "Quoi ?" ')).toBe(`Il a dit${n}: «${n}Quoi${t}?${n}» `)
  expect(typed('fr', 'Il dit " oui " ')).toBe(`Il dit «${n}oui${n}» `)
  expect(typed('fr', 'Quoi? Rien; 25 % ')).toBe(`Quoi${t}? Rien${t}; 25${n}% `)
  expect(typed('fr', "L'accès à https://example.org:8443/?a=b ")).toBe(
    'L’accès à https://example.org:8443/?a=b ',
  )
  expect(typed('fr', 'à 12:30 ')).toBe('à 12:30 ')
})

test('hyphens become dashes between words and between spaces, and nowhere else', () => {
  expect(typed('en', 'It failed--twice')).toBe('It failed—twice')
  expect(typed('en', 'It failed - twice')).toBe('It failed – twice')
  expect(typed('nl', 'Het ging mis -- twee keer')).toBe('Het ging mis – twee keer')
  expect(typed('en', 'Run backup --all on 2022-01-21 with -v')).toBe(
    'Run backup --all on 2022-01-21 with -v',
  )
})

test('three full stops become an ellipsis, more stay', () => {
  expect(typed('en', 'Wait...')).toBe('Wait…')
  expect(typed('ja', '待って...')).toBe('待って……')
  expect(typed('en', 'see ../log')).toBe('see ../log')
})

test('what is being written as code stays as it is typed', () => {
  expect(typed('en', 'Run `echo "a" --b...` "now"')).toBe('Run `echo "a" --b...` “now”')
})

test('a fact before the mark ends a word like any other', () => {
  const { typography } = languageData('en')!
  expect(settingFor('“\u{FFFC}', '"', typography)).toEqual({ remove: 0, insert: '”' })
})
