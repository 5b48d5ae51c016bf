import { expect, test } from 'vitest'
import { inflectionOf } from '../../../../locales/inflection-of.ts'
import { textLanguage } from '../../../../locales/text-language.ts'
import { pairOf } from '../../../../model/checks/translation/pair.ts'
import { weightOf } from '../../../../model/checks/translation/settings.ts'
import { termFindings } from '../../../../model/checks/translation/terms.ts'
import { plainConcept, plainTerm, type Concept } from '../../../../model/terms/concept.ts'
import { termbase } from '../../../../model/terms/termbase.ts'

function lost(
  source: string,
  target: string,
  to: string,
  from = 'en',
  concepts: readonly Concept[] = [],
) {
  const base = termbase(inflectionOf)
  for (const concept of concepts) base.put(concept)
  const pair = pairOf(
    [{ type: 'text', value: source }],
    [{ type: 'text', value: target }],
    textLanguage(from),
    textLanguage(to),
  )
  return termFindings(pair, base)
    .filter(({ rule }) => rule === 'acronym-missing')
    .map((one) => {
      expect(source.slice(one.source!.start, one.source!.end)).toBe(one.params['text'])
      return one.params['text']
    })
}

/** The acronyms of a source that its translation lost. */
test.each([
  ['nl', 'Nobody had turned on MFA.', 'Niemand had dat aangezet.', ['MFA']],
  ['nl', 'The API was behind a VPN.', 'De API stond achter een tunnel.', ['VPN']],
  ['nl', 'The API was behind a VPN.', 'De AIP stond achter een VNP.', ['API', 'VPN']],
  ['ja', 'The TLS certificate had run out.', '証明書の期限が切れていました。', ['TLS']],
  ['ja', 'Two APIs answered.', '二つのインターフェースが応答しました。', ['API']],
  ['ar', 'The DNS server did not answer.', 'لم يُجب الخادم.', ['DNS']],
  ['de', 'They asked for a 2FA code, and the 2FA code came.', 'Der Code kam.', ['2FA']],
  // Inside another word it is none.
  ['nl', 'The ID was known.', 'De video was bekend.', ['ID']],
  ['nl', 'The SSO page and the MFA page', 'De pagina van MFAX', ['SSO', 'MFA']],
])('%s: %s → %s', (to, source, target, expected) => {
  expect(lost(source, target, to)).toEqual(expected)
})

/** What looks so and is right. */
test.each([
  ['nl', 'Two APIs and their URLs', 'Twee API’s en hun url’s'],
  ['nl', 'Send the PDF by SMS.', 'Stuur het pdf-bestand per sms.'],
  ['de', 'The APIs of the VPN client', 'Die APIs des VPN-Clients'],
  ['sv', 'Two APIs were open.', 'Två API:er var öppna.'],
  ['fi', 'The API was open.', 'API:n käyttö oli mahdollista.'],
  ['ja', 'The API was open.', 'ＡＰＩが公開されていました。'],
  ['ja', 'The DNS server stopped.', 'DNSサーバーが停止しました。'],
  ['ar', 'The API was open.', 'كانت الـAPI مفتوحة.'],
  ['ar', 'By API only', 'بAPI فقط'],
  // Words in capitals.
  ['nl', 'DO NOT OPEN THE DOOR', 'OPEN DE DEUR NIET'],
  [
    'nl',
    'We said: PLEASE READ THIS NOW, and they did.',
    'Wij zeiden: lees dit nu, en dat deden ze.',
  ],
  ['nl', 'This OR that, AND soon', 'Dit of dat, en snel'],
  ['nl', 'WARNING: it is hot.', 'Let op: het is heet.'],
  // Numbers, units, money, times and zones are others’ to check.
  ['nl', 'Part II and part XIV', 'Deel 2 en deel 14'],
  ['ru', 'It took 30 MB.', 'Это заняло 30 МБ.'],
  ['nl', 'It cost EUR 500.', 'Het kostte € 500.'],
  ['nl', 'At 2:05 PM it began.', 'Om 14.05 uur begon het.'],
  ['de', 'At 14:05 CET it began.', 'Um 14:05 Uhr MEZ begann es.'],
  ['nl', 'In the US nothing happened.', 'In de VS gebeurde niets.'],
  // Names with small letters, addresses and identifiers have rules of their own.
  ['nl', 'OpenSSL and iOS, by CVE-2021-44228 and SOC2', 'Dat, volgens iets anders'],
  ['nl', 'See https://example.org/API/FAQ for it.', 'Zie de site.'],
])('nothing in %s: %s → %s', (to, source, target) => {
  expect(lost(source, target, to)).toEqual([])
})

test('from a language that shortens otherwise', () => {
  expect(lost('De AVG gold.', 'The law applied.', 'en', 'nl')).toEqual(['AVG'])
  expect(lost('APIが停止しました。', 'The interface stopped.', 'en', 'ja')).toEqual(['API'])
  expect(lost('تعطّل خادم DNS.', 'The server failed.', 'en', 'ar')).toEqual(['DNS'])
})

test('the termbase says what an acronym is called elsewhere, and what it says is its own to check', () => {
  const law = plainConcept('law', [plainTerm('en', 'GDPR'), plainTerm('nl', 'AVG')])
  expect(lost('The GDPR applies.', 'De AVG is van toepassing.', 'nl')).toEqual(['GDPR'])
  expect(lost('The GDPR applies.', 'De AVG is van toepassing.', 'nl', 'en', [law])).toEqual([])
  // `term-missing` says it there.
  expect(lost('The GDPR applies.', 'Die wet geldt.', 'nl', 'en', [law])).toEqual([])
  // It knows nothing of German.
  expect(lost('The GDPR applies.', 'Das Gesetz gilt.', 'de', 'en', [law])).toEqual(['GDPR'])
})

test('a library asks for it', () => {
  expect(weightOf('acronym-missing', {})).toBe('off')
  expect(weightOf('acronym-missing', { 'acronym-missing': 'error' })).toBe('error')
})
