import { describe, expect, it } from 'vitest'
import type { Summary } from '../../../../model/contract/summary.ts'
import { formatFor } from '../../../../renderer/i18n/format.ts'
import { matching } from '../../../../renderer/views/library/search.ts'

const summary = (id: string, titleText: string, changedAt: string, locale = 'en'): Summary => ({
  id,
  title: [],
  titleText,
  sourceLocale: locale,
  locales: [],
  organisation: id === 'b' ? 'Zürich Verein' : '',
  createdAt: changedAt,
  changedAt,
  sample: false,
})

const all = [
  summary('a', 'Outage in May', '2026-05-01T00:00:00.000Z'),
  summary('b', 'A key in a log', '2026-05-03T00:00:00.000Z', 'ja'),
  summary('c', 'Outage in June', '2026-05-02T00:00:00.000Z'),
]
const found = (search: string): string =>
  matching(all, search, formatFor('en'))
    .map(({ id }) => id)
    .join('')

describe('searching the library', () => {
  it('shows the last changed first', () => {
    expect(found('')).toBe('bca')
  })

  it('wants every word, anywhere', () => {
    expect(found('outage june')).toBe('c')
    expect(found('june outage')).toBe('c')
    expect(found('outage key')).toBe('')
  })

  it('knows organisations, tags and names of languages in two languages', () => {
    expect(found('zurich')).toBe('b')
    expect(found('Japanese')).toBe('b')
    expect(found('日本語')).toBe('b')
  })
})
