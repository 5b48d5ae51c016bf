import { expect, test } from 'vitest'
import { sample } from '../../electron/app/sample/sample.ts'
import { headingsIn } from '../../electron/app/headings.ts'
import { wordsFor } from '../../electron/app/words.ts'
import { mergeReturned } from '../../electron/exchange/bilingual/merge.ts'
import { outgoing } from '../../electron/exchange/bilingual/outgoing.ts'
import { normalRuns } from '../../electron/exchange/docx/notation.ts'
import { readDocx } from '../../electron/exchange/docx/read.ts'
import { writeDocx } from '../../electron/exchange/docx/write.ts'
import { contentHash } from '../../model/units/hash.ts'
import { unitsOf } from '../../model/units/unit.ts'
import { valueOf } from '../fixtures/library.ts'
import { fullDocument, fullTranslations } from './xliff/full.ts'

const NOW = '2026-05-01T08:00:00.000Z'
const SUBJECTS = [
  ['the sample', sample()],
  ['the full fixture', { document: fullDocument(), translations: fullTranslations() }],
] as const

for (const [name, { document, translations }] of SUBJECTS)
  for (const locale of document.locales)
    test(`${name} in ${locale}: what was not touched in the table changes nothing, and an empty library gets it back`, async () => {
      const out = outgoing(document, translations, locale, 'internal', wordsFor)
      const bytes = await writeDocx(out, headingsIn(document.sourceLocale, locale, 'x'))
      const [back] = valueOf(await readDocx({ name: 'back.docx', bytes }))
      expect(back).toMatchObject({ postmortem: document.id, locale, audience: 'internal' })
      const clean = { kept: [], drifted: [], codes: [], unknown: [], missing: [] }
      const here = mergeReturned(document, translations, back!, NOW, normalRuns)
      expect(here.report).toMatchObject({ ...clean, taken: 0 })
      expect(here.changes).toEqual([])
      const anew = mergeReturned(document, [], back!, NOW, normalRuns)
      const sources = new Map(unitsOf(document).map(({ id, content }) => [id, content]))
      const hashes = new Map(
        anew.changes.flatMap((one) =>
          one.type === 'translation.put'
            ? [[one.translation.unit, contentHash(one.translation.content)]]
            : [],
        ),
      )
      const ours = translations.filter(
        (one) => one.locale === locale && one.content.length > 0 && sources.has(one.unit),
      )
      expect(ours.length).toBeGreaterThan(20)
      for (const { unit, content } of ours)
        expect(hashes.get(unit), unit).toBe(contentHash(normalRuns(content, sources.get(unit)!)))
    })
