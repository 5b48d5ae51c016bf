import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Change } from '../../model/document/change.ts'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import { contentHash } from '../../model/units/hash.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { said } from '../fixtures/remembered.ts'

const PUBLIC = 'No message was lost in the night.'
const INTERNAL = 'The duty officer had been asleep since midnight.'
const DUTCH = {
  [PUBLIC]: 'Er ging die nacht geen bericht verloren.',
  [INTERNAL]: 'De dienstdoende sliep al sinds middernacht.',
}

/** The same block with other words. */
const saying = <T extends object>(block: T, before: string, after: string): T =>
  JSON.parse(JSON.stringify(block).replace(before, after)) as T

const approved = (unit: string, source: string, text: string): Change => ({
  type: 'translation.put',
  translation: {
    unit,
    locale: 'nl',
    content: said(text),
    state: 'approved',
    origin: 'human',
    by: 'Anneke de Vries',
    sourceHash: contentHash(said(source)),
    changedAt: '2024-03-01T09:00:00.000Z',
  },
})

async function remembered() {
  const folder = testFolder()
  const core = await openTestCore(join(folder, 'library.afterword'), { user: 'Anneke de Vries' })
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'A night', locale: 'en' }, 'cli'),
  )
  const section = blankSection('summary', 'a0', 'Summary')
  const shown = paragraphBlock('a0', PUBLIC)
  const hidden = { ...paragraphBlock('a1', INTERNAL), audience: 'internal' as const }
  let base = 0
  async function save(...changes: Change[]): Promise<void> {
    base = valueOf(await core.call('postmortem.save', { id, base, changes }, 'cli')).revision
  }
  await save(
    { type: 'locales.put', locales: ['nl'] },
    { type: 'section.put', section },
    { type: 'block.put', section: section.id, block: shown },
    { type: 'block.put', section: section.id, block: hidden },
    // The hidden one first, so that it has the lower number.
    approved(hidden.id, INTERNAL, DUTCH[INTERNAL]!),
    approved(shown.id, PUBLIC, DUTCH[PUBLIC]!),
  )
  const file = join(folder, 'memory.tmx')
  const give = (audience?: 'public' | 'internal') =>
    core.call('memory.export', { path: file, ...(audience ? { audience } : {}) }, 'cli')
  const written = async (audience?: 'public' | 'internal') => {
    valueOf(await give(audience))
    return readFileSync(file, 'utf8')
  }
  return { core, folder, give, written, save, section, shown, hidden }
}

test('a memory goes out for the public where nothing else is asked for, without who confirmed it', async () => {
  const { give, written } = await remembered()
  for (const audience of [undefined, 'public'] as const) {
    expect(valueOf(await give(audience))).toMatchObject({ units: 1, left: 1 })
    const text = await written(audience)
    expect(text).toContain(DUTCH[PUBLIC])
    for (const inside of [INTERNAL, DUTCH[INTERNAL]!, 'Anneke']) expect(text).not.toContain(inside)
  }
  expect(valueOf(await give('internal'))).toMatchObject({ units: 2, left: 0 })
  const all = await written('internal')
  for (const inside of [INTERNAL, DUTCH[INTERNAL]!, 'Anneke']) expect(all).toContain(inside)
})

test('what the public gets is the same to the last byte, whatever is said inside', async () => {
  const { written, save, section, hidden } = await remembered()
  const before = await written('public')
  const other = 'Three people slept.'
  await save(
    { type: 'block.put', section: section.id, block: saying(hidden, INTERNAL, other) },
    approved(hidden.id, other, 'Drie mensen sliepen.'),
  )
  expect(await written('internal')).toContain('Drie mensen sliepen.')
  expect(await written('public')).toBe(before)
  await save({ type: 'block.remove', block: hidden.id })
  expect(await written('public')).toBe(before)
})

test('what does not stand there any more stays, because nobody says for whom it was', async () => {
  const { give, save, section, shown } = await remembered()
  const block = saying(shown, PUBLIC, 'No message at all was lost.')
  await save({ type: 'block.put', section: section.id, block })
  expect(valueOf(await give('internal')).units).toBe(2)
  expect(valueOf(await give('public'))).toMatchObject({ units: 0, left: 2 })
})

test('what came with a file stays where it says what the public may not see', async () => {
  const { core, folder, give, written } = await remembered()
  const theirs = join(folder, 'theirs.tmx')
  const variant = (locale: string, text: string) =>
    `<tuv xml:lang="${locale}"><seg>${text}</seg></tuv>`
  const unit = (en: string, nl: string) => `<tu>${variant('en', en)}${variant('nl', nl)}</tu>`
  writeFileSync(
    theirs,
    `<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="block" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>${unit(`They told us: ${INTERNAL}`, 'Zij zeiden het.')}${unit('The gate was open.', 'De poort stond open.')}</body></tmx>`,
  )
  valueOf(await core.call('memory.import', { path: theirs }, 'cli'))
  expect(valueOf(await give('public'))).toMatchObject({ units: 2, left: 2 })
  const text = await written('public')
  expect(text).toContain('De poort stond open.')
  expect(text).not.toContain('Zij zeiden het.')
  expect(valueOf(await give('internal')).units).toBe(4)
})
