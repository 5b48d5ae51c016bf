import { Buffer } from 'node:buffer'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Core } from '../../electron/app/ports.ts'
import { blankFigure, blankSection, unitText } from '../../model/document/blank.ts'
import type { Figure } from '../../model/document/block.ts'
import type { Change } from '../../model/document/change.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { plainText } from '../../model/document/text.ts'
import type { Asset } from '../../model/image/image.ts'
import { openTestCore } from '../fixtures/core.ts'
import { exifSegment, jpeg, png } from '../fixtures/images.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'

const opened = (): Promise<Core> => openTestCore(join(testFolder(), 'library.afterword'))
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const put = async (core: Core, bytes: Uint8Array = png(4, 3)): Promise<Asset> =>
  valueOf(await core.call('asset.put', { name: 'a.png', data: base64(bytes) }, 'window'))
const documentOf = async (core: Core, id: string): Promise<Postmortem> =>
  valueOf(await core.call('postmortem.open', { id }, 'window')).document
const figuresOf = ({ sections }: Postmortem): Figure[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'figure'))
const said = ({ alt, caption }: Figure): [string, string] => [
  plainText(alt.content),
  plainText(caption.content),
]

/** A postmortem with a figure that says this. */
async function withFigure(
  core: Core,
  asset: Pick<Asset, 'id' | 'width' | 'height'>,
  part: Partial<Figure>,
) {
  const made = await core.call('postmortem.create', { title: 'An incident', locale: 'en' }, 'cli')
  const { id } = valueOf(made)
  const section = blankSection('summary', 'a0', 'Summary')
  const block = { ...blankFigure(asset, 'a0'), ...part }
  const changes: Change[] = [
    { type: 'section.put', section },
    { type: 'block.put', section: section.id, block },
  ]
  valueOf(await core.call('postmortem.save', { id, base: 0, changes }, 'cli'))
  return { id, section: section.id, block }
}

test('an image goes in and comes out as it may be published', async () => {
  const core = await opened()
  const file = jpeg(16, 8, [exifSegment(6)])
  const asset = valueOf(
    await core.call('asset.put', { name: 'photo.jpg', data: base64(file) }, 'window'),
  )
  expect(asset).toMatchObject({ type: 'image/jpeg', width: 8, height: 16 })
  const { data, ...known } = valueOf(await core.call('asset.get', { id: asset.id }, 'window'))
  expect(known).toEqual(asset)
  expect(Buffer.from(data, 'base64').includes('Pocketcam')).toBe(false)
  const refused = await core.call(
    'asset.put',
    { name: 'a.svg', data: base64(Buffer.from('<svg/>')) },
    'window',
  )
  expect(refused).toEqual({
    ok: false,
    error: { code: 'IMAGE_UNKNOWN', params: { file: 'a.svg' } },
  })
  const missing = await core.call('asset.get', { id: 'f'.repeat(64) }, 'window')
  expect(!missing.ok && missing.error.code).toBe('IMAGE_MISSING')
})

test('an image without a description is a warning while one writes, and stops a release', async () => {
  const core = await opened()
  const asset = await put(core)
  const { id, section, block } = await withFigure(core, asset, { caption: unitText('The list.') })
  const check = async (audience?: 'public') =>
    valueOf(await core.call('check.run', { id, ...(audience ? { audience } : {}) }, 'window'))
      .problems
  expect(await check()).toEqual([
    {
      rule: 'missing',
      severity: 'warning',
      locale: null,
      unit: block.alt.id,
      place: { section, block: block.id, field: 'alt' },
      params: { context: 'altOf', text: 'The list.' },
    },
  ])
  expect(await check('public')).toMatchObject([{ severity: 'error' }])
  const release = () =>
    core.call(
      'publish.run',
      { id, audience: 'public', formats: ['html'], path: join(testFolder(), 'out'), job: 'j' },
      'cli',
    )
  const blocked = await release()
  expect(!blocked.ok && blocked.error.code).toBe('PUBLISH_BLOCKED')
  const decorative = { ...block, decorative: true }
  const changes: Change[] = [{ type: 'block.put', section, block: decorative }]
  valueOf(await core.call('postmortem.save', { id, base: 1, changes }, 'cli'))
  expect(await check('public')).toEqual([])
  expect((await release()).ok).toBe(true)
})

test('a page whose image is not in the library is not written', async () => {
  const core = await opened()
  const gone = { id: '0'.repeat(64), width: 4, height: 3 }
  const { id } = await withFigure(core, gone, { alt: unitText('A list.') })
  const path = join(testFolder(), 'page.html')
  const written = await core.call(
    'export.file',
    { id, audience: 'public', format: 'html', path },
    'cli',
  )
  expect(written).toEqual({
    ok: false,
    error: { code: 'IMAGE_MISSING', params: { asset: '000000000000' } },
  })
  expect(existsSync(path)).toBe(false)
})

test('a copy of a postmortem has its images', async () => {
  const core = await opened()
  const asset = await put(core)
  const { id } = await withFigure(core, asset, { alt: unitText('A list.') })
  const copy = valueOf(await core.call('postmortem.duplicate', { id }, 'window'))
  expect(figuresOf(await documentOf(core, copy.id))).toEqual(figuresOf(await documentOf(core, id)))
})

test('Markdown carries figures with their images to another library, words and bytes', async () => {
  const core = await opened()
  const asset = await put(core)
  const { id } = await withFigure(core, asset, {
    alt: unitText('A red [banner].'),
    caption: unitText('The *page* at noon.'),
  })
  const folder = testFolder()
  const path = join(folder, 'my report.md')
  valueOf(await core.call('export.file', { id, audience: 'public', format: 'md', path }, 'cli'))
  expect(readdirSync(join(folder, 'my report-images'))).toEqual([`${asset.id.slice(0, 12)}.png`])
  const other = await opened()
  const read = valueOf(await other.call('import.document', { path, locale: 'en' }, 'cli'))
  expect(read.left).toEqual([])
  const [figure, ...more] = figuresOf(await documentOf(other, read.id!))
  expect(more).toEqual([])
  expect(figure).toMatchObject({ asset: asset.id, width: 4, height: 3 })
  expect(said(figure!)).toEqual(['A red [banner].', 'The *page* at noon.'])
  valueOf(await other.call('asset.get', { id: asset.id }, 'window'))
})

test('pictures beside a Markdown file are taken, and of the others the words stay', async () => {
  const folder = testFolder()
  mkdirSync(join(folder, 'report', 'pictures'), { recursive: true })
  writeFileSync(join(folder, 'secret.png'), png(2, 2))
  writeFileSync(join(folder, 'report', 'pictures', 'one shot.png'), png(5, 5))
  writeFileSync(join(folder, 'report', 'two.jpg'), jpeg(8, 8))
  writeFileSync(join(folder, 'report', 'page.png'), 'no image')
  const path = join(folder, 'report', 'report.md')
  writeFileSync(
    path,
    [
      '# Report',
      '## Summary',
      'Before ![in a line](two.jpg) after.',
      '![One](pictures/one%20shot.png "Its title")\n![Two](two.jpg)\nThe **second** picture',
      '![Gone](gone.png)',
      '![No image](page.png)',
      '![Outside](../secret.png)',
      '![Far](https://example.org/far.png)',
    ].join('\n\n'),
  )
  const core = await opened()
  const { id, left } = valueOf(await core.call('import.document', { path, locale: 'en' }, 'cli'))
  expect(left).toEqual(['gone.png', 'page.png', '../secret.png'])
  const document = await documentOf(core, id!)
  expect(figuresOf(document).map(said)).toEqual([
    ['One', 'Its title'],
    ['Two', 'The second picture'],
  ])
  const words = document.sections
    .flatMap(({ blocks }) => blocks)
    .map((block) =>
      block.kind === 'prose' && block.node.type === 'paragraph'
        ? plainText(block.node.children)
        : '',
    )
  expect(words).toEqual([
    'Before in a line (two.jpg) after.',
    '',
    '',
    'Gone (gone.png)',
    'No image (page.png)',
    'Outside (../secret.png)',
    'Far',
  ])
})

test('the translation of a text with figures finds their descriptions and captions', async () => {
  const core = await opened()
  const { id, block } = await withFigure(core, await put(core), {
    alt: unitText('A red banner.'),
    caption: unitText('The page at noon.'),
  })
  const path = join(testFolder(), 'rapport.md')
  writeFileSync(
    path,
    '# Een incident\n\n## Samenvatting\n\n![Een rode balk.](x.png)\\\nDe pagina om twaalf uur.\n',
  )
  const { report } = valueOf(
    await core.call('import.translation', { path, id, locale: 'nl' }, 'cli'),
  )
  expect(report).toMatchObject({ sourceOnly: [], targetOnly: [] })
  const { translations } = valueOf(await core.call('postmortem.open', { id }, 'window'))
  const of = (unit: string) =>
    plainText(translations.find((one) => one.unit === unit)?.content ?? [])
  expect([of(block.alt.id), of(block.caption.id)]).toEqual([
    'Een rode balk.',
    'De pagina om twaalf uur.',
  ])
  expect(readFileSync(path, 'utf8')).toContain('x.png')
})
