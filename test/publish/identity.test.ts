import { expect, test } from 'vitest'
import type { PageInput } from '../../electron/publish/page.ts'
import { blankEntry, unitText } from '../../model/document/blank.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { FULL_LOCALES, fullDocument, type FullLocale } from '../fixtures/full/document.ts'
import { documentOf, page } from './pages.ts'

const SITE = 'https://example.org/incidents'
const alternates = FULL_LOCALES.slice()

const at = (locale: FullLocale, site?: string): Postmortem => {
  const document = fullDocument(locale)
  return site === undefined ? document : { ...document, metadata: { ...document.metadata, site } }
}

/** The attributes of every element of a name, in order. */
const all = (html: string, name: string): Record<string, string>[] =>
  [...html.matchAll(new RegExp(`<${name} ([^>]*)>`, 'g'))].map(([, text]) =>
    Object.fromEntries(
      [...text!.matchAll(/([a-z:-]+)="([^"]*)"/gi)].map(([, key, value]) => [key!, value!]),
    ),
  )
const links = (html: string) =>
  all(html, 'link').flatMap(({ rel, href, hreflang }) =>
    rel === 'icon' ? [] : [[rel, hreflang, href]],
  )
const graph = (html: string): readonly Record<string, unknown>[] => {
  const [, text] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!
  return (JSON.parse(text!) as { '@graph': Record<string, unknown>[] })['@graph']
}

test('a page names itself and the others where it is known on which site they stand', async () => {
  const base = `${SITE}/deploy-token`
  const html = await page(at('en', SITE), 'en', { alternates })
  expect(links(html)).toEqual([
    ['canonical', undefined, `${base}.en.html`],
    ['alternate', 'ar', `${base}.ar.html`],
    ['alternate', 'en', `${base}.en.html`],
    ['alternate', 'ja', `${base}.ja.html`],
    ['alternate', 'x-default', `${base}.en.html`],
  ])
  expect(await page(at('en', `${SITE}/`), 'en', { alternates })).toBe(html)
})

test('without a site it leads to the files beside it, and claims no address', async () => {
  const html = await page(at('ja'), 'ja', { alternates })
  expect(links(html).map(([rel, , href]) => [rel, href])).toEqual([
    ['alternate', 'deploy-token.ar.html'],
    ['alternate', 'deploy-token.en.html'],
    ['alternate', 'deploy-token.ja.html'],
    ['alternate', 'deploy-token.en.html'],
  ])
  expect(html).not.toContain('og:url')
  expect(links(await page(at('ja'), 'ja'))).toEqual([])
})

test('a link to it shows its title, what it is about and its languages', async () => {
  const html = await page(at('ar', SITE), 'ar', { alternates })
  const said = all(html, 'meta').filter(({ property }) => property !== undefined)
  const shown = new Map(said.map(({ property, content }) => [property, content]))
  const [, title] = /<title>([^<]+)/.exec(html)!
  expect(shown.get('og:title')).toBe(title)
  expect(shown.get('og:url')).toBe(`${SITE}/deploy-token.ar.html`)
  expect(shown.get('og:locale')).toMatch(/^ar_[A-Z]{2}$/)
  expect(
    said.filter(({ property }) => property === 'og:locale:alternate').map(({ content }) => content),
  ).toEqual(['en_US', 'ja_JP'])
  expect(shown.get('og:description')).toBe(
    all(html, 'meta').find(({ name }) => name === 'description')!['content'],
  )
})

test('it is an article for machines, and its questions with answers are questions', async () => {
  const document = fullDocument('en')
  const asked = document.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'question' && block.audience === 'public')
  const [article, faq] = graph(await page(at('en', SITE), 'en'))
  expect(article).toMatchObject({
    '@type': 'Article',
    inLanguage: 'en',
    url: `${SITE}/deploy-token.en.html`,
    datePublished: document.metadata.publishedOn,
    publisher: { '@type': 'Organization', name: document.metadata.organisation },
  })
  expect(asked.length).toBeGreaterThan(0)
  expect(faq!['mainEntity']).toHaveLength(asked.length)
})

test('a question without an answer is none, and no text of an author ends the data', async () => {
  const hostile = '</script><script>alert(1)</script>'
  const answered = {
    ...blankEntry('question', 'a0'),
    question: unitText(hostile),
    answer: unitText(hostile),
  }
  const open = { ...blankEntry('question', 'a1'), question: unitText('And then?') }
  const html = await page(documentOf('en', hostile, ['questions', 'Q', [answered, open]]), 'en')
  const [article, faq] = graph(html)
  expect(article!['headline']).toBe(hostile)
  expect(faq!['mainEntity']).toEqual([
    {
      '@type': 'Question',
      name: hostile,
      acceptedAnswer: { '@type': 'Answer', text: hostile },
    },
  ])
})

test('a page of the corrections alone stands by itself, with a title and languages of its own', async () => {
  const only = {
    only: 'corrections',
    corrections: [
      {
        key: 'block',
        on: '2026-03-20',
        part: 'block',
        field: 'text',
        status: 'changed',
        texts: [
          { locale: 'en', before: 'No message was lost.', after: 'Four messages were lost.' },
        ],
        values: null,
      },
    ],
  } satisfies Partial<PageInput>
  const document = { ...at('en', SITE), sections: [] }
  const html = await page(document, 'en', { ...only, alternates })
  const base = `${SITE}/deploy-token`
  expect(links(html)).toEqual([
    ['canonical', undefined, `${base}.en.changes.html`],
    ['alternate', 'ar', `${base}.ar.changes.html`],
    ['alternate', 'en', `${base}.en.changes.html`],
    ['alternate', 'ja', `${base}.ja.changes.html`],
    ['alternate', 'x-default', `${base}.en.changes.html`],
  ])
  expect(html).toContain('href="deploy-token.ja.changes.html"')
  const whole = await page(at('en', SITE), 'en')
  const title = (of: string) => /<title>([^<]+)/.exec(of)![1]!
  expect(title(html)).not.toBe(title(whole))
  expect(title(html).startsWith(title(whole))).toBe(true)
  expect(graph(html)[0]).toMatchObject({ url: `${base}.en.changes.html` })
  expect(all(html, 'meta').find(({ name }) => name === 'description')!['content']).toContain(
    'No message was lost.',
  )
})

test('a page for a narrower circle, on paper or in the window tells machines nothing', async () => {
  for (const choice of [
    { audience: 'customer' },
    { medium: 'print' },
    { medium: 'preview' },
  ] as const) {
    const html = await page(at('en', SITE), 'en', { ...choice, alternates })
    expect(html).not.toMatch(/property="og:|ld\+json|canonical|hreflang="x-default"/)
  }
})
