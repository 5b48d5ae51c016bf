import { expect, test } from 'vitest'
import { js2xliff, xliff2js } from 'xliff'
import { wordsFor } from '../../../electron/app/words.ts'
import { contentOf } from '../../../electron/exchange/bilingual/content.ts'
import { knownCodes } from '../../../electron/exchange/bilingual/code.ts'
import { mergeReturned } from '../../../electron/exchange/bilingual/merge.ts'
import { outgoing } from '../../../electron/exchange/bilingual/outgoing.ts'
import { readXliff } from '../../../electron/exchange/xliff/read.ts'
import { writeXliff } from '../../../electron/exchange/xliff/write.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { valueOf } from '../../fixtures/library.ts'
import { fullDocument, fullTranslations } from './full.ts'

const NOW = '2026-05-01T08:00:00.000Z'
const document = fullDocument()
const translations = fullTranslations()

test.each(document.locales)(
  'another implementation reads our file in %s and writes it again, and every unit comes back with its words and codes',
  async (locale) => {
    const out = outgoing(document, translations, locale, 'internal', wordsFor)
    const written = await js2xliff(await xliff2js(writeXliff(out)), { indent: '' })
    // It knows no original data, and a reference to data that is not there is invalid: codes come back by number alone.
    const bytes = new TextEncoder().encode(written.replace(/ dataRef(Start)?="[^"]*"/g, ''))
    const [back] = valueOf(readXliff({ name: 'back.xlf', bytes }))
    expect(back!.units.map(({ id }) => id)).toEqual(out.units.map(({ id }) => id))
    for (const [index, { id, source, translation }] of out.units.entries()) {
      const content = translation?.content ?? []
      const target = contentOf(back!.units[index]!.target ?? [], knownCodes(source, content))
      expect(target && contentHash(target), id).toBe(contentHash(content))
    }
    const { changes, report } = mergeReturned(document, translations, back!, NOW)
    expect(changes).toEqual([])
    expect(report).toMatchObject({ kept: [], drifted: [], codes: [], unknown: [], missing: [] })
  },
)
