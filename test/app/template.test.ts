import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { interfaceResources } from '../../locales/interface-words.ts'
import { publicationWords } from '../../locales/publication-words.ts'
import { AUDIENCES } from '../../model/document/audience.ts'
import { guidanceFor, SPECIAL_GUIDANCE, TEMPLATE_NAMES } from '../../model/document/template.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'

const sentences = Object.values(interfaceResources).flatMap((pack) =>
  Object.values((pack['template'] as { guidance: Record<string, string> }).guidance),
)

test.each(TEMPLATE_NAMES)('%s gives sections with the headings of the language', async (name) => {
  const core = await openTestCore(join(testFolder(), 'library.afterword'))
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'T', locale: 'ja', template: name }, 'cli'),
  )
  const { document } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
  expect(document.sections.length === 0).toBe(name === 'blank')
  for (const { kind, heading, blocks } of document.sections) {
    expect(heading.content).toEqual([
      { type: 'text', value: publicationWords('ja')!.sections[kind] },
    ])
    expect(blocks).toEqual([])
  }
})

test('every guidance is asked for by a template', () => {
  const asked = TEMPLATE_NAMES.flatMap((name) =>
    (['summary', 'timeline', 'impact', 'findings', 'response', 'lessons'] as const).map((kind) =>
      guidanceFor(name, kind),
    ),
  )
  expect(asked).toEqual(expect.arrayContaining([...SPECIAL_GUIDANCE]))
})

test('guidance stands in no export, whoever reads it', async () => {
  expect(sentences.length).toBeGreaterThan(90)
  const folder = testFolder()
  const core = await openTestCore(join(folder, 'library.afterword'))
  for (const template of TEMPLATE_NAMES) {
    const { id } = valueOf(
      await core.call('postmortem.create', { title: 'A title', locale: 'en', template }, 'cli'),
    )
    const { document } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
    const stored = JSON.stringify(document)
    for (const sentence of sentences) expect(stored).not.toContain(sentence)
    for (const audience of AUDIENCES)
      for (const format of ['html', 'md'] as const) {
        const path = join(folder, `${template}-${audience}.${format}`)
        valueOf(await core.call('export.file', { id, audience, format, path }, 'cli'))
        const text = readFileSync(path, 'utf8')
        expect(text).toContain('A title')
        for (const sentence of sentences) expect(text).not.toContain(sentence)
        expect(text).not.toContain('"template"')
      }
  }
})
