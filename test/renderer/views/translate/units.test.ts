import { describe, expect, it } from 'vitest'
import type { Content } from '../../../../model/document/text.ts'
import type { Translation } from '../../../../model/document/translation.ts'
import { contentHash } from '../../../../model/units/hash.ts'
import { unitInLocale, type UnitInLocale } from '../../../../model/units/locale-view.ts'
import { countsOf, nextOpen, shownUnits } from '../../../../renderer/views/translate/units.ts'

const text = (value: string): Content => [{ type: 'text', value }]

function unit(
  id: string,
  source: string,
  made?: { readonly target: string; readonly state: Translation['state']; readonly of?: string },
): UnitInLocale {
  const content = text(source)
  const place = { section: null, block: null, field: 'text', index: 0 }
  const translation: Translation | undefined = made && {
    unit: id,
    locale: 'nl',
    content: text(made.target),
    state: made.state,
    origin: 'human',
    sourceHash: contentHash(made.of === undefined ? content : text(made.of)),
    changedAt: '2026-05-10T12:00:00.000Z',
  }
  return unitInLocale({ id, content, place }, translation)
}

const units = [
  unit('a', 'Key', { target: 'Sleutel', state: 'reviewed' }),
  unit('b', 'Log', { target: 'Logboek', state: 'translated', of: 'Logs' }),
  unit('c', 'Café', undefined),
  unit('d', 'Door', { target: 'Deur', state: 'draft' }),
  unit('e', 'Gate', { target: 'Poort', state: 'translated' }),
]
const none = new Set<string>()
const ids = (shown: readonly UnitInLocale[]): string => shown.map((item) => item.unit.id).join('')

describe('the list of units', () => {
  it('counts and shows what a filter asks for', () => {
    expect(ids(shownUnits(units, 'all', '', none))).toBe('abcde')
    expect(ids(shownUnits(units, 'open', '', none))).toBe('bcd')
    expect(ids(shownUnits(units, 'stale', '', none))).toBe('b')
    expect(ids(shownUnits(units, 'reviewed', '', none))).toBe('a')
    expect(countsOf(units).open).toBe(3)
  })

  it('finds in source and translation, without regard to case and accents', () => {
    expect(ids(shownUnits(units, 'all', 'cafe', none))).toBe('c')
    expect(ids(shownUnits(units, 'all', 'POORT', none))).toBe('e')
    expect(ids(shownUnits(units, 'open', 'poort', none))).toBe('')
  })

  it('keeps a unit in place that was worked on, though it no longer fits', () => {
    expect(ids(shownUnits(units, 'open', '', new Set(['a'])))).toBe('abcd')
  })

  it('goes from one open unit to the next and around the end, never to the same', () => {
    expect(nextOpen(units, 'b')?.unit.id).toBe('c')
    expect(nextOpen(units, 'd')?.unit.id).toBe('b')
    expect(nextOpen(units, null)?.unit.id).toBe('b')
    expect(nextOpen([units[2]!], 'c')).toBeUndefined()
  })
})
