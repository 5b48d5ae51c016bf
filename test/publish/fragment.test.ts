import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { renderFragment } from '../../electron/publish/fragment.ts'
import type { PageInput } from '../../electron/publish/page.ts'
import type { FragmentChoice } from '../../model/document/fragment.ts'
import { fail } from '../../model/errors/result.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { FULL_LOCALES, fullDocument, type FullLocale } from '../fixtures/full/document.ts'
import { bodyOf, fullPage } from './pages.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'void-style': 'off',
    'attr-quotes': 'off',
    // The page that it is put into has the ranks above.
    'heading-level': ['error', { minInitialRank: 'any' }],
  },
})

const inputOf = (
  locale: FullLocale,
  audience: PageInput['audience'] = 'public',
): Omit<PageInput, 'medium' | 'alternates'> => ({
  document: documentForAudience(fullDocument(locale), audience),
  locale,
  audience,
  untranslated: new Set(),
  images: new Map(),
})

function fragment(
  locale: FullLocale,
  level: FragmentChoice['level'] = 2,
  audience: PageInput['audience'] = 'public',
): string {
  const made = renderFragment(inputOf(locale, audience), { level })
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

/** What is read, without what is drawn: a drawing shows what the list and the table after it say. */
const readIn = (html: string): string =>
  html
    .replace(/<figure class="picture">.*?<\/figure>|<p class="key">.*?<\/p>|<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, '')

const idsIn = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
const ranksIn = (html: string) => [...html.matchAll(/<h(\d)/g)].map(([, rank]) => Number(rank))

describe.each(FULL_LOCALES)('a fragment in %s', (locale) => {
  test('says every word of the page, in its order', async () => {
    const page = bodyOf(await fullPage(locale))
    const article = page.slice(page.indexOf('<article'), page.indexOf('</article>'))
    expect(readIn(article).length).toBeGreaterThan(1000)
    expect(readIn(fragment(locale))).toBe(readIn(article))
  })

  test('is valid and accessible HTML', async () => {
    for (const audience of ['public', 'internal'] as const) {
      const report = await validator.validateString(fragment(locale, 2, audience))
      expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
    }
  })

  test('is one article with its language, and has nothing that wants a style, runs or is drawn', () => {
    const html = fragment(locale)
    const direction = locale === 'ar' ? 'rtl' : 'ltr'
    expect(html.startsWith(`<article lang="${locale}" dir="${direction}">`)).toBe(true)
    expect(html.trimEnd().endsWith('</article>')).toBe(true)
    expect(
      html.match(
        /<(?:html|head|body|style|script|svg|link|meta|span|data)\b|\s(?:class|style|tabindex|data-[a-z]+|on[a-z]+)=/g,
      ),
    ).toBeNull()
    for (const name of ['h2', 'h3', 'p', 'ul', 'ol', 'dl', 'blockquote', 'figcaption', 'time'])
      expect(html).toContain(`<${name}`)
    expect(html).toMatch(/<th scope="col">/)
    expect(html).toMatch(/<th scope="row">/)
  })

  test('leads to nothing that is not in it, and from each note back to its text', () => {
    const html = fragment(locale)
    const ids = idsIn(html)
    expect(new Set(ids).size).toBe(ids.length)
    const led = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!)
    expect(led.filter((id) => id.endsWith('-note-1'))).not.toEqual([])
    expect(led.filter((id) => id.endsWith('-ref-1'))).toHaveLength(1)
    expect(led.filter((id) => !ids.includes(id))).toEqual([])
    expect(ids.filter((id) => !/^postmortem-[0-9a-f]{6}-/.test(id))).toEqual([])
  })
})

test('the title has the rank that was chosen, and what is under it follows without a gap', () => {
  const usual = ranksIn(fragment('en', 1))
  for (const level of [1, 2, 3, 4] as const)
    expect(ranksIn(fragment('en', level))).toEqual(
      usual.map((rank) => Math.min(rank + level - 1, 6)),
    )
  expect(usual[0]).toBe(1)
})

test('what an audience may not see is not in it, even where the document comes uncut', () => {
  const input = { ...inputOf('en'), document: fullDocument('en') }
  const made = renderFragment(input, { level: 2 })
  expect(made.ok && made.value).toBe(fragment('en'))
  expect(fragment('en')).not.toMatch(/SEALED|198\.51\.100\.7/)
  const internal = fragment('en', 2, 'internal')
  expect(internal).toContain('SEALED-PASSAGE')
  expect(internal).toContain('<p>Internal, not for publication</p>')
})

test('a locale without publication words is refused', () => {
  expect(renderFragment({ ...inputOf('en'), locale: 'sw' }, { level: 2 })).toEqual(
    fail('LABELS_MISSING', { locale: 'sw' }),
  )
})
