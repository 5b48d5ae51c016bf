import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { blankFigure, paragraphBlock, unitText } from '../../model/document/blank.ts'
import { readImage } from '../../model/image/read.ts'
import { themeOfLook } from '../../model/theme/theme.ts'
import { fullDocument } from '../fixtures/full/document.ts'
import { exifSegment, jpeg, png, webp, webpPicture } from '../fixtures/images.ts'
import { valueOf } from '../fixtures/library.ts'
import { documentOf } from './pages.ts'
import {
  all,
  body,
  one,
  paragraphs,
  partOf,
  partsOf,
  relations,
  shown,
  styleOf,
  value,
  word,
  type Choice,
} from './word.ts'

const SHOT = 'a'.repeat(64)
const PHOTO = 'b'.repeat(64)
const RULE = 'c'.repeat(64)
const NEW = 'd'.repeat(64)
const data = (type: string, bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`

test('shows images with their description, upright, no larger than the sheet, and says which are for their looks', async () => {
  const figure = (
    order: string,
    asset: string,
    [width, height]: [number, number],
    alt: string,
  ) => ({
    ...blankFigure({ id: asset, width, height }, order),
    alt: unitText(alt),
    decorative: alt === '',
  })
  const document = documentOf('en', 'A key in a log', [
    'summary',
    'Summary',
    [
      paragraphBlock('a0', 'What our customers saw:'),
      { ...figure('a1', SHOT, [1600, 900], 'A red <banner>.'), caption: unitText('At noon.') },
      figure('a2', PHOTO, [32, 64], 'The rack.'),
      figure('a3', RULE, [40, 2], ''),
      figure('a4', NEW, [8, 8], 'A newer one.'),
    ],
  ])
  const images = new Map([
    [SHOT, data('image/png', png(1600, 900))],
    [
      PHOTO,
      data(
        'image/jpeg',
        valueOf(readImage({ name: 'rack.jpg', bytes: jpeg(64, 32, [exifSegment(6)]) })).bytes,
      ),
    ],
    [RULE, data('image/png', png(40, 2))],
    [NEW, data('image/webp', webp([webpPicture(8, 8)]))],
  ])
  const docx = await word('en', { document, images })
  const drawings = all(body(docx), 'w:drawing')
  const described = drawings.map((drawing) => value(one(drawing, 'wp:docPr'), 'descr'))
  expect(described).toEqual(['A red <banner>.', 'The rack.', '', 'A newer one.'])
  const decorative = drawings.map((drawing) =>
    all(drawing, 'adec:decorative').map((each) => value(each, 'val')),
  )
  expect(decorative).toEqual([[], [], ['1'], []])
  const frames = drawings.map((drawing) => {
    const size = one(drawing, 'wp:extent')!
    const turn = value(one(drawing, 'a:xfrm'), 'rot')
    return [Number(value(size, 'cx')) / 9525, Number(value(size, 'cy')) / 9525, turn]
  })
  // What lies on its side is turned, and so has its sides the other way round.
  expect(frames).toEqual([
    [600, 338, ''],
    [64, 32, '5400000'],
    [40, 2, ''],
    [8, 8, ''],
  ])
  expect(
    paragraphs(docx)
      .filter((each) => styleOf(each) === 'Caption')
      .map(shown),
  ).toEqual(['At noon.'])
  const media = Object.entries(partsOf(docx)).filter(([name]) => name.startsWith('word/media/'))
  expect(media.map(([name]) => name.split('.').at(-1)!).toSorted()).toEqual([
    'jpg',
    'png',
    'png',
    'webp',
  ])
  const types = partOf(docx, '[Content_Types].xml')
  for (const [name, bytes] of media) {
    const extension = name.split('.').at(-1)!
    const type = all(types, 'Default').find((each) => value(each, 'Extension') === extension)
    expect(value(type, 'ContentType')).toMatch(/^image\/(?:png|jpeg|jpg|webp)$/)
    const kind = extension === 'jpg' ? 'jpeg' : extension
    expect([...images.values()]).toContain(data(`image/${kind}`, bytes))
  }
  const places = new Set(relations(docx, 'document.xml').values())
  for (const [name] of media) expect(places).toContain(name.replace('word/', ''))
})

test('a text that is still in the language of the source says so', async () => {
  const document = fullDocument('en')
  const docx = await word('en', {
    untranslated: new Set([document.title.id]),
    document: { ...document, sourceLocale: 'ar' },
  })
  const [title] = paragraphs(docx)
  expect(one(title!, 'w:bidi')).toBeDefined()
  expect(value(one(title!, 'w:lang'), 'w:bidi')).toMatch(/^ar/)
})

test('an organisation has its logo, its lines and its colour in it', async () => {
  const theme = {
    ...themeOfLook('spine'),
    accent: '#7a2e1d',
    logo: {
      type: 'image/png' as const,
      data: png(20, 10).toString('base64'),
      width: 20,
      height: 10,
    },
    header: { en: 'Security statements' },
    footer: { en: 'Fernhollow, The Hague' },
    legal: { en: 'Line one.\nLine <two>.' },
  }
  const docx = await word('en', { theme })
  const said = paragraphs(docx).map(shown)
  expect(said[1]).toBe('Security statements')
  expect(said.slice(-2)).toEqual(['Fernhollow, The Hague', 'Line one.\nLine <two>.'])
  expect(value(one(paragraphs(docx)[0]!, 'wp:docPr'), 'descr')).toBe(
    fullDocument('en').metadata.organisation,
  )
  const title = all(partOf(docx, 'word/styles.xml'), 'w:style').find(
    (style) => value(style, 'w:styleId') === 'Title',
  )
  expect(value(one(title!, 'w:color'))).toBe('7A2E1D')
})

test('it is on Letter where that is asked for, or where the region has it', async () => {
  const width = async (choice: Choice) =>
    value(one(body(await word('en', choice)), 'w:pgSz'), 'w:w')
  expect(await width({})).toBe('11906')
  expect(await width({ paper: 'letter' })).toBe('12240')
  expect(await width({ locale: 'en-US' })).toBe('12240')
})
