import { describe, expect, test } from 'vitest'
import { renderPage } from '../../electron/publish/page.ts'
import { blankEntry, paragraphBlock, unitText } from '../../model/document/blank.ts'
import type { Block } from '../../model/document/block.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { fail } from '../../model/errors/result.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { FULL_LOCALES, fullDocument } from '../fixtures/full/document.ts'
import { bodyOf, documentOf, fullPage, page } from './pages.ts'
import { validator } from './validator.ts'

describe.each(FULL_LOCALES)('in %s', (locale) => {
  test.each(['screen', 'print', 'preview'] as const)(
    'a page for %s is valid and accessible HTML',
    async (medium) => {
      const html = await fullPage(locale, { medium, alternates: FULL_LOCALES.slice() })
      const report = await validator.validateString(html)
      expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
    },
  )

  test('a page has nothing that runs, and names no other place than its links do', async () => {
    const html = await fullPage(locale)
    expect(
      html.match(/<script(?! type="application\/ld\+json">)|\son[a-z]+=|javascript:/gi),
    ).toBeNull()
    const addresses = [...html.matchAll(/(?:href|src|url\()=?["(]?([a-z]+:[^"') ]*)/gi)]
    const named = new Set(addresses.map(([, address]) => address!.split(/[;,]/)[0]))
    expect(named).toEqual(
      new Set([
        'data:',
        'data:font/woff2',
        'https://example.org/status',
        'mailto:security@example.org',
      ]),
    )
  })
})

const sealed = (html: string) => [...html.matchAll(/SEALED-[A-Z]+/g)].map(([word]) => word)

describe('what an audience may not see', () => {
  test('is not in a build for the public, and whatever it says changes no byte of it', async () => {
    const document = fullDocument('en')
    const blocks = (change: (block: Block) => Block[]): Postmortem => ({
      ...document,
      sections: document.sections.map((section) => ({
        ...section,
        blocks: section.blocks.flatMap(change),
      })),
    })
    const without = blocks((block) => {
      if (block.audience === 'internal') return []
      if (block.kind === 'finding') return [{ ...block, evidence: 'other', replaces: 'other' }]
      return [block.kind === 'action' ? { ...block, owner: 'other', ticket: 'other' } : block]
    })
    const facts = without.facts.filter(({ audience }) => audience === 'public')
    for (const medium of ['screen', 'print', 'preview'] as const) {
      const html = await page(document, 'en', { medium })
      expect(sealed(html)).toEqual([])
      expect(html === (await page({ ...without, facts }, 'en', { medium }))).toBe(true)
    }
  })

  test('stands in an internal build, which says for whom it is', async () => {
    const html = await fullPage('en', { audience: 'internal' })
    expect(sealed(html)).toEqual([
      'SEALED-PASSAGE',
      'SEALED-EVIDENCE',
      'SEALED-OWNER',
      'SEALED-TICKET',
    ])
    expect(bodyOf(html)).toContain('198.51.100.7')
    expect(bodyOf(html)).toContain('<p class="notice">Internal, not for publication</p>')
    expect(html.includes('<meta name="robots" content="noindex">')).toBe(true)
  })

  test('is not shown even where the document comes uncut', async () => {
    const rendered = await renderPage({
      document: fullDocument('en'),
      locale: 'en',
      audience: 'public',
      medium: 'screen',
      untranslated: new Set(),
      images: new Map(),
      alternates: [],
    })
    expect(rendered.ok && sealed(rendered.value)).toEqual([])
  })

  test('reads as withheld where a text refers to it', async () => {
    const document = documentForAudience(fullDocument('en'), 'public')
    const text = unitText([{ type: 'fact', fact: 'address', form: 'long' }])
    const lesson: Block = { ...blankEntry('lesson', 'a0'), text }
    const first = document.sections[0]!
    const html = await page({ ...document, sections: [{ ...first, blocks: [lesson] }] }, 'en')
    expect(bodyOf(html)).toContain('<span class="withheld">[not disclosed]</span>')
    expect(bodyOf(html)).not.toContain('198.51.100.7')
  })
})

test('a locale without publication words is refused, whatever other languages have', async () => {
  const rendered = await renderPage({
    document: fullDocument('en'),
    locale: 'sw',
    audience: 'public',
    medium: 'screen',
    untranslated: new Set(),
    images: new Map(),
    alternates: [],
  })
  expect(rendered).toEqual(fail('LABELS_MISSING', { locale: 'sw' }))
})

const anchors = (html: string) => [...html.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)

test('links to a section lead to it in every language and whatever its heading says', async () => {
  const english = anchors(await fullPage('en'))
  expect(english).toHaveLength(10)
  expect(english[0]).toMatch(/^summary-[0-9a-f]{6}$/)
  expect(anchors(await fullPage('ja'))).toEqual(english)
  for (const anchor of english) expect(bodyOf(await fullPage('en'))).toContain(`href="#${anchor}"`)
})

test('a page with few sections has no table of contents', async () => {
  const section = (heading: string): ['prose', string, Block[]] => [
    'prose',
    heading,
    [paragraphBlock('a0', 'Text.')],
  ]
  const three = documentOf('en', 'Short', section('One'), section('Two'), section('Three'))
  const four = documentOf('en', 'Long', ...['One', 'Two', 'Three', 'Four'].map(section))
  expect(bodyOf(await page(three, 'en'))).not.toContain('<nav class="contents"')
  expect(bodyOf(await page(four, 'en'))).toContain('<nav class="contents"')
})

test('a section without a heading shows none, and headings inside skip no rank', async () => {
  const heading = (id: string, depth: 1 | 2 | 3): Block => ({
    id,
    order: `a${depth}`,
    audience: 'public',
    kind: 'prose',
    node: { type: 'heading', depth, data: { id }, children: [{ type: 'text', value: id }] },
  })
  const document = documentOf(
    'en',
    'Ranks',
    ['prose', '', [heading('deep', 3), heading('deeper', 3)]],
    ['prose', 'Named', [heading('first', 2), heading('second', 1), heading('third', 3)]],
  )
  const html = await page(document, 'en')
  const ranks = [...html.matchAll(/<(h\d)[^>]*>([^<]+)/g)].map(([, rank, text]) => [rank, text])
  expect(ranks).toEqual([
    ['h1', 'Ranks'],
    ['h2', 'deep'],
    ['h3', 'deeper'],
    ['h2', 'Named'],
    ['h3', 'first'],
    ['h3', 'second'],
    ['h4', 'third'],
  ])
  expect((await validator.validateString(html)).results).toEqual([])
})

test('entries of which nothing is stated claim nothing, and stand between prose where they stood', async () => {
  const finding = (id: string, order: string): Block => ({
    ...blankEntry('finding', order),
    statement: unitText(id),
  })
  const action: Block = { ...blankEntry('action', 'a4'), text: unitText('an action') }
  const document = documentOf('en', 'Imported', [
    'prose',
    'Anything',
    [
      paragraphBlock('a0', 'before'),
      finding('one', 'a1'),
      finding('two', 'a2'),
      paragraphBlock('a3', 'between'),
      action,
      { ...blankEntry('measure', 'a5'), label: unitText('a measure') },
      paragraphBlock('a6', 'after'),
    ],
  ])
  const html = await page(document, 'en')
  const main = html.slice(html.indexOf('</header>'))
  const words = main
    .replace(/<[^>]+>/g, ' ')
    .trim()
    .split(/\s{2,}/)
  expect(words).toEqual([
    'Anything',
    'before',
    'one',
    'two',
    'between',
    'an action',
    'a measure',
    'after',
  ])
  expect(main).not.toContain('<dl class="marks"')
  expect(main.match(/<ul class="findings">/g)).toHaveLength(1)
})

test('workstreams are numbered in the order in which they are met, and only where there are several', async () => {
  const html = await fullPage('en')
  expect(bodyOf(html)).toContain('>1. Keeping secrets out of logs</h3>')
  expect(bodyOf(html)).toContain('>2. Seeing misuse sooner</h3>')
  const document = fullDocument('en')
  const one = {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.filter(
        (block) => block.kind !== 'action' || block.workstream === 'workstream-detection',
      ),
    })),
  }
  expect(bodyOf(await page(one, 'en'))).toContain('>Seeing misuse sooner</h3>')
})

test('a text that is still in another language says so', async () => {
  const untranslated = new Set(['outlook-1'])
  const html = await fullPage('ar', { untranslated })
  expect(bodyOf(html)).toMatch(/<p lang="en" dir="ltr">/)
  expect(bodyOf(html)).not.toMatch(/data-un/)
  const preview = await fullPage('ar', { untranslated, medium: 'preview' })
  expect(bodyOf(preview)).toMatch(
    /<p data-unit="outlook-1" data-untranslated="" lang="en" dir="ltr">/,
  )
})

test('a page leads to the other languages of its release; on paper there is nothing beside it', async () => {
  const alternates = ['en', 'ja', 'nl']
  const html = await fullPage('en', { alternates })
  expect(bodyOf(html)).toContain(
    '<a href="deploy-token.ja.html" hreflang="ja" lang="ja" dir="ltr">日本語</a>',
  )
  expect(bodyOf(html)).not.toContain('deploy-token.en.html')
  expect(bodyOf(await fullPage('en', { alternates, medium: 'print' }))).not.toContain(
    'deploy-token.ja',
  )
})

test('the preview asks for fonts by name and holds none', async () => {
  const html = await fullPage('ja', { medium: 'preview' })
  expect(html.includes('url(/fonts/noto-serif-jp-japanese-400-normal.ttf)')).toBe(true)
  expect(html.includes('base64')).toBe(false)
  expect(html.includes('Content-Security-Policy')).toBe(false)
})

test('values can be read by machines', async () => {
  const html = await fullPage('en')
  expect(bodyOf(html)).toContain('datetime="2026-03-03"')
  expect(bodyOf(html)).toContain('datetime="PT41M"')
  expect(bodyOf(html)).toContain('<data class="bound" value="366">')
  expect(bodyOf(html)).toContain('value="2026-03-03T17:43Z/2026-03-03T18:12Z"')
})
