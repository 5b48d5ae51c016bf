import { expect, test } from 'vitest'
import { FILES, read } from './sources.ts'

const sheets = FILES.filter((file) => file.endsWith('.css'))

/** Declarations of a sheet as `property: value`, without comments. */
const declarations = (css: string) =>
  [
    ...css
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .matchAll(/(?<=[{;]\s*)([-\w]+)\s*:\s*([^;{}]+)(?=[;}])/g),
  ].map(([, property, value]) => ({ property: property!.toLowerCase(), value: value!.trim() }))

/** Whether a declaration speaks of left or right, and so is wrong in half of the scripts. */
function isPhysical({ property, value }: { property: string; value: string }): boolean {
  if (/^(left|right)$/.test(property)) return true
  if (/^(margin|padding|border|scroll-margin|scroll-padding)-(left|right)\b/.test(property))
    return true
  if (/^border-(top|bottom)-(left|right)-radius$/.test(property)) return true
  if (/^(text-align|float|clear|caption-side)$/.test(property))
    return /\b(left|right)\b/.test(value)
  // A shorthand with four values sets the sides apart.
  if (/^(margin|padding|inset)$/.test(property)) {
    const sides = value.match(/(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s(])+/g) ?? []
    return sides.length === 4 && sides[1] !== sides[3]
  }
  return false
}

test('styles know a start and an end, never a left and a right', () => {
  expect(sheets.length).toBeGreaterThan(5)
  const wrong = sheets.flatMap((file) =>
    declarations(read(file))
      .filter(isPhysical)
      .map(({ property, value }) => `${file}: ${property}: ${value}`),
  )
  expect(wrong).toEqual([])
})

test('the check knows a physical declaration when it sees one', () => {
  const css = 'a{margin-left:1px;text-align: right}b{padding:1px 2px 3px 4px; inset: 0;left:auto}'
  expect(
    declarations(css)
      .filter(isPhysical)
      .map(({ property }) => property),
  ).toEqual(['margin-left', 'text-align', 'padding', 'left'])
})

test('a sheet asks nothing of the network', () => {
  const wrong = sheets.filter((file) => /url\(\s*['"]?(https?:)?\/\//.test(read(file)))
  expect(wrong).toEqual([])
})
