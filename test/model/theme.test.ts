import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrastOf, luminanceOf, readable, READABLE } from '../../model/theme/contrast.ts'
import { GROUNDS, LOOKS, poorContrasts, settled, themeOfLook } from '../../model/theme/theme.ts'

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('contrast is that of WCAG: its own examples, and the same either way round', () => {
  expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21, 5)
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(luminanceOf('#ff0000')).toBeCloseTo(0.2126, 4)
  fc.assert(
    fc.property(colour, colour, (a, b) => {
      expect(contrastOf(a, b)).toBe(contrastOf(b, a))
      expect(contrastOf(a, b)).toBeGreaterThanOrEqual(1)
    }),
  )
})

test('a colour that cannot be read becomes the nearest that can, and one that can stays', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom(GROUNDS.light, GROUNDS.dark), (one, grounds) => {
      const mended = readable(one, grounds)
      for (const ground of grounds)
        expect(contrastOf(mended, ground)).toBeGreaterThanOrEqual(READABLE)
      if (grounds.every((ground) => contrastOf(one, ground) >= READABLE)) expect(mended).toBe(one)
    }),
  )
})

test('the looks that come with the program can be read, and nothing in them is open', () => {
  for (const look of LOOKS) {
    expect(poorContrasts(themeOfLook(look))).toEqual([])
    expect(Object.values(settled(themeOfLook(look))).includes(undefined as never)).toBe(false)
  }
  expect(poorContrasts({ ...themeOfLook('spine'), accent: '#ffff00' })).toMatchObject([
    { of: 'accent', colour: '#ffff00' },
  ])
})
