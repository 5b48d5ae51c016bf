import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { QualityRule } from '../../model/checks/translation/rules.ts'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import type { TranslationState } from '../../model/document/translation.ts'
import { plainConcept, plainTerm } from '../../model/terms/concept.ts'
import { contentHash } from '../../model/units/hash.ts'
import { openTestCore } from '../fixtures/core.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'
import { said } from '../fixtures/remembered.ts'

const TEXT = 'A data theft began at night.'
const REASON = 'The regulator waits, and counsel has read it aloud.'

/** A postmortem in two languages that is ready but for one draft. */
async function made() {
  const file = join(testFolder(), 'library.afterword')
  const core = await openTestCore(file, { user: 'mira' })
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'A night', locale: 'en' }, 'cli'),
  )
  let base = 0
  const save = async (...changes: Change[]): Promise<void> => {
    base = valueOf(await core.call('postmortem.save', { id, base, changes }, 'cli')).revision
  }
  const section = blankSection('summary', 'a0', 'Summary')
  const block = paragraphBlock('a0', TEXT)
  await save(
    { type: 'locales.put', locales: ['nl'] },
    { type: 'section.put', section },
    { type: 'block.put', section: section.id, block },
  )
  const { document } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
  const translate = (unit: string, source: string, text: string, state: TranslationState) =>
    save({
      type: 'translation.put',
      translation: {
        ...{ unit, locale: 'nl', content: said(text), state, origin: 'human' },
        sourceHash: contentHash(said(source)),
        changedAt: '2024-03-01T09:00:00.000Z',
      },
    })
  await translate(document.title.id, 'A night', 'Een nacht', 'translated')
  await translate(section.heading.id, 'Summary', 'Samenvatting', 'translated')
  const draft = (text: string) => translate(block.id, TEXT, text, 'draft')
  await draft('Een diefstal begon in de nacht.')
  const path = join(testFolder(), 'out')
  const publish = () =>
    core.call('publish.run', { id, audience: 'public', path, formats: ['html'], job: 'j' }, 'cli')
  const check = async () =>
    valueOf(await core.call('check.run', { id, audience: 'public' }, 'window'))
  const place = (locale: string, rule: QualityRule) => ({ id, unit: block.id, locale, rule })
  return { file, core, id, path, draft, publish, check, place }
}

test('a draft goes out only with a reason, which the library keeps with the release and no reader gets', async () => {
  const { file, core, id, path, publish, place } = await made()
  expect(await publish()).toMatchObject({
    error: { code: 'PUBLISH_BLOCKED', params: { count: 1 } },
  })
  const draft = place('nl', 'state-draft')
  valueOf(await core.call('check.ignore', { ...draft, reason: REASON }, 'window'))
  const { files } = valueOf(await publish())
  for (const { file: name } of [...files, { file: 'manifest.json' }]) {
    const text = readFileSync(join(path, name), 'utf8')
    for (const inside of [REASON, 'mira']) expect(text).not.toContain(inside)
  }
  const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as object
  expect(manifest).toMatchObject({ approvals: [{ locale: 'nl', draft: 1, translated: 2 }] })
  await core.close()
  const library = openTestLibrary(file)
  const [release] = valueOf(library.releases(id))
  expect(release!.asides).toMatchObject([
    { unit: draft.unit, locale: 'nl', rule: 'state-draft', reason: REASON, author: 'mira' },
  ])
  library.close()
})

test('what is written in it afterwards has to be looked at again, and so has what is heeded again', async () => {
  const { core, draft, publish, place } = await made()
  const aside = place('nl', 'state-draft')
  valueOf(await core.call('check.ignore', { ...aside, reason: REASON }, 'window'))
  await draft('Een diefstal begon om middernacht.')
  expect(await publish()).toMatchObject({ error: { code: 'PUBLISH_BLOCKED' } })
  valueOf(await core.call('check.ignore', { ...aside, reason: REASON }, 'window'))
  valueOf(await core.call('check.heed', aside, 'window'))
  expect(await publish()).toMatchObject({ error: { code: 'PUBLISH_BLOCKED' } })
})

test('a forbidden term in the source is set aside for that text, until it says something else', async () => {
  const { core, check, place } = await made()
  const theft = plainConcept('theft', [{ ...plainTerm('en', 'data theft'), status: 'forbidden' }])
  valueOf(await core.call('terms.change', { put: [theft], remove: [] }, 'window'))
  const rules = async () => (await check()).problems.map(({ rule }) => rule)
  expect(await rules()).toContain('term-forbidden-source')
  const problem = place('en', 'term-forbidden-source')
  valueOf(await core.call('check.ignore', { ...problem, reason: 'So the court says.' }, 'window'))
  expect(await rules()).not.toContain('term-forbidden-source')
  expect((await check()).ignored).toMatchObject([
    { problem: { rule: 'term-forbidden-source', locale: 'en' }, by: { author: 'mira' } },
  ])
  const { document, revision } = valueOf(
    await core.call('postmortem.open', { id: problem.id }, 'window'),
  )
  const { id: section, blocks } = document.sections[0]!
  const block = JSON.parse(
    JSON.stringify(blocks[0]).replace('at night', 'at noon'),
  ) as (typeof blocks)[number]
  const changes = [{ type: 'block.put' as const, section, block }]
  valueOf(await core.call('postmortem.save', { id: problem.id, base: revision, changes }, 'window'))
  expect(await rules()).toContain('term-forbidden-source')
})
