import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '../../model/document/identifier.ts'
import { LOGO_BYTES, themeOfLook } from '../../model/theme/theme.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'

const ledger = { ...themeOfLook('ledger'), accent: '#8a1c3c', footer: { en: 'Set in ledger' } }

async function desk() {
  const core = await openTestCore(join(testFolder(), 'library.afterword'))
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'A night', locale: 'en' }, 'cli'),
  )
  const html = async (): Promise<string> => {
    const path = join(testFolder(), 'page.html')
    valueOf(
      await core.call('export.file', { id, audience: 'internal', format: 'html', path }, 'cli'),
    )
    return readFileSync(path, 'utf8')
  }
  const wear = async (base: number, theme: string) => {
    const { document } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
    const metadata = { ...document.metadata, theme }
    valueOf(
      await core.call(
        'postmortem.save',
        { id, base, changes: [{ type: 'metadata.put', metadata }] },
        'cli',
      ),
    )
  }
  return { core, id, html, wear }
}

test('a theme is kept, changed, deleted and brought back', async () => {
  const { core } = await desk()
  const { theme } = valueOf(await core.call('theme.save', { name: 'House', theme: ledger }, 'cli'))
  expect(valueOf(await core.call('theme.list', {}, 'cli'))).toEqual({
    themes: [{ id: theme, name: 'House', theme: ledger }],
    byDefault: null,
  })
  const plain = { ...ledger, footer: {} }
  valueOf(await core.call('theme.save', { id: theme, name: 'House 2', theme: plain }, 'cli'))
  expect(valueOf(await core.call('theme.list', {}, 'cli')).themes).toEqual([
    { id: theme, name: 'House 2', theme: plain },
  ])
  expect(await core.call('theme.save', { name: 'HOUSE 2', theme: plain }, 'cli')).toMatchObject({
    error: { code: 'THEME_NAME_TAKEN' },
  })
  valueOf(await core.call('theme.remove', { theme }, 'cli'))
  expect(valueOf(await core.call('theme.list', {}, 'cli')).themes).toEqual([])
  valueOf(await core.call('theme.restore', { theme }, 'cli'))
  expect(valueOf(await core.call('theme.list', {}, 'cli')).themes).toHaveLength(1)
  expect(await core.call('theme.remove', { theme: newId() }, 'cli')).toMatchObject({
    error: { code: 'THEME_UNKNOWN' },
  })
})

test('pages wear what their postmortem says, else what the library says, else ours', async () => {
  const { core, html, wear } = await desk()
  const { theme } = valueOf(await core.call('theme.save', { name: 'House', theme: ledger }, 'cli'))
  expect(await html()).not.toContain('Set in ledger')
  valueOf(await core.call('theme.default', { theme }, 'cli'))
  expect(await html()).toContain('Set in ledger')
  await wear(0, 'bulletin')
  expect(await html()).not.toContain('Set in ledger')
  await wear(1, theme)
  expect(await html()).toContain('Set in ledger')
})

test('a postmortem whose theme is not here says so, and one that only goes by the library looks like ours', async () => {
  const { core, id, html, wear } = await desk()
  const { theme } = valueOf(await core.call('theme.save', { name: 'House', theme: ledger }, 'cli'))
  valueOf(await core.call('theme.default', { theme }, 'cli'))
  valueOf(await core.call('theme.remove', { theme }, 'cli'))
  expect(await html()).not.toContain('Set in ledger')
  await wear(0, theme)
  const asked = { id, locale: 'en', audience: 'public' } as const
  expect(await core.call('preview.page', asked, 'cli')).toMatchObject({
    error: { code: 'THEME_UNKNOWN', params: { theme } },
  })
  const tried = await core.call('preview.page', { ...asked, theme: ledger }, 'cli')
  expect(valueOf(tried).html).toContain('Set in ledger')
})

test('a colour that cannot be read is refused with how far it is off', async () => {
  const { core } = await desk()
  const pale = { ...ledger, accent: '#dddddd' }
  expect(await core.call('theme.save', { name: 'Pale', theme: pale }, 'cli')).toMatchObject({
    error: { code: 'THEME_CONTRAST', params: { colour: '#dddddd', ratio: 1.2, least: 4.5 } },
  })
})

test('a logo is an image of ours, without what is not for its looks, and not too large', async () => {
  const { core } = await desk()
  const noise = Buffer.from('no image at all')
  expect(
    await core.call('theme.logo', { name: 'x.png', data: noise.toString('base64') }, 'cli'),
  ).toMatchObject({ error: { code: 'IMAGE_UNKNOWN' } })
  expect(LOGO_BYTES).toBe(524_288)
})
