import { describe, expect, test } from 'vitest'
import { paragraphBlock } from '../../model/document/blank.ts'
import { FULL_LOCALES } from '../fixtures/full/document.ts'
import { hasJava, nuMessages } from './nu.ts'
import { documentOf, fullPage, page } from './pages.ts'
import { SAMPLE_LOCALES, samplePage } from './sample.ts'

describe.skipIf(!hasJava())('the Nu HTML Checker', () => {
  test('has nothing to say of the sample and of every construct, in each language', async () => {
    const files = new Map<string, string>()
    for (const locale of SAMPLE_LOCALES)
      files.set(`sample.${locale}.html`, await samplePage(locale))
    for (const locale of FULL_LOCALES)
      for (const audience of ['public', 'internal'] as const)
        files.set(
          `full.${locale}.${audience}.html`,
          await fullPage(locale, { audience, alternates: FULL_LOCALES.slice() }),
        )
    expect(nuMessages(files)).toEqual([])
  })

  test('has nothing to say of an account whose summary stands right under its title', async () => {
    const document = documentOf(
      'en',
      'The outage at Fernhollow on 3 March',
      ['summary', '', [paragraphBlock('a0', 'A token was left in a log for two days.')]],
      ['response', 'What we did', [paragraphBlock('b0', 'We revoked the token and its copies.')]],
    )
    expect(nuMessages(new Map([['short.html', await page(document, 'en')]]))).toEqual([])
  })

  test('finds what is wrong with a page', async () => {
    const page = (await samplePage('en')).replace('<main', '<main aria-nothing="1"')
    expect(nuMessages(new Map([['wrong.html', page]]))).not.toEqual([])
  })
})
