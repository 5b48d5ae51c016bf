import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import { contentHash } from '../../model/units/hash.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'

const PUBLIC = 'No message was lost in the night.'
const INTERNAL = 'The duty officer had been asleep since midnight.'
const DUTCH = {
  [PUBLIC]: 'Er ging die nacht geen bericht verloren.',
  [INTERNAL]: 'De dienstdoende sliep al sinds middernacht.',
}

async function remembered() {
  const folder = testFolder()
  const core = await openTestCore(join(folder, 'library.afterword'), { user: 'Anneke de Vries' })
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'A night', locale: 'en' }, 'cli'),
  )
  const section = blankSection('summary', 'a0', 'Summary')
  const blocks = [
    paragraphBlock('a0', PUBLIC),
    { ...paragraphBlock('a1', INTERNAL), audience: 'internal' as const },
  ]
  const changes = [
    { type: 'locales.put' as const, locales: ['nl'] },
    { type: 'section.put' as const, section },
    ...blocks.map((block) => ({ type: 'block.put' as const, section: section.id, block })),
    ...blocks.map((block, at) => ({
      type: 'translation.put' as const,
      translation: {
        unit: block.id,
        locale: 'nl',
        content: [{ type: 'text' as const, value: Object.values(DUTCH)[at]! }],
        state: 'approved' as const,
        origin: 'human' as const,
        by: 'Anneke de Vries',
        sourceHash: contentHash([{ type: 'text', value: at === 0 ? PUBLIC : INTERNAL }]),
        changedAt: '2024-03-01T09:00:00.000Z',
      },
    })),
  ]
  valueOf(await core.call('postmortem.save', { id, base: 0, changes }, 'cli'))
  const file = join(folder, 'memory.tmx')
  const give = (audience?: 'public' | 'internal') =>
    core.call('memory.export', { path: file, ...(audience ? { audience } : {}) }, 'cli')
  return { core, folder, file, give }
}

test('a memory for the public has what the public may see, without who confirmed it', async () => {
  const { file, give } = await remembered()
  expect(valueOf(await give('public')).units).toBe(1)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(DUTCH[PUBLIC])
  for (const inside of [INTERNAL, DUTCH[INTERNAL]!, 'Anneke']) expect(text).not.toContain(inside)
  expect(valueOf(await give('internal')).units).toBe(2)
  expect(valueOf(await give()).units).toBe(2)
  expect(readFileSync(file, 'utf8')).toContain(DUTCH[INTERNAL])
})

test('what came with a file is refused where it says what the public may not see, and nothing is written', async () => {
  const { core, folder, file, give } = await remembered()
  const theirs = join(folder, 'theirs.tmx')
  const variant = (locale: string, text: string) =>
    `<tuv xml:lang="${locale}"><seg>${text}</seg></tuv>`
  writeFileSync(
    theirs,
    `<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="block" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body><tu>${variant('en', `They told us: ${INTERNAL}`)}${variant('nl', 'Zij zeiden het.')}</tu></body></tmx>`,
  )
  valueOf(await core.call('memory.import', { path: theirs }, 'cli'))
  expect(await give('public')).toMatchObject({
    error: { code: 'LEAK_FOUND', params: { file: 'TMX' } },
  })
  expect(existsSync(file)).toBe(false)
  expect(valueOf(await give('internal')).units).toBe(3)
})
