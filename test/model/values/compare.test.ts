import { expect, test } from 'vitest'
import { textLanguage } from '../../../locales/text-language.ts'
import { compareValues } from '../../../model/values/compare.ts'
import { valuesIn } from '../../../model/values/read.ts'

const differences = (from: string, source: string, to: string, target: string): string =>
  compareValues(
    valuesIn(source, textLanguage(from).reader),
    valuesIn(target, textLanguage(to).reader),
    target,
  )
    .map(({ kind }) => kind)
    .join(' ')

test.each([
  ['en', 'We lost 1,234.5 GB.', 'de', 'Wir verloren 1.234,5 GB.'],
  ['en', 'On January 21, 2022 at 2:05 p.m.', 'ja', '2022年1月21日午後2時5分'],
  [
    'nl',
    'Op 21 januari 2022 waren vijf servers uit.',
    'zh-Hans',
    '2022年1月21日，5 台服务器停机。',
  ],
  ['en', '366 customers, two engineers', 'ja', '366社のお客様、2人の技術者'],
  ['en', '12,345,678 records', 'ja', '1,234万5,678件'],
  ['en', '1,234 customers at 14:05 UTC', 'ar', '١٬٢٣٤ عميلًا في الساعة ١٤:٠٥ بالتوقيت العالمي'],
  ['en', '21 January 2022', 'ar', '٢١ يناير ٢٠٢٢'],
  ['en', '２５ servers', 'en', 'twenty-five servers'],
  ['en', '25 servers', 'nl', 'vijfentwintig servers'],
  ['en', '2,345 servers', 'it', 'duemilatrecentoquarantacinque server'],
  ['en', '95 servers', 'fr', 'quatre-vingt-quinze serveurs'],
  ['en', '205 servers', 'en', 'two hundred and five servers'],
  ['en', '25 servers', 'ar', 'خمسة وعشرون خادمًا'],
  ['en', '35 servers', 'pt-BR', 'trinta e cinco servidores'],
  ['en', '25 servers', 'ja', '二十五台のサーバー'],
  ['en', '2:05 p.m.', 'de', '14.05 Uhr'],
  ['en', '10–20 hours', 'fr', '10 à 20 heures'],
  ['en', '4/5/2022', 'nl', '5-4-2022'],
  ['en', '2022-01-21T14:05Z', 'ja', '2022年1月21日14時5分'],
  ['en', 'in June 2022', 'fi', 'kesäkuussa 2022'],
  ['en', 'January 21 and 22, 2022', 'nl', '21 en 22 januari 2022'],
  ['en', 'OAuth 2.0', 'de', 'OAuth 2.0'],
  ['de-CH', '1’234.50 Franken', 'en', '1,234.50 francs'],
])('in %s “%s” says the same as in %s “%s”', (from, source, to, target) => {
  expect(differences(from, source, to, target)).toBe('')
  expect(differences(to, target, from, source)).toBe('')
})

test.each([
  ['en', 'every 2 days', 'de', 'zweitägig'],
  ['en', '12:00 a.m.', 'fr', 'à minuit'],
  ['en', 'Spring ’22', 'nl', 'lente 2022'],
])('in %s “%s” can be said in %s as “%s”', (from, source, to, target) => {
  expect(differences(from, source, to, target)).toBe('')
})

test.each([
  ['changed', 'en', '366 customers', 'nl', '356 klanten'],
  ['missing', 'en', '366 customers', 'nl', 'klanten'],
  ['extra', 'en', 'customers', 'nl', '366 klanten'],
  ['word', 'en', 'five servers', 'nl', 'vier servers'],
  ['missing', 'en', 'five servers', 'nl', 'servers'],
  ['unit', 'en', 'up 50%', 'de', 'um 50 gestiegen'],
  ['unit', 'en', '3 hours', 'nl', '3 dagen'],
  ['unit', 'en', '$10 million', 'nl', '€ 10 miljoen'],
  ['separators', 'en', '1,000 users', 'nl', '1,000 gebruikers'],
  ['separators', 'en', '8.75 percent', 'de', '8.75 Prozent'],
  ['changed', 'en', '-5 points', 'nl', '5 punten'],
  ['changed', 'en', '2:05 p.m.', 'nl', '02.05 uur'],
  ['order', 'en', '4/5/2022', 'nl', '4/5/2022'],
  ['date', 'en', 'January 21 and March 5', 'nl', '5 januari en 21 maart'],
  ['changed', 'en', 'on 5 March 2022', 'ja', '2022年5月5日'],
  ['changed', 'en', '2017, 2018 and 2017', 'nl', '2018, 2018 en 2017'],
])('%s: in %s “%s”, in %s “%s”', (kind, from, source, to, target) => {
  expect(differences(from, source, to, target)).toBe(kind)
})

test('a language that nothing is known of is read by its digits and what Intl knows', () => {
  expect(differences('en', '1,234 on 21 January', 'da', '1.234 den 21. januar')).toBe('')
  expect(differences('en', '1,234 on 21 January', 'da', '1.243 den 21. januar')).toBe('changed')
})
