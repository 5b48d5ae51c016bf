import { expect, test } from 'vitest'
import { RULES } from '../../model/checks/problem.ts'
import { ERROR_CODES } from '../../model/errors/codes.ts'
import { PACKS } from './sources.ts'

const languages = [...new Set(PACKS.map(({ language }) => language))]
const namespaces = [...new Set(PACKS.map(({ namespace }) => namespace))]
const packOf = (language: string, namespace: string) =>
  PACKS.find((pack) => pack.language === language && pack.namespace === namespace)

const SUFFIX = /_(zero|one|two|few|many|other)$/
const base = (key: string) => key.replace(SUFFIX, '')
const slots = (text: string) =>
  [...text.matchAll(/{{-?\s*(\w+)/g)].map(([, name]) => name!).toSorted()

test('every language has every namespace', () => {
  expect(languages.length).toBeGreaterThanOrEqual(4)
  const missing = languages.flatMap((language) =>
    namespaces
      .filter((namespace) => packOf(language, namespace) === undefined)
      .map((namespace) => `${language}/${namespace}`),
  )
  expect(missing).toEqual([])
})

test('every language has the same strings', () => {
  const wrong = namespaces.flatMap((namespace) => {
    const keys = new Set(
      PACKS.filter((pack) => pack.namespace === namespace).flatMap(({ strings }) =>
        [...strings.keys()].map(base),
      ),
    )
    return languages.flatMap((language) => {
      const own = new Set([...(packOf(language, namespace)?.strings.keys() ?? [])].map(base))
      return [...keys]
        .filter((key) => !own.has(key))
        .map((key) => `${language}/${namespace}: ${key}`)
    })
  })
  expect(wrong).toEqual([])
})

test('a plural has the forms that its language wants, and no others', () => {
  const wrong = PACKS.flatMap(({ language, namespace, strings }) => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    const plurals = new Map<string, string[]>()
    for (const key of strings.keys())
      if (SUFFIX.test(key)) {
        const forms = plurals.get(base(key)) ?? []
        forms.push(SUFFIX.exec(key)![1]!)
        plurals.set(base(key), forms)
      }
    return (
      [...plurals]
        // i18next takes a form for none in every language, beside those of its plural rules.
        .filter(
          ([, forms]) =>
            forms
              .filter((form) => form !== 'zero' || wanted.includes('zero'))
              .toSorted()
              .join() !== wanted.join(),
        )
        .map(([key, forms]) => `${language}/${namespace}: ${key} has ${forms.join()}`)
    )
  })
  expect(wrong).toEqual([])
})

test('a string has the same slots in every language', () => {
  // A form for no, one or two things may say them in words; every other form shows the number.
  const wrong = PACKS.flatMap(({ language, namespace, strings }) =>
    [...strings].flatMap(([key, text]) => {
      const reference = packOf(languages[0]!, namespace)?.strings
      const other = reference?.get(key) ?? reference?.get(`${base(key)}_other`)
      if (other === undefined) return []
      const drop = /_(zero|one|two)$/.test(key) ? ['count'] : []
      const of = (one: string) => slots(one).filter((slot) => !drop.includes(slot))
      return of(text).join() === of(other).join() ? [] : [`${language}/${namespace}: ${key}`]
    }),
  )
  expect(wrong).toEqual([])
})

test('no string is empty', () => {
  const empty = PACKS.flatMap(({ language, namespace, strings }) =>
    [...strings]
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => `${language}/${namespace}: ${key}`),
  )
  expect(empty).toEqual([])
})

test.each([
  ['errors', ERROR_CODES],
  ['checks', RULES],
] as const)('%s has a sentence for every code', (namespace, codes) => {
  for (const language of languages) {
    const keys = [...(packOf(language, namespace)?.strings.keys() ?? [])]
    const bare = new Set(keys.map(base))
    expect(
      codes.filter((code) => !bare.has(code)),
      language,
    ).toEqual([])
  }
})

test('no sentence is kept for an error that cannot happen', () => {
  const codes: readonly string[] = ERROR_CODES
  for (const language of languages) {
    const keys = [...(packOf(language, 'errors')?.strings.keys() ?? [])].map(base)
    expect(
      keys.filter((key) => !codes.includes(key)),
      language,
    ).toEqual([])
  }
})
