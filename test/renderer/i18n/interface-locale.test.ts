import { describe, expect, it } from 'vitest'
import { interfaceLocale } from '../../../renderer/i18n/interface-locale.ts'

describe('the interface language', () => {
  it('is the one that was chosen, whatever the system prefers', () => {
    expect(interfaceLocale('ja', ['nl-NL'])).toBe('ja')
  })

  it('is the first of the system’s that there are words for', () => {
    expect(interfaceLocale(null, ['fi', 'nl-BE', 'en'])).toBe('nl')
    expect(interfaceLocale(null, ['ar-EG'])).toBe('ar')
  })

  it('is English where there are words for none of them', () => {
    expect(interfaceLocale(null, ['fi', 'sw'])).toBe('en')
    expect(interfaceLocale(null, [])).toBe('en')
  })
})
