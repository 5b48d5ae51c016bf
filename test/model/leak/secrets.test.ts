import { expect, test } from 'vitest'
import { finder } from '../../../model/leak/finder.ts'
import { secretsOf } from '../../../model/leak/secrets.ts'
import { squeeze, squeezeBytes } from '../../../model/leak/squeeze.ts'

const secrets = (hidden: readonly string[], visible: readonly string[] = []) =>
  secretsOf(
    hidden.map((text) => ({ what: 'remark', text })),
    visible,
  )
const finds = (hidden: string, text: string, visible: readonly string[] = []): boolean =>
  secrets([hidden], visible).find(squeeze(text)) !== undefined

const REMARK = 'The duty officer had been asleep since midnight and nobody called the second one.'

test('a hidden text is found whole and in parts, wherever the part begins', () => {
  expect(finds(REMARK, `Before. ${REMARK} After.`)).toBe(true)
  expect(finds(REMARK, 'What we know: nobody called the second one, it seems.')).toBe(true)
  expect(finds(REMARK, 'officer had been asleep')).toBe(true)
  expect(finds(REMARK, 'The officer called nobody.')).toBe(false)
})

test('it is found whatever a format made of its signs', () => {
  const ligature = 'The ﬁle of the oﬃce was taken away'
  expect(finds('The file of the office was taken away', ligature)).toBe(true)
  expect(finds(REMARK, 'THE DUTY\nOFF\u00ADICER HAD BEEN A-\nSLEEP SINCE')).toBe(true)
  expect(finds(REMARK, '\u202Bduty offi\u200Bcer had \u200Fbeen as leep since\u202C')).toBe(true)
  expect(finds(REMARK, '\uFF44\uFF55\uFF54\uFF59 officer had been asleep')).toBe(true)
  expect(
    finds('La clé était sous le paillasson', 'la cle\u0301 e\u0301tait sous le pail\u00ADlasson'),
  ).toBe(true)
  expect(finds('当直の担当者は真夜中から眠っていた', '担当者は真夜\n中から')).toBe(true)
  expect(finds('كان الموظف المناوب نائمًا منذ منتصف الليل', 'الموظف المناوب نائما منذ')).toBe(true)
})

test('what stands in public as well is no secret, and what only resembles it is one', () => {
  expect(finds(REMARK, REMARK, [`They said: “${REMARK}”`])).toBe(false)
  const half = 'The duty officer had been asleep since midnight.'
  expect(finds(REMARK, half, [half])).toBe(false)
  expect(finds(REMARK, `${half} Nobody called the second one.`, [half])).toBe(true)
})

test('short words, numbers and dates are no secret by themselves, names and tickets are', () => {
  for (const common of [
    'Yes',
    'Summary',
    '4,711',
    '2022',
    '21 January 2022',
    '14:05',
    'No data',
    '10%',
  ])
    expect(finds(common, `A text with ${common} in it, and background colours`), common).toBe(false)
  expect(finds('Anna Kowalczyk', 'Owner: Anna Kowalczyk')).toBe(true)
  expect(finds('SEC-4711', 'See SEC-4711.')).toBe(true)
  expect(finds('They came in by db02prod and left', 'host=db02prod')).toBe(true)
  expect(finds('10.20.3.17', 'from 10.20.3.17 on')).toBe(true)
  expect(finds('10.20.3.17', '10.20 3.17 Td 102031.7')).toBe(false)
  expect(finds('anna@example.org', 'mailto:anna@example.org')).toBe(true)
  expect(finds('山田太郎', '担当: 山田太郎')).toBe(true)
})

test('in bytes that are no text short stretches may stand by chance and long ones may not', () => {
  const bytes = (text: string) => Buffer.from(squeezeBytes(Buffer.from(text))).toString('latin1')
  expect(secrets(['SEC-4711']).find(bytes('\x01SEC-4711\xFF'), 10)).toBeUndefined()
  expect(secrets([REMARK]).find(bytes(`\x01${REMARK}\xFF`), 10)).toBeDefined()
  const wide = Buffer.from(REMARK, 'utf16le')
  const squeezed = Buffer.from(squeezeBytes(wide)).toString('latin1')
  expect(secrets([REMARK]).find(squeezed, 10)).toBeDefined()
})

/** By definition: NFKD, lower case with one form of sigma, no marks, a point between digits, letters and digits. */
const squeezedByDefinition = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(/(\p{N})\.(?=\p{N})/gu, '$1\uE000')
    .replace(/[^\p{L}\p{N}\uE000]+/gu, '')

test('a text is squeezed as it is defined, whatever stands in it', () => {
  let seed = 4711
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const kinds = [
    () => 0x20 + random(0x5f),
    () => 0x30 + random(10),
    () => '.'.codePointAt(0)!,
    () => random(0x3000),
    () => random(0x1_00_00),
    () => 0x1_00_00 + random(0x2_00_00),
  ]
  const texts = [
    'ﷺ 1.2.3 a.1 1.a ⒈2 ①.② ½.5 İı ﬁ Å한글 x\u0301 1\u00AD.\u200B2 𝟏.𝟐 𝐀 \uD800 \uDC00a',
    'ΛΟΓΟΣ λόγος',
    'x'.repeat(70_000),
    ...Array.from({ length: 3000 }, () =>
      String.fromCodePoint(...Array.from({ length: 40 }, () => kinds[random(kinds.length)]!())),
    ),
  ]
  for (const text of texts)
    expect(squeeze(text), JSON.stringify(text)).toBe(squeezedByDefinition(text))
  expect(squeeze('ΛΟΓΟΣ')).toBe(squeeze('λόγος'))
})

test('the finder finds what a search for each needle by itself finds', () => {
  const letters = 'abc'
  let seed = 7
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >>> 8) % below
  }
  const word = (length: number): string =>
    Array.from({ length }, () => letters[random(letters.length)]).join('')
  const needles = new Set(Array.from({ length: 300 }, () => word(4 + random(12))))
  const text = word(20_000)
  const found = finder()
  for (const needle of needles) found.add(needle)
  expect(found.size).toBe(needles.size)
  const expected = [...needles].filter((needle) => text.includes(needle)).toSorted()
  expect(expected.length).toBeGreaterThan(50)
  expect([...new Set(found.find(text))].toSorted()).toEqual(expected)
  for (const needle of expected) found.remove(needle)
  expect([...found.find(text)]).toEqual([])
})
