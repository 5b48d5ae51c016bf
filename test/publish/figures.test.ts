import { describe, expect, test } from 'vitest'
import { blankEntry, unitText } from '../../model/document/blank.ts'
import type { Event, Measure } from '../../model/document/block.ts'
import type { Fact } from '../../model/document/fact.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { TimeValue } from '../../model/document/time.ts'
import { sharesOf } from '../../electron/publish/figures/share.ts'
import { useBrowser } from './browser.ts'
import { bodyOf, documentOf, page } from './pages.ts'

const at = (time: string): TimeValue => ({ kind: 'instant', at: time, zone: 'UTC' })
const event = (order: string, when: TimeValue, more: Partial<Event> = {}): Event => ({
  ...blankEntry('event', order),
  text: unitText(`What happened at ${order}`),
  when,
  ...more,
})
const night = (locale: string): Postmortem =>
  documentOf(locale, 'Times', [
    'timeline',
    'Timeline',
    [
      event('a0', at('2026-03-03T10:00Z'), { lane: 'attacker' }),
      event('a1', at('2026-03-03T11:00Z'), { lane: 'detection' }),
      event('a2', at('2026-03-03T12:00Z'), { lane: 'response' }),
      event('a3', at('2026-03-03T13:00Z'), { lane: 'disclosure', audience: 'internal' }),
    ],
  ])
const pictureOf = (html: string): string =>
  /<figure class="picture">.*?<\/figure>/s.exec(bodyOf(html))?.[0] ?? ''
const browser = useBrowser()

describe('the picture of a timeline', () => {
  test('has a lane for each doer whom the reader may see, and says what it shows', async () => {
    const picture = pictureOf(await page(night('en'), 'en'))
    const lanes = [...picture.matchAll(/<g class="lane (\w+)">/g)].map(([, lane]) => lane)
    expect(lanes).toEqual(['attacker', 'detection', 'response'])
    expect(picture).toContain('role="img"')
    expect(picture.replaceAll(/[\u00A0\u202F]/g, ' ')).toContain(
      'from March 3, 2026 at 10:00 AM UTC to March 3, 2026 at 12:00 PM UTC.',
    )
    expect(pictureOf(await page(night('en'), 'en', { audience: 'internal' }))).toContain(
      'lane disclosure',
    )
  })

  test('runs from right to left where text does', async () => {
    const first = /class="moment" cx="([^"]+)"/
    expect(first.exec(pictureOf(await page(night('en'), 'en')))?.[1]).toBe('1.2%')
    expect(first.exec(pictureOf(await page(night('ar'), 'ar')))?.[1]).toBe('98.8%')
  })

  test('is left out where a list says the same', async () => {
    const two = documentOf('en', 'Two', [
      'timeline',
      'Timeline',
      [event('a0', at('2026-03-03T10:00Z')), event('a1', at('2026-03-03T11:00Z'))],
    ])
    expect(pictureOf(await page(two, 'en'))).toBe('')
  })

  test('says what a dashed line and an open shape mean where it has one', async () => {
    const sparse = documentOf('en', 'Sparse', [
      'timeline',
      'Timeline',
      [
        event('a0', at('2026-03-03T10:00Z')),
        event('a1', at('2026-03-03T10:30Z')),
        event('a2', at('2026-03-03T11:00Z')),
        event('a3', { kind: 'date', date: '2026-09-01' }),
      ],
    ])
    expect(pictureOf(await page(sparse, 'en'))).toContain(
      '<p>Dashed: a longer time is left out.</p>\n<p>Open: only the day is known.</p>',
    )
    expect(pictureOf(await page(night('en'), 'en'))).not.toContain('figcaption')
  })

  test.each(['en', 'ar', 'ja'])(
    'has no two texts on each other at any width in %s',
    async (locale) => {
      const many = documentOf(locale, 'Many', [
        'timeline',
        'Timeline',
        Array.from({ length: 24 }, (_, hour) =>
          event(`a${String.fromCharCode(97 + hour)}`, {
            kind: 'instant',
            at: `2026-12-${String(10 + (hour % 12)).padStart(2, '0')}T${String(hour).padStart(2, '0')}:45Z`,
            zone: 'UTC',
          }),
        ),
      ])
      const tab = await browser.page()
      await tab.setContent(await page(many, locale))
      for (const width of [320, 560, 1280]) {
        await tab.setViewport({ width, height: 900 })
        const hits = await tab.evaluate(async () => {
          await document.fonts.ready
          const boxes = [...document.querySelectorAll('.picture text')]
            .map((text) => text.getBoundingClientRect())
            .filter((box) => box.width > 0)
          const apart = boxes.every((box, at) =>
            boxes
              .slice(at + 1)
              .every(
                (other) =>
                  other.left >= box.right ||
                  other.right <= box.left ||
                  other.top >= box.bottom ||
                  other.bottom <= box.top,
              ),
          )
          return { apart, count: boxes.length, wide: document.documentElement.scrollWidth }
        })
        expect(hits.apart, `${locale} ${width}`).toBe(true)
        expect(hits.count).toBeGreaterThan(1)
        expect(hits.wide).toBeLessThanOrEqual(width)
      }
      await tab.close()
    },
  )
})

const fact = (id: string, value: Fact['value'], audience: Fact['audience'] = 'public'): Fact => ({
  id,
  name: id,
  value,
  bound: 'exactly',
  status: 'confirmed',
  audience,
  evidence: '',
  replaces: null,
})
const count = (value: string): Fact['value'] => ({
  kind: 'number',
  value,
  unit: null,
  currency: null,
})

describe('the bars of the measures', () => {
  test('hold what is confirmed against what was possible, and nothing against what it cannot be held against', () => {
    const of = (potential: Fact['value'], confirmed: Fact['value']) =>
      sharesOf(fact('a', potential), fact('b', confirmed))
    expect(of(count('200'), count('50'))).toEqual({ potential: 1, confirmed: 0.25 })
    expect(of(count('200'), count('0'))).toEqual({ potential: 1, confirmed: 0 })
    expect(of(count('50'), count('200'))).toEqual({ potential: 0.25, confirmed: 1 })
    expect(
      of({ kind: 'duration', duration: 'P1D' }, { kind: 'duration', duration: 'PT6H' }),
    ).toEqual({ potential: 1, confirmed: 0.25 })
    expect(of(count('200'), { kind: 'duration', duration: 'PT6H' })).toBeNull()
    expect(sharesOf(fact('a', count('200')), undefined)).toBeNull()
  })

  test('say nothing of a value that the reader may not see', async () => {
    const measure: Measure = {
      ...blankEntry('measure', 'a0'),
      label: unitText('Customers'),
      potential: 'all',
      confirmed: 'some',
    }
    const document: Postmortem = {
      ...documentOf('en', 'Reach', ['impact', 'Impact', [measure]]),
      facts: [fact('all', count('987')), fact('some', count('123'), 'internal')],
    }
    expect(bodyOf(await page(document, 'en'))).not.toContain('svg')
    expect(bodyOf(await page(document, 'en', { audience: 'internal' }))).toContain('svg')
  })
})
