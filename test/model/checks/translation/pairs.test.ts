import { expect, test } from 'vitest'
import { textLanguage } from '../../../../locales/text-language.ts'
import { flatText, pairOf } from '../../../../model/checks/translation/pair.ts'
import { mended } from '../../../../model/checks/translation/mend.ts'
import { checkPair } from '../../../../model/checks/translation/quality.ts'
import type { QualityRule } from '../../../../model/checks/translation/rules.ts'
import type { Content, Phrasing } from '../../../../model/document/text.ts'

type Said = string | Content
const contentOf = (said: Said): Content =>
  typeof said === 'string' ? [{ type: 'text', value: said }] : said

function found(rule: QualityRule, source: Said, target: Said, to: string) {
  const pair = pairOf(contentOf(source), contentOf(target), textLanguage('en'), textLanguage(to))
  return { pair, of: checkPair(pair).filter((finding) => finding.rule === rule) }
}

const fact: Phrasing = { type: 'fact', fact: 'f', form: 'long' }
const text = (value: string): Phrasing => ({ type: 'text', value })

/** What is wrong: the rule, the language, the source, the translation, the place, and what mends it. */
type Wrong = readonly [QualityRule, string, Said, Said, string, string?]
const WRONG: readonly Wrong[] = [
  ['date-ambiguous', 'nl', 'On March 4, 2022.', 'Op 4/3/2022.', '4/3/2022'],
  ['zone-differs', 'nl', 'It began at 14:05 UTC.', 'Het begon om 14:05 uur.', ''],
  ['zone-differs', 'nl', 'It began at 14:05 UTC.', 'Het begon om 14:05 CET.', 'CET'],
  ['zone-differs', 'de', 'At 14:05 it began.', 'Um 14:05 Uhr MESZ begann es.', 'MESZ'],
  ['zone-differs', 'ja', 'At 9:00 (UTC+2) it began.', '9:00（UTC+3）に始まりました。', 'UTC+3'],
  [
    'plural-form',
    'de',
    'It took 1 hour.',
    'Es dauerte 1 Stunden.',
    'Stunden',
    'Es dauerte 1 Stunde.',
  ],
  ['plural-form', 'fr', 'It took 4 hours.', 'Il a fallu 4 heure.', 'heure', 'Il a fallu 4 heures.'],
  [
    'date-changed',
    'nl',
    'From 5 March 2023, that is, from 5 March 2023 to 8 June 2023.',
    'Vanaf 5 maart 2023, dus van 8 maart 2023 tot 5 juni 2023.',
    '8 maart 2023',
  ],
  [
    'number-word',
    'ja',
    'Nineteen servers stopped.',
    '二十五台のサーバーが停止しました。',
    '二十五',
  ],
  ['line-start', 'ja', 'In 2022 it stopped.', '、2022年に停止しました。', '、'],
  ['plural-form', 'es', 'It took 3 weeks.', 'Duró 3 semana.', 'semana', 'Duró 3 semanas.'],
  ['digits-mixed', 'ar', 'Of 12 keys, 7 were lost.', 'من ١٢ مفتاحًا فُقد 7.', '7'],
  ['token-missing', 'nl', 'We use OpenSSL here.', 'Wij gebruiken dat hier.', ''],
  [
    'code-space',
    'nl',
    [text('It held '), fact, text(' keys.')],
    [text('Er stonden'), fact, text(' sleutels in.')],
    'n\uFFFC',
  ],
  ['apostrophe-style', 'nl', 'The photos', "De foto's", "'", 'De foto’s'],
  ['dash-style', 'nl', 'The key – a copy', 'De sleutel - een kopie', '-', 'De sleutel – een kopie'],
  ['line-start', 'ja', 'It stopped.', '、停止しました。', '、'],
  [
    'space-border',
    'ja',
    'The API and the DNS server',
    'API とDNSサーバー',
    ' ',
    'APIとDNSサーバー',
  ],
  ['character-script', 'nl', 'The key was lost.', 'De ключ was zoek.', 'ключ'],
  ['capital-start', 'nl', 'Nobody read it.', 'niemand las het.', 'n', 'Niemand las het.'],
  [
    'capitals-all',
    'nl',
    'Change your password now',
    'WIJZIG NU UW WACHTWOORD',
    'WIJZIG NU UW WACHTWOORD',
  ],
  ['register-mixed', 'nl', 'Change your key if you can.', 'Wijzig uw sleutel als je kunt.', 'je'],
  ['register-mixed', 'de', 'Change your key if you can.', 'Ändern Sie das, wenn du kannst.', 'du'],
  [
    'register-mixed',
    'ja',
    'It stopped. It was short.',
    '停止しました。短時間であった。',
    'であった',
  ],
  ['sentences-differ', 'nl', 'We looked. Nobody read it.', 'We keken.', 'We keken.'],
]

const named = WRONG.map((row, at) => ({ name: `${row[0]} in ${row[1]}, ${at}`, row }))

test.each(named)('$name is found', ({ row: [rule, to, source, target, place, mend] }) => {
  const { pair, of } = found(rule, source, target, to)
  expect(of).toHaveLength(1)
  const { start, end, edits } = of[0]!
  expect(pair.there.slice(start, end)).toBe(place)
  if (mend !== undefined) expect(flatText(mended(pair.target, edits!))).toBe(mend)
})

/** What looks so and is right. */
const RIGHT: readonly (readonly [QualityRule, string, Said, Said])[] = [
  ['date-ambiguous', 'nl', 'On March 4, 2022.', 'Op 4 maart 2022.'],
  ['date-ambiguous', 'nl', 'On 3/4/2022.', 'Op 4/3/2022.'],
  ['zone-differs', 'de', 'It began at 14:05 CET.', 'Es begann um 14:05 Uhr MEZ.'],
  ['zone-differs', 'fr', 'It began at 14:05 UTC+1.', 'Cela a commencé à 14:05 CET.'],
  ['zone-differs', 'ja', 'The UTC team had 3 people.', '担当は3人です。'],
  ['plural-form', 'de', 'After 2 days', 'Nach 2 Tagen'],
  ['plural-form', 'fr', 'At 1 o’clock', 'À 1 heure'],
  ['number-word', 'ja', 'Seven staff, just in case', '万一に備え、一人一人に七名が十分に対応'],
  [
    'date-changed',
    'nl',
    'From 5 March 2023, that is, from 5 March 2023 to 8 June 2023.',
    'Vanaf 5 maart 2023, dus van 5 maart 2023 tot 8 juni 2023.',
  ],
  ['line-start', 'nl', 'A part of .5 was lost', '.5 deel was zoek'],
  ['plural-form', 'nl', 'After 2 years', 'Na 2 jaar'],
  ['plural-form', 'ru', 'More than 2 hours', 'Более 2 часов'],
  ['digits-mixed', 'ar', 'Of 12 keys in CVE-2021-44228', 'من ١٢ مفتاحًا في CVE-2021-44228'],
  ['token-missing', 'nl', 'We use OpenSSL and McGregor.', 'Wij gebruiken openssl.'],
  [
    'code-space',
    'nl',
    [text('It held ('), fact, text(').')],
    [text('Er stond ('), fact, text(').')],
  ],
  [
    'code-space',
    'ja',
    [text('It held '), fact, text(' keys.')],
    [text('鍵は'), fact, text('個です。')],
  ],
  ['line-start', 'nl', '.env was lost', '.env was zoek'],
  ['space-border', 'ja', 'The API and the DNS server', 'API と DNS サーバー'],
  ['character-script', 'ja', 'The key', 'キーと鍵のかな'],
  ['capital-start', 'nl', 'IPhones were safe.', 'iPhones waren veilig.'],
  ['capital-start', 'ja', 'Nobody read it.', '誰も読みませんでした。'],
  ['capitals-all', 'nl', 'NASA ESA JAXA know it', 'NASA ESA JAXA weten het'],
  ['register-mixed', 'nl', 'You can change your key.', 'U kunt uw sleutel wijzigen.'],
  ['register-mixed', 'de', 'They changed it.', 'Sie änderten es und ihre Schlüssel.'],
  ['sentences-differ', 'nl', 'We looked. Nobody read it.', 'We keken. Niemand las het.'],
]

test.each(RIGHT)('no %s in %s: %o → %o', (rule, to, source, target) => {
  expect(found(rule, source, target, to).of).toEqual([])
})
