import { expect, test } from 'vitest'
import type { FactValue } from '../../../model/document/fact.ts'
import { compareValues } from '../../../model/facts/compare.ts'

const number = (value: string, unit: string | null = null): FactValue => ({
  kind: 'number',
  value,
  unit: unit as never,
  currency: null,
})
const lasting = (duration: string): FactValue => ({ kind: 'duration', duration })

test('what was confirmed is a share of what was possible', () => {
  expect(compareValues(number('200'), number('50'))).toEqual({
    kind: 'share',
    share: 0.25,
    exceeds: false,
  })
  expect(compareValues(lasting('PT5H'), lasting('PT30M'))).toMatchObject({ share: 0.1 })
  expect(compareValues(number('0'), number('0'))).toMatchObject({ share: 0, exceeds: false })
})

test('more than was possible is more by the last digit, however long the number', () => {
  const long = '12345678901234567890.1'
  expect(compareValues(number(long), number(`${long}1`))).toMatchObject({ exceeds: true })
  expect(compareValues(number(long), number(long))).toMatchObject({ exceeds: false })
  expect(compareValues(number('-2'), number('-1.5'))).toMatchObject({ exceeds: true })
  expect(compareValues(lasting('P1D'), lasting('PT25H'))).toMatchObject({ exceeds: true })
})

test('what counts something else is no share of it, and dates have no size', () => {
  expect(compareValues(number('1', 'megabyte'), number('1', 'kilobyte')).kind).toBe('different')
  expect(compareValues(number('1'), lasting('PT1H')).kind).toBe('different')
  expect(
    compareValues({ kind: 'date', date: '2026' }, { kind: 'date', date: '2026-03' }).kind,
  ).toBe('none')
})
