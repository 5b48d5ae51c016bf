import { describe, expect, test } from 'vitest'
import { renderPicture } from '../../electron/publish/pictures/picture.ts'
import type { Audience } from '../../model/document/audience.ts'
import { PICTURES, type PictureKind } from '../../model/contract/calls.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { fullDocument, FULL_LOCALES } from '../fixtures/full/document.ts'
import { useBrowser } from './browser.ts'
import { documentOf } from './pages.ts'

const browser = useBrowser()
const draw = (
  document: Postmortem,
  locale: string,
  kind: PictureKind,
  audience: Audience = 'public',
) =>
  renderPicture(
    { document, locale, audience, untranslated: new Set(), images: new Map(), alternates: [] },
    kind,
  )

async function drawn(...from: Parameters<typeof draw>): Promise<Uint8Array> {
  const made = await draw(...from)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.png
}

/** The size of a PNG, and which columns and rows of it have something that is not white. */
async function inkOf(png: Uint8Array) {
  const tab = await browser.page()
  const found = await tab.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const { width, height } = image
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext(
      '2d',
    )!
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    let [left, right, top, bottom] = [width, 0, height, 0]
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const at = 4 * (y * width + x)
        if (data[at]! + data[at + 1]! + data[at + 2]! > 720) continue
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    return { width, height, left, right, top, bottom }
  }, Buffer.from(png).toString('base64'))
  await tab.close()
  return found
}

describe.each(FULL_LOCALES)('a picture in %s', (locale) => {
  test.each(PICTURES)(
    '%s: has its size, room on all sides, and the same bytes twice',
    async (kind) => {
      const png = await drawn(fullDocument(locale), locale, kind)
      expect(Buffer.from(await drawn(fullDocument(locale), locale, kind)).equals(png)).toBe(true)
      const { width, height, left, right, top, bottom } = await inkOf(png)
      expect([width, height]).toEqual(kind === 'card' ? [1200, 630] : [1600, 900])
      expect(left).toBeGreaterThan(40)
      expect(right).toBeLessThan(width - 40)
      expect(top).toBeGreaterThan(20)
      expect(bottom).toBeLessThan(height - 20)
    },
  )

  test('begins at the side where its language does', async () => {
    const { width, left, right } = await inkOf(await drawn(fullDocument(locale), locale, 'card'))
    const spine = 60
    if (locale === 'ar') expect(right).toBe(width - spine - 1)
    else expect(left).toBe(spine)
  })
})

test('a long title becomes smaller, and at last ends with dots inside the picture', async () => {
  const word = 'An account of what happened to everything that we had. '
  for (const times of [1, 3, 12]) {
    const { top, bottom, right } = await inkOf(
      await drawn(documentOf('en', word.repeat(times)), 'en', 'card'),
    )
    expect(right).toBeLessThan(1200 - 90)
    expect(top).toBeGreaterThan(80)
    expect(bottom).toBeLessThan(550)
  }
})

test('a picture for a narrower circle says so', async () => {
  const document = documentOf('en', 'Short')
  const open = await inkOf(await drawn(document, 'en', 'card'))
  const closed = await inkOf(await drawn(document, 'en', 'card', 'internal'))
  expect(closed.top).toBeLessThan(open.top - 20)
})

test('where there is nothing to draw, that is an error and no empty picture', async () => {
  for (const kind of ['timeline', 'reach'] as const)
    expect(await draw(documentOf('en', 'Nothing'), 'en', kind)).toMatchObject({
      ok: false,
      error: { code: 'PICTURE_EMPTY' },
    })
  expect(await draw(documentOf('xx', 'Nothing'), 'xx', 'card')).toMatchObject({
    ok: false,
    error: { code: 'LABELS_MISSING' },
  })
})
