import { expect, test } from 'vitest'
import sentences from '../../fixtures/sentences.json' with { type: 'json' }
import { inflectionOf } from '../../../locales/inflection-of.ts'
import { plainConcept, plainTerm } from '../../../model/terms/concept.ts'
import { termbase } from '../../../model/terms/termbase.ts'
import { SAMPLES, type Sample } from './sentences.ts'

const baseOf = ({ locale, term, partOfSpeech, caseSensitive }: Sample) => {
  const base = termbase(inflectionOf)
  const own = {
    ...plainTerm(locale, term),
    partOfSpeech: partOfSpeech ?? null,
    caseSensitive: caseSensitive ?? false,
  }
  base.put(plainConcept('one', [own]))
  return base
}

/** A text with what was found in it marked. */
const marked = (sample: Sample, text: string): string =>
  baseOf(sample)
    .find(text, sample.locale)
    .toReversed()
    .reduce(
      (out, { start, end }) => `${out.slice(0, start)}⟦${out.slice(start, end)}⟧${out.slice(end)}`,
      text,
    )

test.each(SAMPLES)('$term is found in its forms and nowhere else', (sample) => {
  const texts = [...sample.in, ...sample.notIn]
  expect(texts.map((text) => marked(sample, text.replaceAll(/[⟦⟧]/gu, '')))).toEqual(texts)
})

/** What each language says, by other tests; none of them was written for terms. */
const texts: readonly Readonly<Record<string, string>>[] = sentences

test('of the forms that we wrote down all are found, and few texts of others are taken for one', () => {
  const forms = SAMPLES.flatMap((sample) => sample.in.map((text) => ({ sample, text })))
  const recall = forms.filter(({ sample, text }) => {
    return marked(sample, text.replaceAll(/[⟦⟧]/gu, '')) === text
  }).length
  const others = SAMPLES.flatMap((sample) =>
    [
      ...sample.notIn,
      ...(sample.mistaken ?? []),
      ...SAMPLES.filter(({ locale, term }) => locale === sample.locale && term !== sample.term)
        .flatMap((other) => [...other.in, ...other.notIn])
        .map((text) => text.replaceAll(/[⟦⟧]/gu, '')),
      ...texts.flatMap((text) => text[sample.locale] ?? []),
    ].map((text) => ({ sample, text })),
  )
  const mistaken = others.filter(({ sample, text }) => marked(sample, text) !== text)
  expect([recall, forms.length]).toEqual([forms.length, forms.length])
  expect(others.length).toBeGreaterThan(300)
  const found = mistaken.map(({ sample, text }) => `${sample.term}: ${text}`)
  // A noun and a verb that look alike, and a verb made of the noun: no rule knows them apart without a dictionary.
  const wrong = [
    'log: The log holds 12,345,678 lines.',
    'log: Twenty-five engineers looked through the logs.',
    'server: Wij serveren koffie.',
  ]
  expect(found.filter((one) => !wrong.includes(one))).toEqual([
    // Here it does stand.
    'kwetsbaarheid: Twee kritieke kwetsbaarheden.',
    'kwetsbaarheid: De Kritieke kwetsbaarheid is weg.',
    'kwetsbaarheid: De kritiek was terecht, de kwetsbaarheid niet.',
    'server: Vijf servers moesten worden vervangen.',
    'server: Van de 48 servers hadden er 31 (65%) de update.',
    'Schlüssel: Der Schlüssel war bis 30.06.2024 gültig.',
    'journal: Le journal compte 12 345 678 lignes.',
    'journal: Vingt-cinq ingénieurs ont parcouru les journaux.',
    'サーバー: 5台のサーバーを交換する必要がありました。',
    'サーバー: 48台のサーバーのうち31台（65%）が更新済みでした。',
  ])
  expect(found.filter((one) => wrong.includes(one))).toEqual(wrong)
})

const many = (count: number) => {
  const base = termbase(inflectionOf)
  // One first word for a thousand terms, as in a field that has a word of its own for everything.
  for (let at = 0; at < count; at++)
    base.put(plainConcept(`c${at}`, [plainTerm('en', `security kind${at} report`)]))
  base.put(plainConcept('breach', [plainTerm('en', 'data breach'), plainTerm('ja', '情報漏えい')]))
  return base
}

test('what a text costs follows the text, and not how many terms there are', () => {
  const text = 'The security kind7 reports said little about the data breach.'
  const cost = (count: number): number => {
    const base = many(count)
    expect(base.find(text, 'en').map(({ concept }) => concept.id)).toEqual(['c7', 'breach'])
    const once = base.looked()
    base.find(`${text} ${text}`, 'en')
    expect(base.looked() - once).toBeLessThan(once * 2.5)
    return once
  }
  expect(cost(10_000)).toBe(cost(10))
})

test('an index that was built goes along with every change', () => {
  const base = many(3)
  const found = (text: string, locale = 'en') =>
    base.find(text, locale).map(({ term }) => term.text)
  expect(found('A data breach.')).toEqual(['data breach'])
  base.put(plainConcept('breach', [plainTerm('en', 'data leak')]))
  expect(found('A data breach and two data leaks.')).toEqual(['data leak'])
  expect(found('情報漏えい', 'ja')).toEqual([])
  base.remove('breach')
  expect(found('A data leak.')).toEqual([])
  expect(found('A security kind2 report.')).toEqual(['security kind2 report'])
})

test('of terms that lie over each other the longest counts, and homonyms stand together', () => {
  const base = termbase(inflectionOf)
  base.put(plainConcept('a', [plainTerm('en', 'key')]))
  base.put(plainConcept('b', [plainTerm('en', 'key management')]))
  base.put(plainConcept('c', [plainTerm('en', 'management board')]))
  base.put(plainConcept('d', [plainTerm('en', 'Key')]))
  const found = (text: string) => base.find(text, 'en').map(({ concept }) => concept.id)
  // Sixteen letters against fourteen.
  expect(found('The key management board.')).toEqual(['a', 'd', 'c'])
  expect(found('A key.')).toEqual(['a', 'd'])
  expect(found('Our key management.')).toEqual(['b'])
  const every = base.findAll('Our key management.', 'en').map(({ concept }) => concept.id)
  expect([...new Set(every)].toSorted()).toEqual(['a', 'b', 'd'])
})

test('a term of another region is none, one of no region is one everywhere', () => {
  const base = termbase(inflectionOf)
  base.put(plainConcept('us', [plainTerm('en-US', 'check')]))
  base.put(plainConcept('all', [plainTerm('en', 'bank')]))
  const found = (locale: string) =>
    base.find('A bank check.', locale).map(({ concept }) => concept.id)
  expect(found('en-US')).toEqual(['all', 'us'])
  expect(found('en-GB')).toEqual(['all'])
  expect(found('en')).toEqual(['all', 'us'])
  expect(base.find('A bank check.', 'nl')).toEqual([])
})
