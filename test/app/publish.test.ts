import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Core, Ports } from '../../electron/app/ports.ts'
import { verifyRelease } from '../../electron/app/verify.ts'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import { fail, ok } from '../../model/errors/result.ts'
import { contentHash } from '../../model/units/hash.ts'
import { unitsOf } from '../../model/units/unit.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { testPrinter } from '../fixtures/printer.ts'

let paper: Awaited<ReturnType<typeof testPrinter>>
beforeAll(async () => {
  paper = await testPrinter()
})
afterAll(() => paper.close())

const JAPANESE: Readonly<Record<string, string>> = {
  'The night the mail stood still': '郵便が止まった夜',
  Summary: '概要',
  'No message was lost.': '失われたメッセージはありません。',
}
const INTERNAL = 'The duty officer was asleep.'

/** A postmortem in English with a Japanese translation of every text but those in `without`. */
async function written(core: Core, without: readonly string[] = []): Promise<string> {
  const title = 'The night the mail stood still'
  const { id } = valueOf(await core.call('postmortem.create', { title, locale: 'en' }, 'cli'))
  const section = blankSection('summary', 'a0', 'Summary')
  const secret = { ...paragraphBlock('a1', INTERNAL), audience: 'internal' as const }
  const built: Change[] = [
    { type: 'locales.put', locales: ['ja'] },
    { type: 'section.put', section },
    { type: 'block.put', section: section.id, block: paragraphBlock('a0', 'No message was lost.') },
    { type: 'block.put', section: section.id, block: secret },
  ]
  valueOf(await core.call('postmortem.save', { id, base: 0, changes: built }, 'cli'))
  const { document } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
  const translations = unitsOf(document).flatMap((unit): Change[] => {
    const source = unit.content.map((node) => (node.type === 'text' ? node.value : '')).join('')
    const target = JAPANESE[source]
    if (target === undefined || without.includes(source)) return []
    const translation = {
      unit: unit.id,
      locale: 'ja',
      content: [{ type: 'text' as const, value: target }],
      state: 'translated' as const,
      origin: 'human' as const,
      sourceHash: contentHash(unit.content),
      changedAt: '2024-03-01T09:00:00.000Z',
    }
    return [{ type: 'translation.put', translation }]
  })
  valueOf(await core.call('postmortem.save', { id, base: 1, changes: translations }, 'cli'))
  return id
}

const start = (ports: Partial<Ports> = {}): Promise<Core> =>
  openTestCore(join(testFolder(), 'library.afterword'), { printer: paper.printer, ...ports })

const FILES = [
  'the-night-the-mail-stood-still.en.html',
  'the-night-the-mail-stood-still.en.pdf',
  'the-night-the-mail-stood-still.ja.html',
  'the-night-the-mail-stood-still.ja.pdf',
]

test('a release is every locale as HTML and PDF, and a manifest that vouches for each file', async () => {
  const core = await start()
  const id = await written(core)
  const steps: string[] = []
  core.on('job.progress', ({ job, done, total, step }) =>
    steps.push(`${job} ${done}/${total} ${step}`),
  )
  const path = join(testFolder(), 'out', 'release')
  const run = valueOf(
    await core.call('publish.run', { id, audience: 'public', path, job: 'j1' }, 'cli'),
  )
  expect(readdirSync(path).toSorted()).toEqual(['manifest.json', ...FILES].toSorted())
  expect(readdirSync(join(path, '..'))).toEqual(['release'])
  const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Record<
    string,
    unknown
  >
  expect(manifest).toMatchObject({
    postmortem: id,
    revision: 2,
    audience: 'public',
    generator: 'Afterword 0.0.0',
    version: 2,
    number: 1,
    approvals: [{ locale: 'ja', units: 3, draft: 0, translated: 3, reviewed: 0, approved: 0 }],
    left: [],
    corrections: [],
  })
  const { icu, cldr, unicode, tz } = process.versions
  expect(manifest['languageData']).toEqual({ icu, cldr, unicode, tz })
  expect(manifest['files']).toEqual(run.files)
  expect(run.files.map(({ file }) => file)).toEqual(FILES)
  for (const { file, bytes, sha256 } of run.files) {
    const content = readFileSync(join(path, file))
    expect(content.byteLength).toBe(bytes)
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
  }
  expect(steps).toEqual([
    'j1 0/4 en html',
    'j1 1/4 en pdf',
    'j1 2/4 ja html',
    'j1 3/4 ja pdf',
    'j1 4/4 ',
  ])
  const html = readFileSync(join(path, FILES[2]!), 'utf8')
  expect(html).toContain('失われたメッセージはありません。')
  expect(html).toContain('lang="ja"')
  const text = execFileSync('pdftotext', [join(path, FILES[3]!), '-'], { encoding: 'utf8' })
  expect(text).toContain('郵便が止まった夜')
  for (const file of FILES) expect(readFileSync(join(path, file)).includes(INTERNAL)).toBe(false)
})

test('a text that is not translated blocks a release of that locale, and of no other', async () => {
  const core = await start()
  const id = await written(core, ['Summary'])
  const path = join(testFolder(), 'out')
  const input = { id, audience: 'public', path, job: 'j1', formats: ['html'] } as const
  const blocked = await core.call('publish.run', { ...input, formats: ['html'] }, 'cli')
  expect(blocked).toEqual(fail('PUBLISH_BLOCKED', { count: 1 }))
  expect(existsSync(path)).toBe(false)
  const { problems } = valueOf(await core.call('check.run', { id, audience: 'public' }, 'cli'))
  expect(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, locale }) => [rule, locale]),
  ).toEqual([['untranslated', 'ja']])
  const source = { ...input, formats: ['html' as const], locales: ['en'] }
  expect(valueOf(await core.call('publish.run', source, 'cli')).files).toHaveLength(1)
  // The internal remark has no translation either: whoever sees it needs one.
  const inside = { ...source, locales: ['ja'], audience: 'internal' as const }
  expect(await core.call('publish.run', inside, 'cli')).toEqual(
    fail('PUBLISH_BLOCKED', { count: 2 }),
  )
})

test('a single page with foreign sentences goes to nobody outside the house', async () => {
  const core = await start()
  const id = await written(core, ['Summary'])
  const path = join(testFolder(), 'page.html')
  const input = { id, locale: 'ja', format: 'html', path } as const
  expect(await core.call('export.file', { ...input, audience: 'public' }, 'cli')).toEqual(
    fail('PUBLISH_BLOCKED', { count: 1 }),
  )
  expect(existsSync(path)).toBe(false)
  const inside = valueOf(await core.call('export.file', { ...input, audience: 'internal' }, 'cli'))
  expect(inside.bytes).toBe(readFileSync(path).byteLength)
  expect(
    await core.call('export.file', { ...input, audience: 'public', locale: 'nl' }, 'cli'),
  ).toEqual(fail('LOCALE_UNKNOWN', { locale: 'nl' }))
})

test('Markdown goes out unfinished, and holds what its audience may see', async () => {
  const core = await start()
  const id = await written(core, ['Summary'])
  const path = join(testFolder(), 'page.md')
  const text = async (audience: 'public' | 'internal'): Promise<string> => {
    valueOf(await core.call('export.file', { id, format: 'md', path, audience }, 'cli'))
    return readFileSync(path, 'utf8')
  }
  expect(await text('internal')).toContain(INTERNAL)
  expect(await text('public')).toContain('No message was lost.')
  expect(await text('public')).not.toContain(INTERNAL)
})

test('a PDF for archives has in it what its audience may see as Markdown, and nothing more', async () => {
  const folder = testFolder()
  const core = await openTestCore(join(folder, 'library.afterword'), { printer: paper.printer })
  const id = await written(core)
  for (const audience of ['public', 'internal'] as const) {
    const [pdf, markdown] = [join(folder, `${audience}.pdf`), join(folder, `${audience}.md`)]
    const input = { id, audience }
    const choice = { archive: true, paper: 'letter' as const }
    valueOf(
      await core.call('export.file', { ...input, format: 'pdf', path: pdf, pdf: choice }, 'cli'),
    )
    valueOf(await core.call('export.file', { ...input, format: 'md', path: markdown }, 'cli'))
    const file = await PDFDocument.load(readFileSync(pdf), { updateMetadata: false })
    expect(file.getPage(0).getSize()).toEqual({ width: 612, height: 792 })
    const inside = file.getAttachments().map(({ data }) => Buffer.from(data).toString())
    expect(inside).toEqual([readFileSync(markdown, 'utf8')])
    expect(inside[0]!.includes(INTERNAL)).toBe(audience === 'internal')
  }
})

test('a release that is cancelled leaves what was published before as it was', async () => {
  let cancel = (): void => {}
  const core = await start({
    printer: {
      async print(html, signal) {
        cancel()
        expect(signal.aborted).toBe(true)
        return paper.printer.print(html, signal)
      },
    },
  })
  const id = await written(core)
  const out = testFolder()
  const path = join(out, 'release')
  const html = { id, audience: 'public', path, job: 'j1', formats: ['html'] } as const
  valueOf(await core.call('publish.run', { ...html, formats: ['html'] }, 'cli'))
  const before = readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')])
  cancel = () => void core.call('job.cancel', { job: 'j2' }, 'cli')
  const cancelled = await core.call(
    'publish.run',
    { id, audience: 'public', path, job: 'j2' },
    'cli',
  )
  expect(cancelled).toEqual(fail('CANCELLED'))
  expect(readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')])).toEqual(
    before,
  )
  expect(readdirSync(out)).toEqual(['release'])
  expect(await core.call('job.cancel', { job: 'j2' }, 'cli')).toEqual(
    fail('JOB_UNKNOWN', { job: 'j2' }),
  )
})

test('a printer that fails leaves nothing half-written', async () => {
  const core = await start({
    printer: { print: () => Promise.resolve(fail('PRINT_FAILED', { why: 'paper' })) },
  })
  const id = await written(core)
  const out = testFolder()
  const path = join(out, 'release')
  expect(await core.call('publish.run', { id, audience: 'public', path, job: 'j' }, 'cli')).toEqual(
    fail('PRINT_FAILED', { why: 'paper' }),
  )
  expect(readdirSync(out)).toEqual([])
})

test('a place that cannot be written is an error with its reason', async () => {
  const core = await start()
  const id = await written(core)
  const file = join(testFolder(), 'file')
  writeFileSync(file, '')
  const path = join(file, 'inside', 'page.html')
  const page = await core.call(
    'export.file',
    { id, audience: 'public', format: 'html', path },
    'cli',
  )
  expect(page).toMatchObject({ error: { code: 'FILE_UNWRITABLE', params: { file: path } } })
  const release = { id, audience: 'public', path: join(file, 'inside'), job: 'j' } as const
  expect(await core.call('publish.run', release, 'cli')).toMatchObject({
    error: { code: 'FILE_UNWRITABLE' },
  })
  const over = { id, audience: 'public', path: file, job: 'j', formats: ['html'] } as const
  expect(await core.call('publish.run', { ...over, formats: ['html'] }, 'cli')).toMatchObject({
    error: { code: 'FILE_UNWRITABLE' },
  })
  expect(readFileSync(file, 'utf8')).toBe('')
})

test('in a folder that a person chose a release gets its own, and writes over nothing of theirs', async () => {
  const chosen = testFolder()
  const theirs = join(chosen, 'the-night-the-mail-stood-still')
  mkdirSync(theirs)
  writeFileSync(join(theirs, 'notes.txt'), 'mine')
  const core = await start({
    dialogs: {
      save: () => Promise.resolve(null),
      open: () => Promise.resolve(null),
      folder: () => Promise.resolve(chosen),
    },
  })
  const id = await written(core)
  const publish = async (job: string) =>
    valueOf(
      await core.call('publish.run', { id, audience: 'public', job, formats: ['html'] }, 'window'),
    ).path
  expect(await publish('j1')).toBe(`${theirs}-2`)
  // The next release of the same postmortem takes the place of this one.
  expect(await publish('j2')).toBe(`${theirs}-2`)
  expect(readdirSync(theirs)).toEqual(['notes.txt'])
  expect(readdirSync(chosen).toSorted()).toEqual(
    [theirs, `${theirs}-2`].map((path) => path.slice(chosen.length + 1)),
  )
})

test('a closed dialog is no error', async () => {
  const core = await start()
  const id = await written(core)
  expect(await core.call('publish.run', { id, audience: 'public', job: 'j' }, 'window')).toEqual(
    ok({ path: null, files: [] }),
  )
  expect(
    await core.call('export.file', { id, audience: 'public', format: 'pdf' }, 'window'),
  ).toEqual(ok({ path: null, bytes: 0 }))
})

test('the preview marks units and counts what is not translated for its audience', async () => {
  const core = await start()
  const id = await written(core, ['Summary'])
  const preview = async (audience: 'public' | 'internal') =>
    valueOf(await core.call('preview.page', { id, locale: 'ja', audience }, 'window'))
  expect((await preview('public')).untranslated).toBe(1)
  expect((await preview('internal')).untranslated).toBe(2)
  expect((await preview('public')).html).toContain('data-unit')
  expect((await preview('public')).html).not.toContain(INTERNAL)
})

test('closing the core stops a running job and waits until it has cleaned up', async () => {
  const folder = testFolder()
  let printing = (): void => {}
  const started = new Promise<void>((resolve) => (printing = resolve))
  const core = await start({
    printer: {
      print: (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(fail('CANCELLED')))
          printing()
        }),
    },
  })
  const id = await written(core)
  const path = join(folder, 'release')
  const running = core.call('publish.run', { id, audience: 'public', path, job: 'j' }, 'cli')
  await started
  expect(readdirSync(folder)).toHaveLength(1)
  await core.close()
  expect(readdirSync(folder)).toEqual([])
  expect(await running).toEqual(fail('CANCELLED'))
})

test('a site is one release: pages, what they share, and a manifest that vouches for all of it', async () => {
  const core = await start()
  const id = await written(core)
  const folder = join(testFolder(), 'site')
  const { files } = valueOf(
    await core.call(
      'publish.run',
      { id, audience: 'public', formats: ['html'], site: true, path: folder, job: 'job-1' },
      'cli',
    ),
  )
  expect(files.filter(({ locale }) => locale !== null).map(({ file }) => file)).toEqual(
    FILES.filter((name) => name.endsWith('.html')),
  )
  const shared = files.filter(({ format }) => format === 'shared')
  expect(shared.length).toBeGreaterThan(2)
  const page = readFileSync(join(folder, FILES[0]!), 'utf8')
  expect(page).not.toContain('base64,d09GM')
  expect(shared.some(({ file }) => page.includes(`href="${file}"`))).toBe(true)
  expect(valueOf(await verifyRelease(folder))).toMatchObject({
    changed: [],
    missing: [],
    extra: [],
  })
})
