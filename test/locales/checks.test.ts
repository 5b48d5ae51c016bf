import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { interfaceLocales, interfaceResources } from '../../locales/interface-words.ts'
import { ENTRY_KINDS } from '../../model/document/entry.ts'
import { RULES, SEVERITIES } from '../../model/checks/problem.ts'

/** Every sentence that a rule can ask for: the rule, and its context where it has one. */
const SENTENCES: [rule: string, context?: string][] = [
  ...RULES.map((rule): [string] => [rule]),
  ...['title', 'section', 'answer', 'value', 'when'].map((it): [string, string] => ['missing', it]),
  ...['fact', 'link', 'code', 'mark'].flatMap((it): [string, string][] => [
    ['code-missing', it],
    ['code-extra', it],
  ]),
  ['final-mark', 'extra'],
  ['mark-space', 'lacking'],
  ['mark-space', 'behind'],
  ['character-hidden', 'direction'],
  ...['section', 'headed', ...ENTRY_KINDS].map((it): [string, string] => ['empty', it]),
]
const params = {
  ...{ text: 'TEXT', fact: 'FACT', locale: 'tlh' },
  ...{ source: 'SOURCE', target: 'TARGET', expected: 'EXPECTED', other: 'OTHER' },
}

test.each(interfaceLocales())(
  'in %s every rule has its own sentence, a title and a severity',
  async (lng) => {
    const i18n = createInstance()
    await i18n.init({
      lng,
      resources: interfaceResources,
      ns: ['checks'],
      defaultNS: 'checks',
      fallbackLng: false,
      interpolation: { escapeValue: false },
    })
    const say = (key: string, options: object = {}): string =>
      i18n.t(key, options as Record<string, unknown>)
    const sentences = SENTENCES.map(([rule, context]) =>
      say(rule, { ...params, ...(context === undefined ? {} : { context }) }),
    )
    expect(new Set(sentences).size).toBe(SENTENCES.length)
    for (const [index, sentence] of sentences.entries()) {
      expect(sentence).not.toBe(SENTENCES[index]![0])
      expect(sentence).not.toContain('{{')
      expect(sentence).toMatch(/[.。]$/u)
    }
    for (const rule of ['untranslated', 'stale']) expect(say(rule, params)).toContain('TEXT')
    for (const rule of ['fact-unknown', 'fact-withheld'])
      expect(say(rule, params)).toContain('FACT')
    expect(say('labels-missing', params)).toContain('tlh')
    for (const rule of RULES) expect(i18n.exists(`titles.${rule}`), rule).toBe(true)
    for (const severity of SEVERITIES) expect(i18n.exists(`severities.${severity}`)).toBe(true)
  },
)
