import { describe, expect, test } from 'vitest'
import { blankEntry, unitText } from '../../model/document/blank.ts'
import type { Block, Event } from '../../model/document/block.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { TimeValue } from '../../model/document/time.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { bodyOf, documentOf, page } from './pages.ts'

const event = (text: string, order: string, when: TimeValue, endUncertain = false): Event => ({
  ...blankEntry('event', order),
  text: unitText(text),
  when,
  endUncertain,
})
const at = (time: string): TimeValue => ({ kind: 'instant', at: time, zone: 'UTC' })
const inZone = (document: Postmortem, zone: string): Postmortem => ({
  ...document,
  metadata: { ...document.metadata, zone },
})
/** What a page says of its timeline, line by line. */
const lines = (html: string): string[] =>
  bodyOf(html)
    .slice(bodyOf(html).indexOf('</h2>'))
    .replaceAll(/<\/p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

describe('a timeline', () => {
  const document = documentOf('en', 'Times', [
    'timeline',
    'Timeline',
    [
      event('Later', 'a0', at('2026-03-03T23:46Z'), true),
      event('First', 'a1', at('2026-03-03T23:18Z')),
    ],
  ])

  test('is in the order of its times, in one zone that is named once', async () => {
    expect(lines(await page(inZone(document, 'Europe/Amsterdam'), 'en'))).toEqual([
      'Times are in Central European Standard Time',
      'March 4, 2026 at 12:18 AM',
      'First',
      'from March 4, 2026 at 12:46 AM, end not known',
      'Later',
    ])
  })

  test('names the zone with each time where its clocks were changed in between', async () => {
    const summer = event('Published', 'a2', at('2026-06-01T10:00Z'))
    const [section] = document.sections
    const changed = {
      ...document,
      sections: [{ ...section!, blocks: [...section!.blocks, summer] }],
    }
    const said = lines(await page(inZone(changed, 'Europe/Amsterdam'), 'en'))
    expect(said[0]).toBe('Times are in Central European Time')
    expect(said).toContain('March 4, 2026 at 12:18 AM GMT+1')
    expect(said).toContain('June 1, 2026 at 12:00 PM GMT+2')
  })

  test('keeps the zones that were typed where the document has none', async () => {
    expect(lines(await page(document, 'en'))[0]).toBe('March 3, 2026 at 11:18 PM UTC')
  })
})

describe('a lesson', () => {
  const finding: Block = {
    ...blankEntry('finding', 'a0'),
    id: 'finding-1',
    statement: unitText('The key was in a log.'),
  }
  const hidden: Block = { ...finding, id: 'finding-2', order: 'a1', audience: 'internal' }
  const lesson: Block = { ...blankEntry('lesson', 'a0'), text: unitText('Look at logs.') }
  const whole = documentOf(
    'en',
    'Lessons',
    ['findings', 'Findings', [finding, hidden]],
    ['lessons', 'Lessons', [lesson]],
  )
  const document = (...links: string[]): Postmortem => ({
    ...whole,
    sections: whole.sections.map((section) =>
      section.kind === 'lessons' ? { ...section, blocks: [{ ...lesson, links }] } : section,
    ),
  })

  test('links to what it belongs to, in the words and the language of the page', async () => {
    const html = bodyOf(await page(document('finding-1'), 'en'))
    const [, anchor] =
      /<p class="see">See also: <a href="#([^"]+)">The key was in a log\.<\/a><\/p>/.exec(html)!
    expect(html).toContain(`<li id="${anchor}">`)
    expect(bodyOf(await page(document('finding-1'), 'ja'))).toContain('関連：<a href=')
  })

  test('says nothing of what this audience does not see, and of what is gone', async () => {
    const plain = await page(document(), 'en')
    for (const link of ['finding-2', 'gone']) {
      const html = await page(document(link), 'en')
      expect(html === plain).toBe(true)
    }
    const cut = documentForAudience(document('finding-1', 'finding-2'), 'public')
    expect(cut.sections[1]!.blocks[0]).toMatchObject({ links: ['finding-1'] })
    expect(bodyOf(await page(document('finding-2'), 'en', { audience: 'internal' }))).toContain(
      'class="see"',
    )
  })
})
