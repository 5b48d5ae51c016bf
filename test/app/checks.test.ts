import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import { ordersBetween } from '../../model/document/order.ts'
import { contentHash } from '../../model/units/hash.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'

const text = (value: string) => [{ type: 'text' as const, value }]

/** A postmortem whose title is translated wrongly, with ways to ask for its problems and to change a text. */
async function made() {
  const core = await openTestCore(join(testFolder(), 'library.afterword'), { user: 'mira' })
  const title = '1,234 customers were affected'
  const { id } = valueOf(await core.call('postmortem.create', { title, locale: 'en' }, 'window'))
  const { document } = valueOf(await core.call('postmortem.open', { id }, 'window'))
  const unit = document.title.id
  let base = 0
  const save = async (...changes: Change[]): Promise<void> => {
    const saved = await core.call('postmortem.save', { id, base, changes }, 'window')
    base = valueOf(saved).revision
  }
  const translate = (value: string): Promise<void> =>
    save({
      type: 'translation.put',
      translation: {
        ...{ unit, locale: 'nl', content: text(value), state: 'translated', origin: 'human' },
        sourceHash: contentHash(document.title.content),
        changedAt: '2022-04-19T12:00:00.000Z',
      },
    })
  await save({ type: 'locales.put', locales: ['nl'] })
  const run = async () => {
    const checked = valueOf(await core.call('check.run', { id, locale: 'nl' }, 'window'))
    return { ...checked, ofTitle: checked.problems.filter((problem) => problem.unit === unit) }
  }
  return { core, id, unit, save, translate, run }
}

test('a wrong value is told with its place and mended without a doubt', async () => {
  const { translate, run } = await made()
  await translate('1.243 klanten werden getroffen')
  expect((await run()).ofTitle).toMatchObject([
    {
      rule: 'number-changed',
      severity: 'warning',
      locale: 'nl',
      range: { start: 0, end: 5 },
      params: { source: '1,234', target: '1.243' },
      mend: text('1.234 klanten werden getroffen'),
    },
  ])
  await translate('1.234 klanten werden getroffen')
  expect((await run()).ofTitle).toEqual([])
})

test('what is set aside stays so until one of the two texts changes', async () => {
  const { core, id, unit, save, translate, run } = await made()
  await translate('1.243 klanten werden getroffen')
  const problem = { id, locale: 'nl', unit, rule: 'number-changed' as const }
  valueOf(await core.call('check.ignore', { ...problem, reason: 'Nine are ours.' }, 'window'))
  const now = await run()
  expect(now.ofTitle).toEqual([])
  expect(now.ignored).toMatchObject([
    { problem: { rule: 'number-changed' }, by: { reason: 'Nine are ours.', author: 'mira' } },
  ])
  await translate('1.243 klanten zijn getroffen')
  expect((await run()).ofTitle).toMatchObject([{ rule: 'number-changed' }])
  await translate('1.243 klanten werden getroffen')
  expect((await run()).ofTitle).toEqual([])
  await save({ type: 'title.put', content: text('1,234 customers were hit') })
  expect((await run()).ofTitle.map(({ rule }) => rule)).toContain('number-changed')
  valueOf(await core.call('check.heed', problem, 'window'))
  expect((await run()).ignored).toEqual([])
})

test('a library says what weighs how much, and an error stops a release', async () => {
  const { core, translate, run } = await made()
  await translate('1.243 klanten  werden getroffen')
  expect((await run()).ofTitle.map(({ rule }) => rule)).toEqual(['number-changed', 'space-double'])
  const settings = { 'number-changed': 'error', 'space-double': 'off' } as const
  expect(valueOf(await core.call('check.configure', settings, 'window'))).toEqual(settings)
  expect(valueOf(await core.call('check.settings', {}, 'window'))).toEqual(settings)
  expect((await run()).ofTitle).toMatchObject([{ rule: 'number-changed', severity: 'error' }])
})

test('a reason without a letter and a rule that is none are refused', async () => {
  const { core, id, unit } = await made()
  const problem = { id, locale: 'nl', unit, rule: 'number-changed' as const }
  const silent = await core.call('check.ignore', { ...problem, reason: '  ' }, 'window')
  expect(!silent.ok && silent.error.code).toBe('CALL_INVALID')
  const lost = await core.call('check.ignore', { ...problem, reason: 'Why not' }, 'window')
  expect(!lost.ok && lost.error.code).toBe('CHANGE_REFUSED')
})

test('while thousands of texts are looked at, others are answered', async () => {
  const { core, id, save } = await made()
  const section = blankSection('prose', 'a0', 'Many')
  const orders = ordersBetween(null, null, 1000)
  const blocks = orders.map((order, at) => paragraphBlock(order, `On day ${at} it was quiet.`))
  await save(
    { type: 'section.put', section },
    ...blocks.map((block) => ({ type: 'block.put' as const, section: section.id, block })),
    ...blocks.map((block, at) => ({
      type: 'translation.put' as const,
      translation: {
        ...{ unit: block.id, locale: 'nl', content: text(`Op dag ${at} was het stil.`) },
        ...{ state: 'translated' as const, origin: 'human' as const },
        sourceHash: contentHash(text(`On day ${at} it was quiet.`)),
        changedAt: '2022-04-19T12:00:00.000Z',
      },
    })),
  )
  let turns = 0
  let running = true
  const turn = (): void => {
    turns++
    if (running) setImmediate(turn)
  }
  turn()
  valueOf(await core.call('check.run', { id, locale: 'nl' }, 'window'))
  running = false
  expect(turns).toBeGreaterThan(5)
})

test('of a language that is followed only the texts come of which something else is said', async () => {
  const { core, id, unit, save, translate } = await made()
  const follow = async (known?: string) =>
    valueOf(
      await core.call('check.follow', { id, locale: 'nl', ...(known ? { known } : {}) }, 'window'),
    )
  const rules = ({ units }: Awaited<ReturnType<typeof follow>>) =>
    units.map((said) => [said.unit, ...said.problems.map(({ rule }) => rule)])
  const section = blankSection('prose', ordersBetween(null, null, 1)[0]!, 'What happened')
  await save({ type: 'section.put', section })
  await translate('1.243 klanten werden getroffen')
  const first = await follow()
  expect(first.whole).toBe(true)
  const heading = [section.heading.id, 'empty', 'untranslated']
  expect(rules(first)).toHaveLength(2)
  expect(rules(first)).toEqual(expect.arrayContaining([[unit, 'number-changed'], heading]))
  const still = await follow(first.token)
  expect(still).toMatchObject({ whole: false, units: [] })
  await translate('1.234 klanten werden getroffen')
  const mended = await follow(still.token)
  expect(mended).toMatchObject({ whole: false, units: [{ unit, problems: [], ignored: [] }] })
  await translate('1.243 klanten werden getroffen')
  const wrong = await follow(mended.token)
  expect(rules(wrong)).toEqual([[unit, 'number-changed']])
  const aside = {
    id,
    unit,
    locale: 'nl',
    rule: 'number-changed',
    reason: 'As it was told',
  } as const
  valueOf(await core.call('check.ignore', aside, 'window'))
  const ignored = await follow(wrong.token)
  expect(ignored.units).toMatchObject([{ unit, problems: [], ignored: [{ by: { unit } }] }])
  // A token that was used stands for nothing any more: all comes again.
  const again = await follow(wrong.token)
  expect(again.whole).toBe(true)
  expect(rules(again)).toHaveLength(2)
  expect(rules(again)).toEqual(expect.arrayContaining([[unit], heading]))
})
