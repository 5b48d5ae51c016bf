import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { ownTexts } from '../../electron/app/own-texts.ts'
import type { Core } from '../../electron/app/ports.ts'
import type * as csv from '../../electron/exchange/terms/csv-write.ts'
import type * as tbx from '../../electron/exchange/terms/tbx-write.ts'
import type * as tmx from '../../electron/exchange/tmx/write.ts'
import { plainConcept, plainTerm, type Concept } from '../../model/terms/concept.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { writeAccount } from '../fixtures/remembered.ts'

/** What a defect of each exporter would let out; empty: it has none. */
const leak = vi.hoisted(() => ({ text: '' }))

vi.mock('../../electron/exchange/tmx/write.ts', async (original) => {
  const real = await original<typeof tmx>()
  return {
    ...real,
    writeUnit: (...given: Parameters<typeof tmx.writeUnit>) =>
      real.writeUnit(...given).replace('</tu>', `<note>${leak.text}</note></tu>`),
  }
})
vi.mock('../../electron/exchange/terms/tbx-write.ts', async (original) => {
  const real = await original<typeof tbx>()
  return {
    ...real,
    tbxConcept: (...given: Parameters<typeof tbx.tbxConcept>) =>
      real.tbxConcept(...given).replace('</conceptEntry>', `<!-- ${leak.text} --></conceptEntry>`),
  }
})
vi.mock('../../electron/exchange/terms/csv-write.ts', async (original) => {
  const real = await original<typeof csv>()
  return {
    ...real,
    csvConcept: (...given: Parameters<typeof csv.csvConcept>) =>
      `${real.csvConcept(...given).trimEnd()},${leak.text}\r\n`,
  }
})

const SECRET = 'The duty officer had been asleep since midnight.'
const NOTE = 'Legal does not want this word in any letter to the court.'
const BREACH: Concept = {
  ...plainConcept('breach', [
    plainTerm('en', 'data breach'),
    { ...plainTerm('nl', 'datalek'), note: 'Never say theft before the lawyers agree.' },
  ]),
  subject: 'security',
  definition: 'Data that got to somebody who may not have it.',
  note: NOTE,
}
const NIGHT: Concept = {
  ...plainConcept('night', [plainTerm('en', 'night watch')]),
  definition: `What was not kept: ${SECRET}`,
}

beforeAll(() => ownTexts())

async function written(...concepts: Concept[]): Promise<Core> {
  const core = await openTestCore(join(testFolder(), 'library.afterword'))
  valueOf(await core.call('terms.change', { put: concepts, remove: [] }, 'window'))
  const account = await writeAccount(core, 'en', ['nl'], ['No message was lost.', SECRET])
  const { document, revision } = valueOf(
    await core.call('postmortem.open', { id: account.id }, 'window'),
  )
  const { id: section, blocks } = document.sections[0]!
  const block = blocks.find((one) => JSON.stringify(one).includes(SECRET))!
  const changes = [
    { type: 'block.put' as const, section, block: { ...block, audience: 'internal' as const } },
  ]
  valueOf(await core.call('postmortem.save', { id: account.id, base: revision, changes }, 'window'))
  await account.translate(0, 'nl', 'Er ging geen bericht verloren.')
  leak.text = ''
  return core
}

test('a leak in what writes TMX is caught, and nothing is written', async () => {
  const core = await written()
  const path = join(testFolder(), 'out', 'memory.tmx')
  leak.text = SECRET
  expect(await core.call('memory.export', { path }, 'cli')).toMatchObject({
    error: { code: 'LEAK_FOUND', params: { file: 'memory.tmx', text: SECRET } },
  })
  expect(existsSync(path)).toBe(false)
  // Who may read it gets it, and what is no secret is none.
  expect((await core.call('memory.export', { path, audience: 'internal' }, 'cli')).ok).toBe(true)
  leak.text = 'No message was lost.'
  expect(valueOf(await core.call('memory.export', { path }, 'cli')).units).toBe(1)
})

test.for(['tbx', 'csv'] as const)(
  'a leak in what writes terms as %s is caught, and nothing is written',
  async (format) => {
    const core = await written(BREACH)
    const path = join(testFolder(), 'out', `terms.${format}`)
    for (const text of [SECRET, NOTE]) {
      leak.text = text
      expect(await core.call('terms.export', { path }, 'cli')).toMatchObject({
        error: { code: 'LEAK_FOUND', params: { file: `terms.${format}`, text } },
      })
      expect(existsSync(path)).toBe(false)
    }
    expect((await core.call('terms.export', { path, notes: true }, 'cli')).ok).toBe(true)
    leak.text = SECRET
    expect((await core.call('terms.export', { path, notes: true }, 'cli')).ok).toBe(false)
    expect((await core.call('terms.export', { path, audience: 'internal' }, 'cli')).ok).toBe(true)
  },
)

test.for(['tbx', 'csv'] as const)(
  'of terms as %s notes leave only where they are asked for, and no concept that says what its readers may not see',
  async (format) => {
    const core = await written(BREACH, NIGHT)
    const path = join(testFolder(), `terms.${format}`)
    const give = async (more: object) => {
      const { concepts, left } = valueOf(await core.call('terms.export', { path, ...more }, 'cli'))
      return { concepts, left, text: readFileSync(path, 'utf8') }
    }
    const outside = await give({})
    expect(outside).toMatchObject({ concepts: 1, left: ['night watch'] })
    for (const kept of [NOTE, 'lawyers', SECRET, 'night watch'])
      expect(outside.text).not.toContain(kept)
    for (const out of [BREACH.definition, 'datalek', 'security'])
      expect(outside.text).toContain(out)
    const noted = await give({ audience: 'customer', notes: true })
    for (const out of [NOTE, 'lawyers']) expect(noted.text).toContain(out)
    expect(noted.left).toEqual(['night watch'])
    const inside = await give({ audience: 'internal' })
    expect(inside).toMatchObject({ concepts: 2, left: [] })
    for (const out of [NOTE, 'lawyers', SECRET]) expect(inside.text).toContain(out)
  },
)
