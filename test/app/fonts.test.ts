import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyRelease } from '../../electron/app/verify.ts'
import { openLibrary } from '../../electron/store/library.ts'
import { NO_FACE, NO_FONTS, type FontFile } from '../../model/theme/font.ts'
import { themeOfLook } from '../../model/theme/theme.ts'
import { openTestCore } from '../fixtures/core.ts'
import { fontFile, SANS, SANS_BOLD, withRights } from '../fixtures/fonts/files.ts'
import { fontsInPdf } from '../fixtures/fonts/in-pdf.ts'
import { variable } from '../fixtures/fonts/variable.ts'
import { testClock, testFolder, valueOf } from '../fixtures/library.ts'
import { testPrinter } from '../fixtures/printer.ts'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'

let paper: Awaited<ReturnType<typeof testPrinter>>
beforeAll(async () => {
  paper = await testPrinter()
})
afterAll(() => paper.close())

const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

async function desk() {
  const file = join(testFolder(), 'library.afterword')
  const core = await openTestCore(file, { printer: paper.printer })
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'A night', locale: 'en' }, 'cli'),
  )
  const section = blankSection('summary', 'a0', 'Summary')
  const block = paragraphBlock('a0', 'No message was lost.')
  const changes = [
    { type: 'section.put' as const, section },
    { type: 'block.put' as const, section: section.id, block },
  ]
  valueOf(await core.call('postmortem.save', { id, base: 0, changes }, 'cli'))
  const take = async (bytes: Uint8Array, name = 'brand.ttf') =>
    valueOf(await core.call('theme.font', { name, data: inBase64(bytes) }, 'window'))
  const house = (regular: FontFile, bold: FontFile | null = null) => ({
    ...themeOfLook('spine'),
    fonts: { ...NO_FONTS, text: { ...NO_FACE, regular, bold } },
  })
  return { file, core, id, take, house }
}

test('a font file comes into the library once, and a theme names it', async () => {
  const { core, take, house } = await desk()
  const first = await take(fontFile(SANS, 'Fernhollow'))
  expect(first).toMatchObject({ regular: { family: 'Fernhollow', style: 'Regular' }, bold: null })
  expect(await take(fontFile(SANS, 'Fernhollow'))).toEqual(first)
  const theme = house(first.regular)
  valueOf(await core.call('theme.save', { name: 'House', theme }, 'window'))
  expect(valueOf(await core.call('theme.list', {}, 'window')).themes).toMatchObject([
    { theme: { fonts: theme.fonts } },
  ])
  const asked = { font: first.regular.font }
  const { data } = valueOf(await core.call('theme.fontBytes', asked, 'window'))
  expect(Buffer.from(data, 'base64').readUInt32BE(0)).toBe(0x00010000)
})

test('a variable font comes in as two', async () => {
  const { take } = await desk()
  const { regular, bold } = await take(variable(fontFile(SANS, 'Fernhollow')))
  expect(bold).toMatchObject({ family: 'Fernhollow' })
  expect(bold!.font).not.toBe(regular.font)
})

test('a font that must not be embedded does not come in, and a theme cannot name one that is not here', async () => {
  const { core, house } = await desk()
  const data = inBase64(withRights(fontFile(SANS, 'Fernhollow'), 2))
  expect(await core.call('theme.font', { name: 'brand.ttf', data }, 'window')).toEqual({
    ok: false,
    error: { code: 'FONT_RESTRICTED', params: { file: 'brand.ttf' } },
  })
  const theme = house({ font: 'a'.repeat(64), family: 'Gone', style: '' })
  expect(await core.call('theme.save', { name: 'House', theme }, 'window')).toMatchObject({
    error: { code: 'FONT_MISSING', params: { font: 'aaaaaaaaaaaa' } },
  })
})

test('the preview names the font by its address, and says before how much a page will carry', async () => {
  const { core, id, take, house } = await desk()
  const { regular } = await take(fontFile(SANS, 'Fernhollow'))
  const theme = house(regular)
  const asked = { id, locale: 'en', audience: 'public', theme } as const
  const { html } = valueOf(await core.call('preview.page', asked, 'window'))
  expect(html).toContain(`url(/font/${regular.font}.ttf)`)
  const { uses } = valueOf(
    await core.call('theme.fontUse', { id, audience: 'public', theme }, 'window'),
  )
  expect(uses).toMatchObject([{ role: 'text', locale: 'en' }])
  expect(uses[0]!.covered).toBe(uses[0]!.characters)
})

test('a release in it verifies, is the same each time, and its record says which fonts it was set in', async () => {
  const { file, core, id, take, house } = await desk()
  const { regular } = await take(fontFile(SANS, 'Fernhollow'))
  const bold = (await take(fontFile(SANS_BOLD, 'FernhollowBold'))).regular
  const theme = house(regular, bold)
  const saved = valueOf(await core.call('theme.save', { name: 'House', theme }, 'cli'))
  valueOf(await core.call('theme.default', saved, 'cli'))
  const publish = async (site: boolean) => {
    const path = join(testFolder(), 'release')
    valueOf(
      await core.call(
        'publish.run',
        { id, audience: 'public', path, site, formats: ['html', 'pdf', 'docx'], job: 'release' },
        'cli',
      ),
    )
    return path
  }
  const [first, second] = [await publish(false), await publish(false)]
  const verified = valueOf(await verifyRelease(first))
  expect([verified.changed, verified.missing, verified.extra]).toEqual([[], [], []])
  for (const name of readdirSync(first).filter((one) => one !== 'manifest.json')) {
    const bytes = readFileSync(join(first, name))
    expect(bytes.equals(readFileSync(join(second, name))), name).toBe(true)
    if (name.endsWith('.html')) expect(bytes.toString()).toContain("'Own text'")
    if (name.endsWith('.pdf')) expect(await fontsInPdf(bytes)).toContain('Fernhollow')
  }
  const site = await publish(true)
  const font = readdirSync(site).find((name) => name.includes('text-400-normal'))!
  writeFileSync(join(site, font), 'another')
  expect(valueOf(await verifyRelease(site)).changed).toEqual([font])
  await core.close()
  const library = valueOf(openLibrary(file, { clock: testClock() }))
  expect(valueOf(library.lastRelease(id, 'public'))!.fonts).toEqual([regular.font, bold.font])
  library.close()
})
