import { join } from 'node:path'
import { expect, test } from 'vitest'
import { publicationWords } from '../../locales/publication-words.ts'
import { sample } from '../../electron/app/sample/sample.ts'
import { isEntry } from '../../model/document/block.ts'
import { says, textsOf } from '../../model/document/says.ts'
import { headOf } from '../../model/document/state.ts'
import { plainText } from '../../model/document/text.ts'
import { templateOf } from '../../model/template/own-template.ts'
import { factUsage } from '../../model/facts/usage.ts'
import { unitsOf } from '../../model/units/unit.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'

const place = (): string => join(testFolder(), 'library.afterword')

async function coreWithSample() {
  const core = await openTestCore(place())
  const { id } = valueOf(await core.call('sample.restore', {}, 'cli'))
  return { core, id }
}

/** Every id in a document, in reading order. */
const idsOf = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === 'id' && typeof inner === 'string' ? [inner] : idsOf(inner),
      )

test('a template of headings brings the sections of its postmortem and not a word of their texts', async () => {
  const { core, id } = await coreWithSample()
  const { document: source } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
  const { template } = valueOf(
    await core.call('template.save', { id, name: ' Ours ', texts: false }, 'cli'),
  )
  expect(valueOf(await core.call('template.list', {}, 'cli'))).toEqual([
    { id: template, name: 'Ours', locale: 'en', sections: source.sections.length, texts: false },
  ])
  const made = valueOf(
    await core.call('postmortem.create', { title: 'Another', locale: 'en', template }, 'cli'),
  )
  const opened = valueOf(await core.call('postmortem.open', { id: made.id }, 'cli'))
  const shape = ({ kind, audience, heading }: (typeof source.sections)[number]) => ({
    kind,
    audience,
    heading: plainText(heading.content),
  })
  expect(opened.document.sections.map(shape)).toEqual(source.sections.map(shape))
  expect(opened.document.sections.flatMap(({ blocks }) => blocks)).toEqual([])
  expect(opened.document.metadata.organisation).toBe('')
  expect(opened.translations).toEqual([])
})

test('a template with texts brings them without facts, attributes, translations or a single old id', async () => {
  const { core, id } = await coreWithSample()
  const { document: source } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
  const { template } = valueOf(
    await core.call('template.save', { id, name: 'With texts', texts: true }, 'cli'),
  )
  const made = valueOf(
    await core.call('postmortem.create', { title: 'Another', locale: 'en', template }, 'cli'),
  )
  const { document, translations } = valueOf(
    await core.call('postmortem.open', { id: made.id }, 'cli'),
  )
  expect(document.facts).toEqual([])
  expect([...factUsage(document).keys()]).toEqual([])
  expect(document.workstreams).toEqual([])
  expect(translations).toEqual([])
  const old = new Set(idsOf(source))
  expect(idsOf(document).filter((one) => old.has(one))).toEqual([])
  const units = unitsOf(document).map((unit) => unit.id)
  expect(new Set(units).size).toBe(units.length)
  const before = source.sections.flatMap(({ blocks }) => blocks)
  const after = document.sections.flatMap(({ blocks }) => blocks)
  expect(after.map(({ kind, audience }) => [kind, audience])).toEqual(
    before.map(({ kind, audience }) => [kind, audience]),
  )
  expect(after.every(says)).toBe(true)
  const said = (blocks: typeof before): string[] =>
    blocks
      .filter(isEntry)
      .flatMap((entry) => textsOf(entry).map(({ content }) => plainText(content, () => '…')))
  expect(said(after)).toEqual(said(before))
  for (const block of after) {
    if (block.kind === 'action') expect(block).toMatchObject({ owner: '', ticket: '', due: null })
    if (block.kind === 'finding') expect(block).toMatchObject({ evidence: '', confidence: null })
    if (block.kind === 'event') expect(block.when).toBeNull()
    if (block.kind === 'measure') expect(block).toMatchObject({ potential: null, confirmed: null })
  }
})

test('two postmortems from one template share no id', async () => {
  const { core, id } = await coreWithSample()
  const { template } = valueOf(
    await core.call('template.save', { id, name: 'Twice', texts: true }, 'cli'),
  )
  const make = async () => {
    const made = await core.call('postmortem.create', { title: 'T', locale: 'en', template }, 'cli')
    return idsOf(
      valueOf(await core.call('postmortem.open', { id: valueOf(made).id }, 'cli')).document,
    )
  }
  const first = new Set(await make())
  expect((await make()).filter((one) => first.has(one))).toEqual([])
})

test('a usual heading is that of the language in which one writes; an own heading stays', async () => {
  const core = await openTestCore(place())
  const { id } = valueOf(
    await core.call(
      'postmortem.create',
      { title: 'T', locale: 'en', template: 'data-exposure' },
      'cli',
    ),
  )
  const { document, revision } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
  const head = headOf(document.sections[0]!)
  const heading = { ...head.heading, content: [{ type: 'text' as const, value: 'To our guests' }] }
  valueOf(
    await core.call(
      'postmortem.save',
      { id, base: revision, changes: [{ type: 'section.put', section: { ...head, heading } }] },
      'cli',
    ),
  )
  const { template } = valueOf(
    await core.call('template.save', { id, name: 'Guests', texts: false }, 'cli'),
  )
  const made = valueOf(
    await core.call('postmortem.create', { title: 'T', locale: 'ja', template }, 'cli'),
  )
  const opened = valueOf(await core.call('postmortem.open', { id: made.id }, 'cli'))
  expect(opened.document.sections.map((one) => plainText(one.heading.content))).toEqual([
    'To our guests',
    ...document.sections.slice(1).map(({ kind }) => publicationWords('ja')!.sections[kind]),
  ])
  // The guidance of the template that the first one began with goes on.
  expect(opened.document.metadata.template).toBe('data-exposure')
})

test('a template cannot have the name of one of ours, which the command line names by it', async () => {
  const { core, id } = await coreWithSample()
  for (const name of ['outage', 'Outage']) {
    const saved = await core.call('template.save', { id, name, texts: false }, 'cli')
    expect(!saved.ok && saved.error.code).toBe('TEMPLATE_NAME_TAKEN')
  }
  const unknown = await core.call(
    'postmortem.create',
    { title: 'T', locale: 'en', template: 'fire' },
    'cli',
  )
  expect(unknown).toMatchObject({
    error: { code: 'TEMPLATE_UNKNOWN', params: { template: 'fire' } },
  })
})

test('what stands in a fact is never kept, in a heading neither', () => {
  const { document } = sample()
  const [fact] = document.facts
  const [section, ...rest] = document.sections
  const heading = [
    { type: 'text' as const, value: 'Since ' },
    { type: 'fact' as const, fact: fact!.id, form: 'long' as const },
    { type: 'text' as const, value: ' at least' },
  ]
  const kept = templateOf(
    {
      ...document,
      sections: [{ ...section!, heading: { ...section!.heading, content: heading } }, ...rest],
    },
    { texts: false },
  )
  expect(kept.sections[0]!.heading.content).toEqual([{ type: 'text', value: 'Since … at least' }])
})
