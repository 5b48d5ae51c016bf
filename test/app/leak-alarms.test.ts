import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Core } from '../../electron/app/ports.ts'
import { AUDIENCES } from '../../model/document/audience.ts'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Block } from '../../model/document/block.ts'
import { newId } from '../../model/document/identifier.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { testPrinter } from '../fixtures/printer.ts'

let paper: Awaited<ReturnType<typeof testPrinter>>
beforeAll(async () => {
  paper = await testPrinter()
})
afterAll(() => paper.close())

async function exported(core: Core, id: string, locale: string): Promise<string[]> {
  const refused: string[] = []
  const note = (of: string, done: Awaited<ReturnType<Core['call']>>): void => {
    if (!done.ok && done.error.code.startsWith('LEAK'))
      refused.push(`${of} ${JSON.stringify(done.error.params)}`)
  }
  const folder = testFolder()
  for (const audience of AUDIENCES) {
    for (const format of [
      'html',
      'md',
      ...(audience === 'public' ? ['pdf' as const] : []),
    ] as const) {
      const path = join(folder, `page.${format}`)
      note(
        `${audience} ${format}`,
        await core.call('export.file', { id, locale, audience, format, path }, 'cli'),
      )
    }
    for (const format of ['xlf', 'docx'] as const) {
      const path = join(folder, `page.${format}`)
      note(
        `${audience} ${format}`,
        await core.call('export.exchange', { id, locale, audience, format, path }, 'cli'),
      )
    }
  }
  return refused
}

test('nothing in the sample is taken for a leak, for whomever and in whatever form', async () => {
  const core = await openTestCore(
    join(testFolder(), 'library.afterword'),
    { printer: paper.printer },
    { seedSample: true },
  )
  const [sample] = valueOf(await core.call('library.list', {}, 'cli'))
  for (const locale of ['ja', 'nl']) expect(await exported(core, sample!.id, locale)).toEqual([])
})

test('what is said inside of the same things, and in the words of the formats themselves, is no alarm', async () => {
  const core = await openTestCore(join(testFolder(), 'library.afterword'), {
    printer: paper.printer,
  })
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'A night', locale: 'en' }, 'cli'),
  )
  const section = blankSection('timeline', 'a0', 'Timeline')
  const event: Block = {
    id: newId(),
    order: 'a0',
    audience: 'public',
    kind: 'event',
    text: {
      id: newId(),
      content: [{ type: 'text', value: 'The intruder controlled a workstation.' }],
    },
    when: { kind: 'instant', at: '2022-01-21T13:05Z', zone: 'Europe/Amsterdam' },
  }
  const inside = [
    'January 21, 2022 the intruder controlled a workstation',
    'Content Security Policy: default-src none, style-src, img-src data, base-uri none',
    'Their page had: viewport width=device-width initial-scale=1, color-scheme light dark, referrer no-referrer',
    'urn:oasis:names:tc:xliff:document:2.0 and http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'It was 14:05 Central European Standard Time',
    'Summary, Timeline, Findings: not stated, not disclosed',
    'http://www.aiim.org/pdfua/ns/id/ and https://schema.org CorrectionComment',
    '4,711 of 12,000 on 21 January 2022 at 14:05',
  ]
  const changes = [
    { type: 'locales.put' as const, locales: ['nl'] },
    { type: 'section.put' as const, section },
    { type: 'block.put' as const, section: section.id, block: event },
    ...inside.map((text, at) => ({
      type: 'block.put' as const,
      section: section.id,
      block: { ...paragraphBlock(`b${String(at)}`, text), audience: 'internal' as const },
    })),
  ]
  valueOf(await core.call('postmortem.save', { id, base: 0, changes }, 'cli'))
  expect(await exported(core, id, 'en')).toEqual([])
  expect(await exported(core, id, 'nl')).toEqual([])
})
