import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/app/ports.ts'
import { publicationWords } from '../../locales/publication-words.ts'
import { AUDIENCES, maySee } from '../../model/document/audience.ts'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import { contentHash } from '../../model/units/hash.ts'
import { unitsOf } from '../../model/units/unit.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { testPrinter } from '../fixtures/printer.ts'
import { hasTool } from '../publish/tools.ts'

let paper: Awaited<ReturnType<typeof testPrinter>>
beforeAll(async () => {
  paper = await testPrinter()
})
afterAll(() => paper.close())

const said = (audience: string): string =>
  `This sentence is for the ${audience} and for nobody wider.`

/** One source for four circles, in two languages, long enough for several sheets. */
async function written(): Promise<{ core: Core; id: string }> {
  const core = await openTestCore(join(testFolder(), 'library.afterword'), {
    printer: paper.printer,
  })
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'A night', locale: 'en' }, 'cli'),
  )
  const section = blankSection('summary', 'a0', 'Summary')
  const blocks = AUDIENCES.map((audience, at) => ({
    ...paragraphBlock(`a${String(at)}`, said(audience)),
    audience,
  }))
  const long = Array.from({ length: 40 }, (_, at) =>
    paragraphBlock(
      `b${String(at).padStart(2, '0')}V`,
      `Paragraph ${String(at)}: ${'No message was lost. '.repeat(12)}`,
    ),
  )
  const changes = [
    { type: 'locales.put' as const, locales: ['ja'] },
    { type: 'section.put' as const, section },
    ...[...blocks, ...long].map((block) => ({
      type: 'block.put' as const,
      section: section.id,
      block,
    })),
  ]
  valueOf(await core.call('postmortem.save', { id, base: 0, changes }, 'cli'))
  const { document, revision } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
  const translations = unitsOf(document).map((unit) => ({
    type: 'translation.put' as const,
    translation: {
      unit: unit.id,
      locale: 'ja',
      content: [{ type: 'text' as const, value: '失われたメッセージはありません。'.repeat(12) }],
      state: 'translated' as const,
      origin: 'human' as const,
      sourceHash: contentHash(unit.content),
      changedAt: '2024-03-01T09:00:00.000Z',
    },
  }))
  valueOf(await core.call('postmortem.save', { id, base: revision, changes: translations }, 'cli'))
  return { core, id }
}

describe.skipIf(!hasTool('pdftotext'))('from one source', () => {
  test('each circle gets its own build, and every page and sheet of one that is not public says for whom it is', async () => {
    const { core, id } = await written()
    for (const audience of AUDIENCES) {
      const path = join(testFolder(), audience)
      const { files } = valueOf(
        await core.call('publish.run', { id, audience, path, job: 'j' }, 'cli'),
      )
      for (const { file, locale, format } of files) {
        if (locale === null) throw new Error('a file without a language')
        const mark =
          audience === 'public' ? undefined : publicationWords(locale)!.audiences[audience]
        const all = Object.values(publicationWords(locale)!.audiences)
        const pages =
          format === 'html'
            ? [readFileSync(join(path, file), 'utf8')]
            : execFileSync('pdftotext', [join(path, file), '-'], { encoding: 'utf8' })
                .split('\f')
                .filter((text) => text.trim() !== '')
        if (format === 'pdf') expect(pages.length, file).toBeGreaterThan(2)
        for (const page of pages)
          if (mark === undefined)
            expect(
              all.filter((one) => page.includes(one)),
              file,
            ).toEqual([])
          else expect(page.replaceAll(/\s+/g, ' '), file).toContain(mark)
        if (locale !== 'en') continue
        const text = pages.join(' ').replaceAll(/\s+/g, ' ')
        for (const circle of AUDIENCES)
          expect(text.includes(said(circle)), `${file} ${circle}`).toBe(maySee(audience, circle))
      }
    }
  })
})
