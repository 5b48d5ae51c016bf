import { describe, expect, it } from 'vitest'
import { formatFor, ownName } from '../../../renderer/i18n/format.ts'

const now = Date.parse('2026-05-10T12:00:00Z')
const before = (seconds: number): string => new Date(now - seconds * 1000).toISOString()

describe('how the interface language writes', () => {
  it('says how long ago something was, and from a week on the date', () => {
    const dutch = formatFor('nl')
    expect(dutch.ago(before(20), now)).toBe('nu')
    expect(dutch.ago(before(200), now)).toBe('3 minuten geleden')
    expect(dutch.ago(before(2 * 3600), now)).toBe('2 uur geleden')
    expect(dutch.ago(before(86_400), now)).toBe('gisteren')
    expect(dutch.ago(before(8 * 86_400), now)).toMatch(/2 mei 2026/)
  })

  it('gives a size in the largest unit that leaves a number above one', () => {
    const dutch = formatFor('nl')
    expect(dutch.bytes(0)).toBe('0 byte')
    expect(dutch.bytes(999)).toBe('999 byte')
    expect(dutch.bytes(87_400)).toBe('87 kB')
    expect(dutch.bytes(1_240_000)).toBe('1,2 MB')
  })

  it('names a language, or gives back a tag that it has no name for', () => {
    const japanese = formatFor('ja')
    expect(japanese.language('nl')).toBe('オランダ語')
    expect(japanese.language('qaa')).toBe('qaa')
    expect(ownName('ar')).toBe('العربية')
  })

  it('is a percentage of nothing where there is nothing', () => {
    expect(formatFor('nl').percent(0, 0)).toBe('0%')
  })
})
