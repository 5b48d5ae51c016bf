import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
  cutsOf,
  fontsIn,
  hasFace,
  NO_FACE,
  NO_FONTS,
  standsIn,
  withFont,
} from '../../model/theme/font.ts'
import { themeOfLook, ThemeSchema } from '../../model/theme/theme.ts'

const file = (letter: string) => ({ font: letter.repeat(64), family: letter, style: '' })
const [a, b, c] = [file('a'), file('b'), file('c')]

test('a theme of before fonts were there has none', () => {
  const { fonts, ...older } = themeOfLook('ledger')
  expect(v.parse(ThemeSchema, older)).toEqual({ ...older, fonts })
  expect(fontsIn(fonts)).toEqual([])
  expect(hasFace(NO_FACE)).toBe(false)
})

test('a variable font gives its bold where there is none, and takes no other’s place', () => {
  const variable = { cut: 'regular', regular: a, bold: b } as const
  expect(withFont(NO_FACE, 'regular', variable)).toEqual({ ...NO_FACE, regular: a, bold: b })
  expect(withFont({ ...NO_FACE, bold: c }, 'regular', variable)).toMatchObject({ bold: c })
  expect(withFont(NO_FACE, 'italic', variable)).toEqual({ ...NO_FACE, italic: a, boldItalic: b })
  expect(withFont(NO_FACE, 'bold', variable)).toEqual({ ...NO_FACE, bold: a })
})

test('a font that stands in several places is one font', () => {
  const fonts = {
    ...NO_FONTS,
    text: { ...NO_FACE, regular: a, bold: b },
    headings: { ...NO_FACE, bold: b },
  }
  expect(fontsIn(fonts).map(({ font }) => font)).toEqual([a.font, b.font])
  expect(cutsOf('code')).toEqual(['regular'])
})

test('headings have one cut for all, and text has the house’s where it lacks one', () => {
  const face = { ...NO_FACE, regular: a }
  expect(standsIn('headings', face, 'bold')).toBe(true)
  expect(standsIn('text', face, 'bold')).toBe(false)
  expect(standsIn('text', { ...face, italic: b }, 'boldItalic')).toBe(true)
})
