import { describe, expect, it } from 'vitest'
import { localeFromInput } from '../../../renderer/i18n/locale-input.ts'

const suggested = [
  { value: 'nl', text: 'Dutch' },
  { value: 'pt-BR', text: 'Brazilian Portuguese' },
]

describe('a language that a person typed', () => {
  it.each([
    ['dutch', 'nl'],
    ['Brazilian portuguese', 'pt-BR'],
    ['PT-br', 'pt-BR'],
    [' zh-hant-hk ', 'zh-Hant-HK'],
    ['fra', 'fr'],
    ['iw', 'he'],
    ['yue', 'yue'],
  ])('%s is %s', (input, locale) => {
    expect(localeFromInput(input, suggested)).toBe(locale)
  })

  // The grammar of tags takes words of five to eight letters as languages, but no registry has any.
  it.each(['', 'german', 'klingon', 'dutc', 'nl_BE', 'n', 'x-private', 'nl--BE', '日本語'])(
    '%s is none',
    (input) => {
      expect(localeFromInput(input, suggested)).toBeNull()
    },
  )
})
