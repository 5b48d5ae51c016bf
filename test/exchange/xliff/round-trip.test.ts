import { expect, test } from 'vitest'
import { sample } from '../../../electron/app/sample/sample.ts'
import { wordsFor } from '../../../electron/app/words.ts'
import { mergeReturned } from '../../../electron/exchange/bilingual/merge.ts'
import { outgoing } from '../../../electron/exchange/bilingual/outgoing.ts'
import { parseXml } from '../../../electron/exchange/xml/parse.ts'
import { readXliff } from '../../../electron/exchange/xliff/read.ts'
import { validate } from '../../../electron/exchange/xliff/validate.ts'
import { writeXliff } from '../../../electron/exchange/xliff/write.ts'
import { AUDIENCES } from '../../../model/document/audience.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import type { Translation } from '../../../model/document/translation.ts'
import { unitsOf } from '../../../model/units/unit.ts'
import { valueOf } from '../../fixtures/library.ts'
import { fullDocument, fullTranslations } from './full.ts'

const NOW = '2026-05-01T08:00:00.000Z'
const file = (text: string) => ({ name: 'back.xlf', bytes: new TextEncoder().encode(text) })

function again(document: Postmortem, text: string): Translation[] {
  const [returned] = valueOf(readXliff(file(text)))
  const { changes, report } = mergeReturned(document, [], returned!, NOW)
  expect(report).toMatchObject({ kept: [], drifted: [], codes: [], unknown: [], missing: [] })
  return changes.flatMap((one) => (one.type === 'translation.put' ? [one.translation] : []))
}

const SUBJECTS = [
  ['the sample', sample()],
  ['the full fixture', { document: fullDocument(), translations: fullTranslations() }],
] as const

for (const [name, { document, translations }] of SUBJECTS)
  for (const locale of document.locales)
    test(`${name} in ${locale} goes out, comes back into an empty library and goes out again, byte for byte`, () => {
      const first = writeXliff(outgoing(document, translations, locale, 'internal', wordsFor))
      expect(validate(valueOf(parseXml(first, 'out.xlf')))).toEqual([])
      const taken = again(document, first)
      expect(taken.length).toBeGreaterThan(20)
      const second = writeXliff(outgoing(document, taken, locale, 'internal', wordsFor))
      expect(second).toBe(first)
    })

test('every unit of the document is in the file of those inside, and no more than they may see in that of others', () => {
  const { document, translations } = SUBJECTS[1][1]
  const counts = AUDIENCES.map(
    (audience) => outgoing(document, translations, 'ja', audience, wordsFor).units.length,
  )
  expect(counts.at(-1)).toBe(unitsOf(document).length)
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  expect(counts[0]).toBeLessThan(counts.at(-1)!)
})
