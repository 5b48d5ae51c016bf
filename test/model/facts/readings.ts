import type { Fact, FactValue } from '../../../model/document/fact.ts'
import type { FactForm } from '../../../model/document/text.ts'
import type { FactWords } from '../../../model/facts/read.ts'

export const WORDS: FactWords = {
  bounds: {
    exactly: '{value}',
    'at-most': 'up to {value}',
    'at-least': 'at least {value}',
    about: '{value} or so',
  },
  timeBounds: {
    exactly: '{value}',
    'at-most': 'by {value}',
    'at-least': 'from {value}',
    about: 'around {value}',
  },
  withheld: '[withheld]',
}

export const factOf = (value: FactValue, more: Partial<Fact> = {}): Fact => ({
  id: 'fact',
  name: '',
  value,
  bound: 'exactly',
  status: 'confirmed',
  audience: 'public',
  evidence: '',
  replaces: null,
  ...more,
})

/** CLDR changes its mind about which space stands in a pattern; a reader does not see it. */
export const plainSpaces = (text: string): string => text.replace(/\s/gu, ' ')

const number = (
  value: string,
  more: { unit?: 'minute' | 'percent'; currency?: string } = {},
): FactValue => ({
  kind: 'number',
  value,
  unit: more.unit ?? null,
  currency: more.currency ?? null,
})
const day: FactValue = { kind: 'date', date: '2022-01-21' }
const month: FactValue = { kind: 'date', date: '2022-01' }
const instant: FactValue = { kind: 'instant', at: '2022-01-21T04:59Z', zone: 'UTC' }
const days = (start: string, end: string): FactValue => ({ kind: 'span', of: 'date', start, end })
const times = (start: string, end: string, zone = 'UTC'): FactValue => ({
  kind: 'span',
  of: 'instant',
  start,
  end,
  zone,
})
const minutes: FactValue = { kind: 'duration', duration: 'PT25M' }
const mixed: FactValue = { kind: 'duration', duration: 'P1DT2H25M' }
const name: FactValue = {
  kind: 'name',
  name: 'Harbour',
  locales: { ja: 'ハーバー', 'zh-Hant': '港灣' },
}

/** What a value reads as, in the long form and, where it differs, in the short one. */
export const READINGS: readonly [locale: string, value: FactValue, long: string, short?: string][] =
  [
    ['en', number('366'), '366'],
    ['en', number('12345678901234567890.1200'), '12,345,678,901,234,567,890.1200'],
    ['nl', number('12345678901234567890.12'), '12.345.678.901.234.567.890,12'],
    ['de', number('-1234.5'), '-1.234,5'],
    ['ar-EG', number('366'), '٣٦٦'],
    ['ar', number('366'), '366'],
    ['hi', number('1200000'), '12,00,000'],
    ['en', number('2.50', { unit: 'percent' }), '2.50 percent'],
    ['nl', number('2.5', { unit: 'percent' }), '2,5 procent'],
    ['en', number('1', { unit: 'minute' }), '1 minute'],
    ['pl', number('2', { unit: 'minute' }), '2 minuty'],
    ['pl', number('5', { unit: 'minute' }), '5 minut'],
    ['en', number('1200000', { currency: 'EUR' }), '€1,200,000'],
    ['nl', number('1200000.5', { currency: 'EUR' }), '€ 1.200.000,50'],
    ['ja', number('1500', { currency: 'JPY' }), '￥1,500'],

    ['en', day, 'January 21, 2022', 'January 21'],
    ['en-GB', day, '21 January 2022', '21 January'],
    ['nl', day, '21 januari 2022', '21 januari'],
    ['nl-BE', day, '21 januari 2022', '21 januari'],
    ['ja', day, '2022年1月21日', '1月21日'],
    ['ko', day, '2022년 1월 21일', '1월 21일'],
    ['ar', day, '21 يناير 2022', '21 يناير'],
    ['ar-EG', day, '٢١ يناير ٢٠٢٢', '٢١ يناير'],
    ['th', day, '21 มกราคม 2565', '21 มกราคม'],
    ['nl', month, 'januari 2022', 'januari'],
    ['ja', month, '2022年1月', '1月'],
    ['pl', month, 'styczeń 2022', 'styczeń'],
    ['en', { kind: 'date', date: '2022' }, '2022'],
    ['ja', { kind: 'date', date: '2022' }, '2022年'],

    ['en', instant, 'January 21, 2022 at 4:59 AM UTC', 'January 21 at 4:59 AM UTC'],
    ['nl', instant, '21 januari 2022 om 04:59 UTC', '21 januari om 04:59 UTC'],
    ['ja', instant, '2022年1月21日 4:59 UTC', '1月21日 4:59 UTC'],
    [
      'nl',
      { kind: 'instant', at: '2022-01-21T23:30Z', zone: 'Europe/Amsterdam' },
      '22 januari 2022 om 00:30 CET',
      '22 januari om 00:30 CET',
    ],

    ['nl', days('2022-01-16', '2022-01-21'), '16–21 januari 2022', '16–21 januari'],
    ['de', days('2022-01-16', '2022-01-21'), '16.–21. Januar 2022', '16.–21. Januar'],
    ['en', days('2022-01-16', '2022-01-21'), 'January 16 – 21, 2022', 'January 16 – 21'],
    ['ja', days('2022-01-16', '2022-01-21'), '2022年1月16日～21日', '1月16日～21日'],
    ['ja', days('2022-01-31', '2022-02-02'), '2022年1月31日～2月2日', '1月31日～2月2日'],
    ['ja', days('2021-12-31', '2022-01-02'), '2021年12月31日～2022年1月2日'],
    ['zh-Hant', days('2022-01-16', '2022-01-21'), '2022年1月16日至21日', '1月16日至21日'],
    ['ar', days('2022-01-16', '2022-01-21'), '16–21 يناير 2022', '16–21 يناير'],
    ['nl', days('2021-11-16', '2022-01-21'), '16 november 2021 – 21 januari 2022'],
    ['nl', days('2022-01', '2022-03-02'), 'januari 2022 – 2 maart 2022', 'januari – 2 maart'],
    ['nl', days('2022-01-21', '2022-01-21'), '21 januari 2022', '21 januari'],
    ['nl', days('2021', '2022'), '2021–2022'],
    [
      'en',
      times('2022-01-21T04:00Z', '2022-01-21T04:25Z'),
      'January 21, 2022, 4:00 – 4:25 AM (UTC)',
      'January 21, 4:00 – 4:25 AM (UTC)',
    ],
    [
      'ja',
      times('2022-01-21T04:00Z', '2022-01-21T04:25Z'),
      '2022年1月21日 4:00～4:25 (UTC)',
      '1月21日 4:00～4:25 (UTC)',
    ],
    [
      // The clocks changed in between, so each end keeps its own zone.
      'nl',
      times('2022-03-26T12:00Z', '2022-03-27T12:00Z', 'Europe/Amsterdam'),
      '26 maart 2022 om 13:00 CET – 27 maart 2022 om 14:00 CEST',
      '26 maart om 13:00 CET – 27 maart om 14:00 CEST',
    ],

    ['en', minutes, '25 minutes'],
    ['nl', minutes, '25 minuten'],
    ['ja', minutes, '25 分'],
    ['ar', minutes, '25 دقيقة'],
    ['en', mixed, '1 day, 2 hours, 25 minutes'],
    ['nl', mixed, '1 dag, 2 uur en 25 minuten'],
    ['en', { kind: 'duration', duration: 'PT0M' }, '0 minutes'],
    ['en', { kind: 'duration', duration: 'PT1H0M' }, '1 hour'],

    ['en', name, 'Harbour'],
    ['ja-JP', name, 'ハーバー'],
    ['zh-TW', name, '港灣'],
    ['zh-CN', name, 'Harbour'],
  ]

/** Both forms of every reading: the value, the locale, the form, and what it reads as. */
export const FORMS: readonly {
  locale: string
  value: FactValue
  form: FactForm
  text: string
}[] = READINGS.flatMap(([locale, value, long, short]) => [
  { locale, value, form: 'long' as const, text: long },
  { locale, value, form: 'short' as const, text: short ?? long },
])
