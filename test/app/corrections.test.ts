import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as v from 'valibot'
import { verifyRelease } from '../../electron/app/verify.ts'
import { publicationWords } from '../../locales/publication-words.ts'
import { paragraphBlock } from '../../model/document/blank.ts'
import type { Block } from '../../model/document/block.ts'
import { fail } from '../../model/errors/result.ts'
import { ManifestSchema, type Manifest } from '../../model/releases/manifest.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { change, NEW, OLD, written } from '../fixtures/published.ts'
import { testPrinter } from '../fixtures/printer.ts'
import { ask, hasTool } from '../publish/tools.ts'

let paper: Awaited<ReturnType<typeof testPrinter>>
beforeAll(async () => {
  paper = await testPrinter()
})
afterAll(() => paper.close())

const manifestIn = (folder: string): Manifest =>
  v.parse(ManifestSchema, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))

test('nothing that was published changes unsaid: each difference must be decided first', async () => {
  const one = await written(paper.printer)
  expect(
    valueOf(await one.core.call('release.changes', { id: one.id, audience: 'public' }, 'cli')),
  ).toEqual({ last: null, differences: [] })
  valueOf((await one.publish()) as never)
  expect(await one.changes()).toEqual([])
  await one.save([change(one)])
  await one.translate(one.paragraph, NEW.en, NEW.nl)
  const [difference, ...others] = await one.changes()
  expect(others).toEqual([])
  expect(difference).toMatchObject({
    part: 'block',
    status: 'changed',
    field: 'text',
    texts: [
      { locale: 'en', before: OLD.en, after: NEW.en },
      { locale: 'nl', before: OLD.nl, after: NEW.nl },
    ],
  })
  expect(await one.publish()).toEqual(fail('RELEASE_UNDECIDED', { count: 1 }))
  expect(readdirSync(one.folder)).toEqual(['release-1'])
  const { key } = difference!
  // A decision holds for what it was shown, and for no later edit.
  await one.translate(one.paragraph, NEW.en, `${NEW.nl} Helaas.`)
  expect(await one.publish({ [key]: 'typographic' })).toEqual(
    fail('RELEASE_UNDECIDED', { count: 1 }),
  )
  // Another circle got nothing yet.
  expect(await one.publish({}, { audience: 'customer' })).toMatchObject({ ok: true })
})

test('a correction stands in every language and form, with what it said before, and is all that differs', async () => {
  const one = await written(paper.printer)
  valueOf((await one.publish()) as never)
  await one.save([change(one)])
  await one.translate(one.paragraph, NEW.en, NEW.nl)
  const [difference] = await one.changes()
  valueOf((await one.publish({ [difference!.key]: 'correction' }, { changes: true })) as never)
  const [first, second] = [join(one.folder, 'release-1'), join(one.folder, 'release-2')]
  for (const folder of [first, second])
    expect(valueOf(await verifyRelease(folder))).toMatchObject({
      changed: [],
      missing: [],
      extra: [],
    })
  const manifest = manifestIn(second)
  expect(manifest).toMatchObject({
    number: 2,
    corrections: [{ on: '2024-03-01', key: difference!.key }],
  })
  for (const locale of ['en', 'nl'] as const) {
    const { labels } = publicationWords(locale)!
    const html = readFileSync(join(second, `a-night.${locale}.html`), 'utf8')
    const notice = html.slice(html.indexOf('class="corrections"'))
    expect(html).toContain(NEW[locale])
    expect(notice).toContain(labels.corrections)
    expect(notice).toContain(labels.saidBefore.replace('{text}', OLD[locale]))
    expect(notice).toContain('<time datetime="2024-03-01">')
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!
    const [article] = (JSON.parse(data) as { '@graph': { correction: { text: string }[] }[] })[
      '@graph'
    ]
    expect(article).toMatchObject({
      correction: [{ '@type': 'CorrectionComment', datePublished: '2024-03-01' }],
    })
    expect(article!.correction[0]!.text).toContain(OLD[locale])
    // What differs between the two pages is the text and its notice.
    const was = readFileSync(join(first, `a-night.${locale}.html`), 'utf8')
    const body = (page: string) => page.slice(page.indexOf('<article>'), page.indexOf('</article>'))
    expect(
      body(html)
        .replace(/\s*<section class="corrections".*?<\/section>/s, '')
        .replace(NEW[locale], OLD[locale]),
    ).toBe(body(was))
    const alone = readFileSync(join(second, `a-night.${locale}.changes.html`), 'utf8')
    expect(alone).toContain(OLD[locale])
    expect(alone).not.toContain(publicationWords(locale)!.commitments.planned)
    if (hasTool('pdftotext')) {
      const read = ask(
        'pdftotext',
        ['{pdf}', '-'],
        readFileSync(join(second, `a-night.${locale}.pdf`)),
      )
      expect(read.replaceAll(/\s+/g, ' ')).toContain(OLD[locale])
    }
    const path = join(testFolder(), 'page.md')
    valueOf(
      await one.core.call(
        'export.file',
        { id: one.id, locale, audience: 'public', format: 'md', path },
        'cli',
      ),
    )
    expect(readFileSync(path, 'utf8')).toContain(OLD[locale])
  }
  // In another language it is a page of its own too.
  for (const [locale, other] of [
    ['en', 'nl'],
    ['nl', 'en'],
  ])
    expect(readFileSync(join(second, `a-night.${locale}.changes.html`), 'utf8')).toContain(
      `href="a-night.${other}.changes.html"`,
    )
  // The next release still tells of it, and has nothing new to decide.
  expect(await one.changes()).toEqual([])
  valueOf((await one.publish()) as never)
  expect(manifestIn(join(one.folder, 'release-3')).corrections).toEqual(manifest.corrections)
})

test('a preview shows a correction from when it was decided, and for good once it was published', async () => {
  const one = await written(paper.printer)
  const locales = ['en', 'nl']
  const shown = async (release?: object): Promise<boolean> => {
    const asked = { id: one.id, locale: 'nl', audience: 'public', ...(release && { release }) }
    const { html } = valueOf(await one.core.call('preview.page', asked as never, 'window'))
    expect(html).toContain(NEW.nl)
    return html.includes(publicationWords('nl')!.labels.saidBefore.replace('{text}', OLD.nl))
  }
  valueOf((await one.publish()) as never)
  await one.save([change(one)])
  await one.translate(one.paragraph, NEW.en, NEW.nl)
  const [difference] = await one.changes()
  const { key } = difference!
  expect(await shown()).toBe(false)
  expect(await shown({ locales, decisions: {} })).toBe(false)
  expect(await shown({ locales, decisions: { [key]: 'typographic' } })).toBe(false)
  expect(await shown({ locales, decisions: { [key]: 'correction' } })).toBe(true)
  valueOf((await one.publish({ [key]: 'correction' })) as never)
  expect(await shown()).toBe(true)
  expect(await shown({ locales, decisions: { [key]: 'correction' } })).toBe(true)
})

test('a slip of the pen is told to nobody, and known to the library', async () => {
  const one = await written(paper.printer)
  valueOf((await one.publish()) as never)
  await one.save([change(one)])
  await one.translate(one.paragraph, NEW.en, NEW.nl)
  const [difference] = await one.changes()
  valueOf((await one.publish({ [difference!.key]: 'typographic' })) as never)
  const folder = join(one.folder, 'release-2')
  expect(manifestIn(folder).corrections).toEqual([])
  expect(readFileSync(join(folder, 'a-night.en.html'), 'utf8')).not.toContain('corrections-heading')
})

test('a fact is one difference wherever it is read out, an attribute one with its words, and what comes or goes one', async () => {
  const one = await written(paper.printer)
  valueOf((await one.publish()) as never)
  const { document } = valueOf(await one.core.call('postmortem.open', { id: one.id }, 'cli'))
  const [fact] = document.facts
  await one.save([
    {
      type: 'fact.put',
      fact: {
        ...fact!,
        value: { kind: 'duration', duration: 'PT6H' },
        name: 'renamed inside',
        evidence: 'seen by us',
      },
    },
    {
      type: 'block.put',
      section: one.section,
      block: { ...one.action, commitment: 'done', owner: 'Somebody else' } as Block,
    },
    {
      type: 'block.put',
      section: one.section,
      block: { ...paragraphBlock('a3', 'Inside alone.'), audience: 'internal' },
    },
  ])
  const differences = await one.changes()
  expect(
    differences.map(({ part, field, status }) => `${part} ${field} ${status}`).toSorted(),
  ).toEqual(['block commitment changed', 'fact value changed'])
  const decisions = Object.fromEntries(differences.map(({ key }) => [key, 'correction' as const]))
  valueOf((await one.publish(decisions)) as never)
  const html = readFileSync(join(one.folder, 'release-2', 'a-night.nl.html'), 'utf8')
  const notice = html.slice(html.indexOf('class="corrections"'))
  const words = publicationWords('nl')!
  expect(notice).toContain(words.labels.saidBefore.replace('{text}', '4 uur'))
  expect(notice).toContain(words.labels.saysNow.replace('{text}', '6 uur'))
  expect(notice).toContain(words.commitments.planned)
  await one.save([{ type: 'block.remove', block: one.action.id }])
  expect((await one.changes()).map(({ part, status }) => [part, status])).toEqual([
    ['block', 'removed'],
  ])
})

test('who stood by a language is kept in the library and goes out with no manifest, a language left out goes with its reason', async () => {
  const one = await written(paper.printer)
  valueOf(
    (await one.publish(
      {},
      { locales: ['en'], left: [{ locale: 'nl', reason: 'Waiting for the lawyers.' }] },
    )) as never,
  )
  const manifest = manifestIn(join(one.folder, 'release-1'))
  expect(manifest.left).toEqual([{ locale: 'nl', reason: 'Waiting for the lawyers.' }])
  valueOf((await one.publish()) as never)
  const second = manifestIn(join(one.folder, 'release-2'))
  expect(second.approvals).toEqual([
    { locale: 'nl', units: 5, draft: 0, translated: 4, reviewed: 0, approved: 1 },
  ])
  expect(readFileSync(join(one.folder, 'release-2', 'manifest.json'), 'utf8')).not.toContain(
    'Anneke',
  )
})

test('a folder that is no longer what was published says which file is changed, missing or not of it', async () => {
  const one = await written(paper.printer)
  valueOf((await one.publish({}, { formats: ['html'] })) as never)
  const folder = join(one.folder, 'release-1')
  writeFileSync(
    join(folder, 'a-night.en.html'),
    readFileSync(join(folder, 'a-night.en.html'), 'utf8').replace('night', 'Night'),
  )
  rmSync(join(folder, 'a-night.nl.html'))
  writeFileSync(join(folder, 'extra.txt'), '')
  expect(valueOf(await verifyRelease(folder))).toMatchObject({
    changed: ['a-night.en.html'],
    missing: ['a-night.nl.html'],
    extra: ['extra.txt'],
  })
  writeFileSync(join(folder, 'manifest.json'), '{"version":2}')
  expect(await verifyRelease(folder)).toMatchObject({ error: { code: 'MANIFEST_INVALID' } })
  expect(await verifyRelease(testFolder())).toMatchObject({ error: { code: 'FILE_NOT_FOUND' } })
})

test('a release that could not be written is no release: nothing is held against the next one', async () => {
  const one = await written(paper.printer)
  const file = join(testFolder(), 'file')
  writeFileSync(file, '')
  expect(await one.publish({}, { path: file, formats: ['html'] })).toMatchObject({
    error: { code: 'FILE_UNWRITABLE' },
  })
  expect(
    valueOf(await one.core.call('release.changes', { id: one.id, audience: 'public' }, 'cli')).last,
  ).toBeNull()
})
