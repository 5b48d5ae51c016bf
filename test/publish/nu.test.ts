import { describe, expect, test } from 'vitest'
import { FULL_LOCALES } from '../fixtures/full/document.ts'
import { hasJava, nuMessages } from './nu.ts'
import { fullPage } from './pages.ts'
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

  test('finds what is wrong with a page', async () => {
    const page = (await samplePage('en')).replace('<main', '<main aria-nothing="1"')
    expect(nuMessages(new Map([['wrong.html', page]]))).not.toEqual([])
  })
})
