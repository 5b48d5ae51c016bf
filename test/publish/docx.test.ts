import { Buffer } from 'node:buffer'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { publicationWords } from '../../locales/publication-words.ts'
import { textOf } from '../../electron/exchange/xml/element.ts'
import { renderDocx } from '../../electron/publish/docx/write.ts'
import { directionOf } from '../../model/document/locale.ts'
import { fail } from '../../model/errors/result.ts'
import { FULL_LOCALES, fullDocument } from '../fixtures/full/document.ts'
import { valueOf } from '../fixtures/library.ts'
import { bodyOf, fullPage } from './pages.ts'
import {
  all,
  body,
  one,
  paragraphs,
  partOf,
  partsOf,
  relations,
  shown,
  styleOf,
  value,
  word,
} from './word.ts'

const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&')
/** Words alone: a document has a colon and a dot where the page has a column and a gap. */
const bare = (said: string) => said.replaceAll(/[\s:\uFF1A\u00B7]/g, '')
const articleOf = (page: string) =>
  page
    .slice(page.indexOf('<article'), page.indexOf('</article>'))
    .replaceAll(
      /<figure class="picture">.*?<\/figure>|<p class="key">.*?<\/p>|<svg.*?<\/svg>/gs,
      '',
    )
    .replace(/<section class="notes".*?<\/section>/s, '')

afterEach(() => vi.useRealTimers())

describe.each(FULL_LOCALES)('a Word document in %s', (locale) => {
  test('says every word of the page, in its order', async () => {
    const page = articleOf(bodyOf(await fullPage(locale))).replaceAll(/<sup.*?<\/sup>/gs, '')
    const said = paragraphs(await word(locale))
      .map((paragraph) => {
        const again = all(paragraph, 'w:fldSimple').map(shown).join('')
        return shown(paragraph).replace(again, '')
      })
      .join('')
    expect(bare(page).length).toBeGreaterThan(1000)
    expect(bare(said)).toBe(bare(text(page)))
  })

  test('has headings that are headings, each of the rank that it has on the page', async () => {
    const page = articleOf(bodyOf(await fullPage(locale)))
    const ranks = [...page.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs)].map(([, rank, said]) => [
      rank === '1' ? 'Title' : `Heading${String(Number(rank) - 1)}`,
      text(said!),
    ])
    const docx = await word(locale)
    const headings = paragraphs(docx)
      .filter((paragraph) => /^(?:Title|Heading\d)$/.test(styleOf(paragraph)))
      .map((paragraph) => [styleOf(paragraph), shown(paragraph)])
    expect(headings.length).toBeGreaterThan(8)
    expect(headings).toEqual(ranks)
    const names = all(partOf(docx, 'word/styles.xml'), 'w:style').map((style) => [
      value(style, 'w:styleId'),
      value(one(style, 'w:name')),
    ])
    // By these names programs know an outline.
    for (const rank of [1, 2, 3])
      expect(names).toContainEqual([
        `Heading${String(rank)}`,
        expect.stringMatching(new RegExp(`^heading ${String(rank)}$`, 'i')),
      ])
  })

  test('has tables whose first row is their head, in the direction of the text', async () => {
    const tables = all(body(await word(locale)), 'w:tbl')
    expect(tables).toHaveLength(2)
    for (const table of tables) {
      const [head, ...rows] = all(table, 'w:tr')
      expect(one(head!, 'w:tblHeader')).toBeDefined()
      expect(rows.filter((row) => one(row, 'w:tblHeader'))).toEqual([])
      expect(one(table, 'w:bidiVisual') !== undefined).toBe(directionOf(locale) === 'rtl')
      const widths = all(table, 'w:tr').map((row) => all(row, 'w:tc').length)
      expect(new Set(widths).size).toBe(1)
    }
  })

  test('has lists that are lists, numbered ones apart from others', async () => {
    const docx = await word(locale)
    const numbering = partOf(docx, 'word/numbering.xml')
    const formats = new Map(
      all(numbering, 'w:abstractNum').map((definition) => [
        value(definition, 'w:abstractNumId'),
        value(one(definition, 'w:numFmt')),
      ]),
    )
    const formatOf = new Map(
      all(numbering, 'w:num').map((list) => [
        value(list, 'w:numId'),
        formats.get(value(one(list, 'w:abstractNumId'))),
      ]),
    )
    const items = paragraphs(docx).flatMap((paragraph) => {
      const list = one(paragraph, 'w:numPr')
      return list === undefined
        ? []
        : [`${formatOf.get(value(one(list, 'w:numId')))} ${value(one(list, 'w:ilvl'))}`]
    })
    expect(items.slice(0, 5)).toEqual([
      'decimal 0',
      'decimal 0',
      'bullet 1',
      'bullet 1',
      'decimal 0',
    ])
    const page = articleOf(bodyOf(await fullPage(locale))).replace(/<nav.*?<\/nav>/s, '')
    expect(items).toHaveLength([...page.matchAll(/<li\b/g)].length)
  })

  test('has its notes at the foot of the sheet, and the number of one again where it is meant again', async () => {
    const docx = await word(locale)
    const references = all(body(docx), 'w:footnoteReference').map((note) => value(note, 'w:id'))
    expect(references).toEqual(['1'])
    const notes = all(partOf(docx, 'word/footnotes.xml'), 'w:footnote')
    const note = notes.find((each) => value(each, 'w:id') === '1')
    const page = await fullPage(locale)
    const [, said] = /<li id="note-1"><p><span>(.*?)<\/span>/s.exec(page)!
    expect(shown(note!).trim()).toBe(text(said!))
    const [again, ...others] = all(body(docx), 'w:fldSimple')
    expect(others).toEqual([])
    const name = /NOTEREF (\S+)/.exec(value(again, 'w:instr'))?.[1]
    const marks = all(body(docx), 'w:bookmarkStart').map((mark) => value(mark, 'w:name'))
    expect(marks).toContain(name)
  })

  test('links to what the page links to, and within itself to what is there', async () => {
    const docx = await word(locale)
    const page = articleOf(bodyOf(await fullPage(locale)))
    const addresses = [...page.matchAll(/href="((?:https?|mailto):[^"]+)"/g)].map(
      ([, href]) => href!,
    )
    const targets = relations(docx, 'document.xml')
    const links = all(body(docx), 'w:hyperlink')
    const led = links.flatMap((link) => targets.get(value(link, 'r:id')) ?? [])
    expect(led).toEqual(addresses)
    const marks = all(body(docx), 'w:bookmarkStart')
    const names = marks.map((mark) => value(mark, 'w:name'))
    const anchors = links.map((link) => value(link, 'w:anchor')).filter((name) => name !== '')
    expect(anchors.length).toBeGreaterThan(8)
    expect(anchors.filter((name) => !names.includes(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(marks.map((mark) => value(mark, 'w:id'))).size).toBe(marks.length)
    for (const name of names) expect(name).toMatch(/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u)
  })

  test('says its language, runs in its direction, and leaves code to read from left to right', async () => {
    const docx = await word(locale)
    const rtl = directionOf(locale) === 'rtl'
    const own = one(partOf(docx, 'word/styles.xml'), 'w:lang')
    const tag = value(own, rtl ? 'w:bidi' : 'w:val')
    expect(new Intl.Locale(tag).language).toBe(locale)
    expect(new Intl.Locale(tag).region).toBeDefined()
    const written = paragraphs(docx).filter((paragraph) => shown(paragraph) !== '')
    for (const paragraph of written) {
      const code = styleOf(paragraph) === 'Code'
      expect(one(paragraph, 'w:bidi') !== undefined).toBe(rtl && !code)
      for (const run of all(paragraph, 'w:r').filter((each) => shown(each).trim() !== ''))
        if (one(run, 'w:noProof') === undefined && one(run, 'w:footnoteReference') === undefined)
          expect(one(run, 'w:rtl') !== undefined || all(paragraph, 'w:fldSimple').length > 0).toBe(
            rtl || all(paragraph, 'w:fldSimple').length > 0,
          )
    }
    expect(all(body(docx), 'w:sectPr').some((part) => one(part, 'w:bidi'))).toBe(rtl)
    expect(written.filter((paragraph) => styleOf(paragraph) === 'Code').map(shown)).toEqual([
      'release-agent --log=full | tee build.log\n# <token> & more',
    ])
  })

  test('states its title, its authors, its language and the days of the postmortem', async () => {
    const core = partOf(await word(locale), 'docProps/core.xml')
    const stated = Object.fromEntries(
      all(core, 'cp:coreProperties')[0]!.children.flatMap((part) =>
        typeof part === 'string' ? [] : [[part.name, textOf(part)]],
      ),
    )
    const { title, metadata } = fullDocument(locale)
    expect(stated).toMatchObject({
      'dc:title': title.content.map((node) => ('value' in node ? node.value : '')).join(''),
      'dc:creator': metadata.authors.join('; '),
      'dc:language': locale,
      'dcterms:created': `${metadata.publishedOn}T00:00:00Z`,
    })
    expect(stated['dc:description']!.length).toBeGreaterThan(20)
  })

  test('says for whom it is on each sheet, unless it is for everybody', async () => {
    for (const audience of ['customer', 'regulator', 'internal'] as const) {
      const docx = await word(locale, { audience })
      const header = all(body(docx), 'w:headerReference').map((each) => value(each, 'r:id'))
      const part = relations(docx, 'document.xml').get(header[0]!)
      expect(shown(partOf(docx, `word/${part}`))).toBe(
        publicationWords(locale)!.audiences[audience],
      )
    }
    expect(all(body(await word(locale)), 'w:headerReference')).toEqual([])
    const footer = partOf(await word(locale), 'word/footer1.xml')
    expect(all(footer, 'w:instrText').map((field) => textOf(field).trim())).toEqual([
      'PAGE',
      'NUMPAGES',
    ])
  })

  test('is the same file for the same document, whatever the time', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z'), toFake: ['Date'] })
    const first = await word(locale)
    vi.setSystemTime(new Date('2031-07-08T09:10:11Z'))
    await word('en', { audience: 'internal' })
    expect(Buffer.from(await word(locale)).equals(Buffer.from(first))).toBe(true)
    expect(
      Buffer.from(await word(locale, { audience: 'internal' })).equals(Buffer.from(first)),
    ).toBe(false)
  })
})

test('what an audience may not see is not in any part of it, even where the document comes uncut', async () => {
  const docx = valueOf(
    await renderDocx({
      document: fullDocument('en'),
      locale: 'en',
      audience: 'public',
      untranslated: new Set(),
      images: new Map(),
    }),
  )
  expect(Buffer.from(docx).equals(Buffer.from(await word('en')))).toBe(true)
  const said = (file: Uint8Array) =>
    Object.values(partsOf(file))
      .map((part) => new TextDecoder().decode(part))
      .join('')
  expect(said(docx)).not.toMatch(/SEALED|198\.51\.100\.7/)
  expect(said(await word('en', { audience: 'internal' }))).toMatch(/SEALED-PASSAGE/)
})

test('a locale without publication words is refused', async () => {
  const input = {
    document: fullDocument('en'),
    audience: 'public' as const,
    untranslated: new Set<string>(),
    images: new Map<string, string>(),
  }
  expect(await renderDocx({ ...input, locale: 'sw' })).toEqual(
    fail('LABELS_MISSING', { locale: 'sw' }),
  )
})
