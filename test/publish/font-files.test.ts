import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { coverageOf, covers } from '../../electron/publish/fonts/coverage.ts'
import { subset } from '../../electron/publish/fonts/harfbuzz.ts'
import { boxOf } from '../../electron/publish/fonts/own/glyf.ts'
import { outlinesOf } from '../../electron/publish/fonts/own/pen.ts'
import { readFontFile, type ReadFile } from '../../electron/publish/fonts/own/read.ts'
import { tablesOf } from '../../electron/publish/fonts/sfnt.ts'
import { woff2 } from '../../electron/publish/fonts/woff2.ts'
import { LARGEST_FONT } from '../../model/theme/font.ts'
import { valueOf } from '../fixtures/library.ts'
import { compact } from '../fixtures/fonts/compact.ts'
import {
  ARABIC,
  fontFile,
  JAPANESE,
  SANS,
  SANS_BOLD,
  SANS_ITALIC,
  withRights,
  withTable,
  woff2File,
  woffFile,
  type Packaged,
} from '../fixtures/fonts/files.ts'
import { variable } from '../fixtures/fonts/variable.ts'

const read = async (bytes: Uint8Array, name = 'brand.ttf'): Promise<ReadFile> =>
  valueOf(await readFontFile(name, bytes))
const refusal = async (bytes: Uint8Array): Promise<unknown> => {
  const result = await readFontFile('brand.ttf', bytes)
  return result.ok ? 'taken' : result.error
}
const countOf = (font: Buffer): number => tablesOf(font).get('maxp')!.readUInt16BE(4)
const outlines = (font: Buffer) => outlinesOf(font, countOf(font))
/** What each outline of a font reaches: two fonts that draw alike are alike in it. */
const boxes = async (font: Buffer) =>
  (await outlines(font)).map((outline) => {
    const { left, bottom, right, top } = boxOf(outline)
    return [left, bottom, right, top]
  })

/** Whole numbers may be rounded either way. */
function expectAlike(some: readonly number[][], others: readonly number[][], off: number): void {
  expect(some).toHaveLength(others.length)
  const apart = some.map((box, at) =>
    Math.max(...box.map((edge, side) => Math.abs(edge - others[at]![side]!))),
  )
  expect(Math.max(...apart)).toBeLessThanOrEqual(off)
}

describe('a font file', () => {
  test.each([
    ['TrueType', fontFile(SANS, 'Fernhollow Sans')],
    ['WOFF', woffFile(SANS)],
    ['WOFF2', woff2File(SANS)],
  ])('is read from %s', async (_, file) => {
    const { regular, bold } = await read(file)
    expect(bold).toBeNull()
    const coverage = coverageOf(regular.bytes)
    for (const letter of 'Aé1') expect(covers(coverage, letter.codePointAt(0)!)).toBe(true)
    expect(covers(coverage, '力'.codePointAt(0)!)).toBe(false)
  })

  test('says what it is called, and where it does not its file does', async () => {
    const named = await read(fontFile(SANS, 'Fernhollow Sans'))
    expect(named.regular).toMatchObject({ family: 'Fernhollow Sans', style: 'Regular' })
    const nameless = withTable(fontFile(SANS, 'x'), 'name', () => undefined)
    expect((await read(nameless, 'brand.v2.ttf')).regular.family).toBe('brand.v2')
  })

  test('says which cut it is, by its own account', async () => {
    const cut = async (packaged: Packaged) => (await read(woffFile(packaged))).cut
    expect(await Promise.all([SANS, SANS_BOLD, SANS_ITALIC].map(cut))).toEqual([
      'regular',
      'bold',
      'italic',
    ])
    const bare = withTable(fontFile(SANS, 'x'), 'OS/2', () => undefined)
    expect((await read(bare)).cut).toBe('regular')
    const slanted = withTable(bare, 'head', (head) => {
      head.writeUInt16BE(3, 44)
      return head
    })
    expect((await read(slanted)).cut).toBe('boldItalic')
  })

  test.each([
    ['Latin', SANS],
    ['Arabic', ARABIC],
    ['Japanese', JAPANESE],
  ])(
    'has the same outlines out of WOFF2, where they are rewritten, as out of WOFF: %s',
    async (_, packaged) => {
      const [plain, packed] = [await read(woffFile(packaged)), await read(woff2File(packaged))]
      expectAlike(await boxes(packed.regular.bytes), await boxes(plain.regular.bytes), 1)
      const widths = (font: Buffer) => tablesOf(font).get('hmtx')
      expect(widths(packed.regular.bytes)).toEqual(widths(plain.regular.bytes))
    },
  )

  test('is read from WOFF2 whose tables are as they were, too', async () => {
    const font = fontFile(SANS, 'Fernhollow Sans')
    const packed = await read(await woff2(font))
    expect(packed.regular.bytes.equals((await read(font)).regular.bytes)).toBe(true)
  })

  test('is the same bytes each time', async () => {
    const [one, other] = [await read(woff2File(SANS)), await read(woff2File(SANS))]
    expect(one.regular.bytes.equals(other.regular.bytes)).toBe(true)
  })

  test('with curves of the third degree becomes TrueType that draws alike', async () => {
    const small = await subset(
      fontFile(SANS, 'Fernhollow Sans'),
      [...'Afterword 123é'].map((one) => one.codePointAt(0)!),
    )
    const cubic = await compact(small)
    expect(tablesOf(cubic).has('glyf')).toBe(false)
    const { regular } = await read(cubic, 'brand.otf')
    expect([...tablesOf(regular.bytes).keys()]).toEqual(
      expect.arrayContaining(['glyf', 'loca', 'hmtx', 'GPOS']),
    )
    expectAlike(await boxes(regular.bytes), await boxes(small), 2)
  })

  test('that can have many weights gives its usual one and its bold', async () => {
    const font = fontFile(SANS, 'Fernhollow Sans')
    const { regular, bold } = await read(variable(font))
    expect(tablesOf(regular.bytes).has('fvar')).toBe(false)
    expect(await boxes(regular.bytes)).toEqual(await boxes((await read(font)).regular.bytes))
    const [light, heavy] = [await boxes(regular.bytes), await boxes(bold!.bytes)]
    const wider = heavy.filter((box, at) => box[2]! > light[at]![2]!)
    expect(wider.length).toBeGreaterThan(heavy.length / 2)
    expect((await read(variable(font, [300, 400, 500]))).bold).toBeNull()
  })
})

describe('a font file is refused', () => {
  const font = fontFile(SANS, 'Fernhollow Sans')

  test.each([
    ['is none', Buffer.from('no font at all'), 'FONT_UNKNOWN'],
    ['is nothing', Buffer.alloc(0), 'FONT_UNKNOWN'],
    ['holds several', Buffer.concat([Buffer.from('ttcf'), font]), 'FONT_COLLECTION'],
    ['must not be embedded', withRights(font, 0x0002), 'FONT_RESTRICTED'],
    ['must not be embedded, whatever else it says', withRights(font, 0x0006), 'FONT_RESTRICTED'],
    ['must not be cut', withRights(font, 0x0108), 'FONT_WHOLE_ONLY'],
    ['allows bitmaps alone', withRights(font, 0x0204), 'FONT_BITMAP'],
    ['has no outlines', withTable(font, 'glyf', () => undefined), 'FONT_BITMAP'],
    ['has no widths', withTable(font, 'hmtx', () => undefined), 'FONT_DAMAGED'],
    ['ends too soon', font.subarray(0, font.length / 2), 'FONT_DAMAGED'],
    ['is a WOFF2 that ends too soon', woff2File(SANS).subarray(0, 9000), 'FONT_DAMAGED'],
    ['is a WOFF that ends too soon', woffFile(SANS).subarray(0, 9000), 'FONT_DAMAGED'],
  ])('that %s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toEqual({ code, params: { file: 'brand.ttf' } })
  })

  test('whose characters are those of a font of symbols', async () => {
    const symbols = withTable(font, 'cmap', (table) => {
      for (let index = 0; index < table.readUInt16BE(2); index++) {
        table.writeUInt16BE(3, 4 + 8 * index)
        table.writeUInt16BE(0, 6 + 8 * index)
      }
      return table
    })
    expect(await refusal(symbols)).toMatchObject({ code: 'FONT_NO_UNICODE' })
  })

  test('that unpacks to more than it says, or says that it is more than is taken', async () => {
    const bomb = Buffer.from(woffFile(SANS))
    const packed = deflateSync(Buffer.alloc(80_000_000))
    // Its first table in the place of what stands behind all others.
    bomb.writeUInt32BE(bomb.length, 44 + 4)
    bomb.writeUInt32BE(packed.length, 44 + 8)
    bomb.writeUInt32BE(100_000, 44 + 12)
    expect(await refusal(Buffer.concat([bomb, packed]))).toMatchObject({ code: 'FONT_DAMAGED' })
    bomb.writeUInt32BE(80_000_000, 44 + 12)
    expect(await refusal(Buffer.concat([bomb, packed]))).toMatchObject({ code: 'FONT_DAMAGED' })
    bomb.writeUInt32BE(80_000_000, 16)
    expect(await refusal(Buffer.concat([bomb, packed]))).toMatchObject({
      code: 'FONT_TOO_LARGE',
      params: { size: 77 },
    })
  })

  test('that is larger than any font that is taken, with how much', async () => {
    expect(await refusal(Buffer.alloc(LARGEST_FONT + 1))).toEqual({
      code: 'FONT_TOO_LARGE',
      params: { file: 'brand.ttf', size: 13, most: 12 },
    })
  })

  test('but not where an older table allows more beside it', async () => {
    expect(await refusal(withRights(font, 0x000a, 2))).toBe('taken')
    expect(await refusal(withRights(font, 0x0004))).toBe('taken')
    expect(await refusal(withTable(font, 'OS/2', () => undefined))).toBe('taken')
  })

  test('whatever byte of it is wrong: it is refused or read, and nothing else happens', async () => {
    const files = [font, woffFile(SANS), woff2File(SANS)]
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    for (let round = 0; round < 120; round++) {
      const bent = Buffer.from(files[round % files.length]!)
      // The directory and the heads of tables are where it hurts.
      for (let change = 0; change < 4; change++)
        bent[random(round % 2 ? 400 : bent.length)] = random(256)
      const result = await readFontFile('bent.ttf', bent)
      expect(result.ok || result.error.code.startsWith('FONT_')).toBe(true)
    }
  })
})
