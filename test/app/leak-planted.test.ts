import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ownTexts } from '../../electron/app/own-texts.ts'
import type { Core } from '../../electron/app/ports.ts'
import type * as markdown from '../../electron/exchange/markdown.ts'
import type * as docx from '../../electron/exchange/docx/write.ts'
import type * as xliff from '../../electron/exchange/xliff/write.ts'
import type * as word from '../../electron/publish/docx/write.ts'
import type * as fragment from '../../electron/publish/fragment.ts'
import type * as page from '../../electron/publish/page.ts'
import type * as pictures from '../../electron/publish/pictures/picture.ts'
import { DEFAULT_FRAGMENT } from '../../model/document/fragment.ts'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import { ok } from '../../model/errors/result.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { testPrinter } from '../fixtures/printer.ts'

const SECRET = 'The duty officer had been asleep since midnight.'

/** What a defect of each exporter would let out; empty: it has none. */
const leak = vi.hoisted(() => ({ text: '' }))

vi.mock('../../electron/publish/page.ts', async (original) => {
  const real = await original<typeof page>()
  return {
    ...real,
    renderPage: async (input: Parameters<typeof page.renderPage>[0]) => {
      const html = await real.renderPage(input)
      return html.ok ? ok(html.value.replace('</main>', `<p>${leak.text}</p></main>`)) : html
    },
  }
})
vi.mock('../../electron/publish/fragment.ts', async (original) => {
  const real = await original<typeof fragment>()
  return {
    ...real,
    renderFragment: (...given: Parameters<typeof fragment.renderFragment>) => {
      const html = real.renderFragment(...given)
      return html.ok ? ok(html.value.replace('</article>', `<p>${leak.text}</p></article>`)) : html
    },
  }
})
vi.mock('../../electron/publish/docx/write.ts', async (original) => {
  const real = await original<typeof word>()
  return {
    ...real,
    renderDocx: async (...given: Parameters<typeof word.renderDocx>) => {
      const made = await real.renderDocx(...given)
      if (!made.ok) return made
      const files = unzipSync(made.value)
      const body = strFromU8(files['word/document.xml']!)
      const planted = `<w:p><w:r><w:t>${leak.text}</w:t></w:r></w:p></w:body>`
      files['word/document.xml'] = strToU8(body.replace('</w:body>', planted))
      return ok(zipSync(files))
    },
  }
})
vi.mock('../../electron/publish/pictures/picture.ts', async (original) => {
  const real = await original<typeof pictures>()
  return {
    ...real,
    renderPicture: async (...given: Parameters<typeof pictures.renderPicture>) => {
      const drawn = await real.renderPicture(...given)
      return drawn.ok ? ok({ ...drawn.value, says: [...drawn.value.says, leak.text] }) : drawn
    },
  }
})
vi.mock('../../electron/exchange/markdown.ts', async (original) => {
  const real = await original<typeof markdown>()
  return {
    ...real,
    writeMarkdown: (...given: Parameters<typeof markdown.writeMarkdown>) => {
      const text = real.writeMarkdown(...given)
      return text.ok ? ok(`${text.value}\n${leak.text}\n`) : text
    },
  }
})
vi.mock('../../electron/exchange/xliff/write.ts', async (original) => {
  const real = await original<typeof xliff>()
  return {
    ...real,
    xliffPieces: (...given: Parameters<typeof xliff.xliffPieces>) =>
      [...real.xliffPieces(...given)].map((piece) =>
        piece.replace('</file>', `<!-- ${leak.text} --></file>`),
      ),
  }
})
vi.mock('../../electron/exchange/docx/write.ts', async (original) => {
  const real = await original<typeof docx>()
  return {
    ...real,
    writeDocx: (...[texts, headings]: Parameters<typeof docx.writeDocx>) =>
      real.writeDocx(
        {
          ...texts,
          units: texts.units.map((unit) => ({
            ...unit,
            source: [...unit.source, { type: 'text', value: leak.text }],
          })),
        },
        headings,
      ),
  }
})

let paper: Awaited<ReturnType<typeof testPrinter>>
beforeAll(async () => {
  paper = await testPrinter()
  // What exporters say of a document without a word is known before any of them gets its defect: a leak comes from a document.
  await ownTexts()
})
afterAll(() => paper.close())

async function written(): Promise<{ core: Core; id: string }> {
  const core = await openTestCore(join(testFolder(), 'library.afterword'), {
    printer: paper.printer,
  })
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'A night', locale: 'en' }, 'cli'),
  )
  const section = blankSection('summary', 'a0', 'Summary')
  const changes = [
    { type: 'locales.put' as const, locales: ['nl'] },
    { type: 'section.put' as const, section },
    {
      type: 'block.put' as const,
      section: section.id,
      block: paragraphBlock('a0', 'No message was lost.'),
    },
    {
      type: 'block.put' as const,
      section: section.id,
      block: { ...paragraphBlock('a1', SECRET), audience: 'internal' as const },
    },
  ]
  valueOf(await core.call('postmortem.save', { id, base: 0, changes }, 'cli'))
  return { core, id }
}

const refused = { error: { code: 'LEAK_FOUND', params: { text: SECRET } } }

test.for(['html', 'pdf', 'docx', 'md', 'fragment'] as const)(
  'a leak in what writes %s is caught, and nothing is written',
  async (what) => {
    const { core, id } = await written()
    const format = what === 'fragment' ? 'html' : what
    const path = join(testFolder(), 'out', `page.${format}`)
    const chosen = what === 'fragment' ? { fragment: DEFAULT_FRAGMENT } : {}
    const input = { id, audience: 'public', format, path, ...chosen } as const
    leak.text = SECRET
    expect(await core.call('export.file', input, 'cli')).toMatchObject(refused)
    expect(existsSync(join(path, '..'))).toBe(false)
    leak.text = 'No message was lost.'
    expect((await core.call('export.file', input, 'cli')).ok).toBe(true)
    // Who may read it gets it.
    leak.text = SECRET
    expect((await core.call('export.file', { ...input, audience: 'internal' }, 'cli')).ok).toBe(
      true,
    )
  },
)

test.for(['xlf', 'docx'] as const)(
  'a leak in what writes %s for translators is caught',
  async (format) => {
    const { core, id } = await written()
    const path = join(testFolder(), 'out', `page.${format}`)
    const input = { id, locale: 'nl', audience: 'public', format, path } as const
    leak.text = SECRET
    expect(await core.call('export.exchange', input, 'cli')).toMatchObject(refused)
    expect(existsSync(join(path, '..'))).toBe(false)
    leak.text = ''
    expect((await core.call('export.exchange', input, 'cli')).ok).toBe(true)
  },
)

test('a leak in what draws pictures is caught', async () => {
  const { core, id } = await written()
  const path = join(testFolder(), 'out', 'card.png')
  const input = { id, audience: 'public', picture: 'card', path } as const
  leak.text = SECRET
  expect(await core.call('export.picture', input, 'cli')).toMatchObject(refused)
  expect(existsSync(join(path, '..'))).toBe(false)
  leak.text = ''
  expect((await core.call('export.picture', input, 'cli')).ok).toBe(true)
})

test('a leak in one page stops the whole release, and leaves what was there', async () => {
  const { core, id } = await written()
  const out = testFolder()
  const path = join(out, 'release')
  const input = { id, audience: 'public', locales: ['en'], path, job: 'j' } as const
  leak.text = SECRET
  const run = await core.call('publish.run', { ...input, locales: ['en'] }, 'cli')
  expect(run).toMatchObject({
    error: { code: 'LEAK_FOUND', params: { file: 'a-night.en.html', where: 'text' } },
  })
  expect(readdirSync(out)).toEqual([])
  leak.text = ''
  expect((await core.call('publish.run', { ...input, locales: ['en'] }, 'cli')).ok).toBe(true)
})

test('a passage in the title that stays inside does not get into the name of a file', async () => {
  const { core, id } = await written()
  const content = [
    { type: 'text' as const, value: 'A night' },
    {
      type: 'passage' as const,
      audience: 'internal' as const,
      children: [{ type: 'text' as const, value: ' that Bob slept through' }],
    },
  ]
  valueOf(
    await core.call(
      'postmortem.save',
      { id, base: 1, changes: [{ type: 'title.put', content }] },
      'cli',
    ),
  )
  const path = join(testFolder(), 'release')
  leak.text = ''
  valueOf(
    await core.call(
      'publish.run',
      { id, audience: 'public', locales: ['en'], formats: ['html'], path, job: 'j' },
      'cli',
    ),
  )
  expect(readdirSync(path).toSorted()).toEqual(['a-night.en.html', 'manifest.json'])
})
