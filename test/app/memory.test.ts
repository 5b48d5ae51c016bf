import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Core } from '../../electron/app/ports.ts'
import { newId } from '../../model/document/identifier.ts'
import { plainText, type Content } from '../../model/document/text.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { said, writeAccount } from '../fixtures/remembered.ts'

const open = () => openTestCore(join(testFolder(), 'library.afterword'))

const matchesOf = async (core: Core, text: string, from = 'en', to = 'nl') =>
  valueOf(await core.call('memory.lookup', { text, from, to }, 'window')).matches.map(
    ({ score, target }) => [score, plainText(target)],
  )

const ofUnit = async (core: Core, id: string, unit: string, locale = 'nl') =>
  valueOf(await core.call('memory.lookup', { id, unit, locale }, 'window'))

test('what was confirmed is found again: the same, with other numbers, with other words', async () => {
  const core = await open()
  const account = await writeAccount(
    core,
    'en',
    ['nl'],
    ['The mail server stood still for 3 hours.'],
  )
  await account.translate(0, 'nl', 'De mailserver stond 3 uur stil.')
  const target = 'De mailserver stond 3 uur stil.'
  const found = (text: string) => matchesOf(core, text)
  expect(await found('The mail server stood still for 3 hours.')).toEqual([[100, target]])
  expect(await found('The mail server stood still for 45 hours.')).toEqual([[97, target]])
  expect(await found('The mail server stood still for 3 hours!')).toEqual([[98, target]])
  expect(await found('the mail server stood still for 3 hours.')).toEqual([[99, target]])
  expect(await found('The mail server stood still for 3 days.')).toEqual([[87, target]])
  expect(await found('Nobody read the log.')).toEqual([])
  expect(await matchesOf(core, 'The mail server stood still for 3 hours.', 'en', 'ja')).toEqual([])
})

test('a reopened, emptied, removed or rewritten translation is remembered as it is now', async () => {
  const core = await open()
  const account = await writeAccount(core, 'en', ['nl'], ['Nobody read the log.'])
  const found = () => matchesOf(core, 'Nobody read the log.')
  await account.translate(0, 'nl', 'Niemand las het logboek.', { state: 'draft' })
  expect(await found()).toEqual([])
  await account.translate(0, 'nl', 'Niemand las het logboek.')
  expect(await found()).toEqual([[100, 'Niemand las het logboek.']])
  await account.translate(0, 'nl', 'Niemand keek in het logboek.', { state: 'reviewed' })
  expect(await found()).toEqual([[100, 'Niemand keek in het logboek.']])
  await account.translate(0, 'nl', 'Niemand keek in het logboek.', { state: 'draft' })
  expect(await found()).toEqual([])
  await account.translate(0, 'nl', 'Niemand las het.')
  await account.save([{ type: 'translation.remove', unit: account.units[0]!, locale: 'nl' }])
  expect(await found()).toEqual([])
})

test('a translation that went stale is the best match for its own unit, and an up-to-date one is none', async () => {
  const core = await open()
  const account = await writeAccount(core, 'en', ['nl'], ['Nobody read the log of the gate.'])
  await account.translate(0, 'nl', 'Niemand las het logboek van de poort.')
  const [unit] = account.units
  expect((await ofUnit(core, account.id, unit!)).matches).toEqual([])
  const { document } = valueOf(await core.call('postmortem.open', { id: account.id }, 'window'))
  const section = document.sections.find(({ blocks }) => blocks.length > 0)!
  const block = section.blocks[0]!
  if (block.kind !== 'prose' || block.node.type !== 'paragraph') throw new Error('no paragraph')
  const node = { ...block.node, children: [...said('Nobody read the log of the door.')] }
  await account.save([{ type: 'block.put', section: section.id, block: { ...block, node } }])
  const [match] = (await ofUnit(core, account.id, unit!)).matches
  expect(match?.score).toBe(85)
  expect(match?.differences).toEqual([
    { kind: 'kept', text: 'Nobody read the log of the ' },
    { kind: 'removed', text: 'gate' },
    { kind: 'added', text: 'door' },
    { kind: 'kept', text: '.' },
  ])
})

test('a copy of a postmortem has matches of 102 where texts stand between the same ones, and 101 else', async () => {
  const core = await open()
  const texts = ['First.', 'The gate was closed.', 'Last.']
  const account = await writeAccount(core, 'en', ['nl'], texts)
  await account.translate(1, 'nl', 'De poort was dicht.')
  const copy = valueOf(await core.call('postmortem.duplicate', { id: account.id }, 'window'))
  const scores = async (id: string, unit: string) =>
    (await ofUnit(core, id, unit)).matches.map(({ score }) => score)
  await core.call(
    'postmortem.save',
    {
      id: copy.id,
      base: 0,
      changes: [{ type: 'translation.remove', unit: account.units[1]!, locale: 'nl' }],
    },
    'window',
  )
  expect(await scores(copy.id, account.units[1]!)).toEqual([102])
  const same = await writeAccount(core, 'en', ['nl'], texts)
  expect(await scores(same.id, same.units[1]!)).toEqual([101])
  const other = await writeAccount(
    core,
    'en',
    ['nl'],
    ['Another.', 'The gate was closed.', 'Last.'],
  )
  expect(await scores(other.id, other.units[1]!)).toEqual([100])
})

test('facts and notes of the text at hand take the places of those that were remembered', async () => {
  const core = await open()
  const [before, after, note] = [newId(), newId(), newId()]
  const text = (fact: string): Content => [
    { type: 'text', value: 'It took ' },
    { type: 'fact', fact, form: 'long' },
    { type: 'text', value: ' to close the gate.' },
  ]
  const account = await writeAccount(core, 'en', ['nl'], [text(before)])
  await account.translate(0, 'nl', [
    { type: 'text', value: 'Het duurde ' },
    { type: 'fact', fact: before, form: 'long' },
    { type: 'footnoteReference', note },
    { type: 'text', value: ' om de poort te sluiten.' },
  ])
  const other = await writeAccount(
    core,
    'en',
    ['nl'],
    [text(after), 'It took an hour to close the gate.'],
  )
  const [same] = (await ofUnit(core, other.id, other.units[0]!)).matches
  expect(same?.score).toBe(100)
  expect(same?.target).toEqual([
    { type: 'text', value: 'Het duurde ' },
    { type: 'fact', fact: after, form: 'long' },
    { type: 'text', value: ' om de poort te sluiten.' },
  ])
  const [near] = (await ofUnit(core, other.id, other.units[1]!)).matches
  expect(plainText(near!.target)).toBe('Het duurde … om de poort te sluiten.')
})

test('what a translation says to a narrower circle gets into no text without that passage', async () => {
  const core = await open()
  const passage = (value: string): Content => [
    { type: 'text', value: 'The gate was open' },
    { type: 'passage', audience: 'internal', children: [{ type: 'text', value }] },
    { type: 'text', value: ' for an hour last night.' },
  ]
  const account = await writeAccount(core, 'en', ['nl'], [passage(' again')])
  await account.translate(0, 'nl', passage(' alweer'))
  const other = await writeAccount(
    core,
    'en',
    ['nl'],
    ['The gate was open for an hour last night.'],
  )
  const [match] = (await ofUnit(core, other.id, other.units[0]!)).matches
  expect(JSON.stringify(match!.target)).not.toContain('alweer')
})

test('a sentence inside a longer text is found, and each sentence of a text is looked for', async () => {
  const core = await open()
  const account = await writeAccount(
    core,
    'en',
    ['nl'],
    ['We asked Dr. Smith at once. The gate stood open all night. Nobody saw it.'],
  )
  await account.translate(
    0,
    'nl',
    'We vroegen het meteen aan dr. Smith. De poort stond de hele nacht open. Niemand zag het.',
  )
  const alone = await matchesOf(core, 'The gate stood open all night.')
  expect(alone).toEqual([[100, 'De poort stond de hele nacht open.']])
  const { matches, sentences } = valueOf(
    await core.call(
      'memory.lookup',
      {
        text: 'Everything began on a Sunday in the harbour. The gate stood open all day.',
        from: 'en',
        to: 'nl',
      },
      'window',
    ),
  )
  expect(matches).toEqual([])
  expect(
    sentences.map(({ matches: found }) => found.map(({ score, sentence }) => [score, sentence])),
  ).toEqual([[], [[83, true]]])
})

test('Japanese is found by its characters, and another region of a language is worth a little less', async () => {
  const core = await open()
  const account = await writeAccount(core, 'ja', ['en-US'], ['認証基盤の署名鍵が漏えいしました。'])
  await account.translate(0, 'en-US', 'The signing key of the identity platform leaked.')
  const english = 'The signing key of the identity platform leaked.'
  expect(await matchesOf(core, '認証基盤の暗号鍵が漏えいしました。', 'ja', 'en-US')).toEqual([
    [87, english],
  ])
  expect(await matchesOf(core, '認証基盤の署名鍵が漏えいしました。', 'ja', 'en-GB')).toEqual([
    [99, english],
  ])
})

test('a text of many that are the same stands once, and what is in the bin stands nowhere', async () => {
  const core = await open()
  const account = await writeAccount(core, 'en', ['nl'], ['Not known yet.', 'Not known yet.'])
  await account.translate(0, 'nl', 'Nog niet bekend.')
  await account.translate(1, 'nl', 'Nog niet bekend.')
  expect(await matchesOf(core, 'Not known yet.')).toEqual([[100, 'Nog niet bekend.']])
  valueOf(await core.call('postmortem.delete', { id: account.id }, 'window'))
  expect(await matchesOf(core, 'Not known yet.')).toEqual([])
  valueOf(await core.call('postmortem.restore', { id: account.id }, 'window'))
  expect(await matchesOf(core, 'Not known yet.')).toHaveLength(1)
})

test('a concordance finds words on either side, whatever their case and marks, the newest first', async () => {
  const core = await open()
  const account = await writeAccount(
    core,
    'en',
    ['fr'],
    ['The gate was closed.', 'A Gate for two.', 'Nobody.'],
  )
  await account.translate(0, 'fr', 'La porte était fermée.')
  await account.translate(1, 'fr', 'Une porte pour deux.')
  await account.translate(2, 'fr', 'Personne.')
  const ask = async (text: string, side: 'source' | 'target', limit?: number) => {
    const asked = { text, side, from: 'en', to: 'fr', ...(limit === undefined ? {} : { limit }) }
    const { found, more } = valueOf(await core.call('memory.concordance', asked, 'window'))
    return { more, found: found.map((one) => [plainText(one[side]), one.found]) }
  }
  expect(await ask('gate', 'source')).toEqual({
    more: false,
    found: [
      ['A Gate for two.', [{ start: 2, end: 6 }]],
      ['The gate was closed.', [{ start: 4, end: 8 }]],
    ],
  })
  expect((await ask('FERMEE', 'target')).found).toEqual([
    ['La porte était fermée.', [{ start: 15, end: 21 }]],
  ])
  expect(await ask('porte', 'target', 1)).toMatchObject({ more: true })
  expect((await ask('100%', 'source')).found).toEqual([])
})

test('a repetition is filled where nobody wrote, and named where somebody did', async () => {
  const core = await open()
  const texts = ['Not known yet.', 'Not known yet.', 'Not known yet.', 'Not known yet.', 'Known.']
  const account = await writeAccount(core, 'en', ['nl'], texts)
  await account.translate(0, 'nl', 'Nog niet bekend.')
  await account.translate(1, 'nl', 'Onbekend.', { state: 'reviewed' })
  await account.translate(2, 'nl', 'Nog niet bekend.')
  const { id, units } = account
  const { open: filled, kept } = valueOf(
    await core.call('memory.repetitions', { id, unit: units[0]!, locale: 'nl' }, 'window'),
  )
  const put = (changes: typeof filled) =>
    changes.map((change) => change.type === 'translation.put' && change.translation)
  expect(put(filled)).toMatchObject([
    { unit: units[3], state: 'draft', origin: 'propagated', content: said('Nog niet bekend.') },
  ])
  expect(put(kept)).toMatchObject([{ unit: units[1], content: said('Nog niet bekend.') }])
})

test('what the memory knows fills untranslated units as drafts, and nothing else', async () => {
  const core = await open()
  const texts = [
    'The gate was closed.',
    'The log was read 3 times.',
    'Nothing like it anywhere here.',
    'Done.',
  ]
  const known = await writeAccount(core, 'en', ['nl'], texts)
  await known.translate(0, 'nl', 'De poort was dicht.')
  await known.translate(1, 'nl', 'Het logboek is 3 keer gelezen.')
  await known.translate(3, 'nl', 'Klaar.')
  const other = await writeAccount(
    core,
    'en',
    ['nl'],
    [
      'The gate was closed.',
      'The log was read 9 times.',
      'A very different sentence altogether.',
      'Done.',
    ],
  )
  await other.translate(3, 'nl', 'Gedaan.', { state: 'draft' })
  const ask = (least: number, save = false) =>
    core.call('memory.pretranslate', { id: other.id, locale: 'nl', least, save }, 'window')
  const { changes } = valueOf(await ask(95))
  const put = changes.map((change) => change.type === 'translation.put' && change.translation)
  expect(put).toMatchObject([
    {
      unit: other.units[0],
      state: 'draft',
      origin: 'memory',
      score: 100,
      content: said('De poort was dicht.'),
    },
    { unit: other.units[1], state: 'draft', origin: 'memory', score: 97 },
  ])
  expect(valueOf(await ask(100)).changes).toHaveLength(1)
  const before = valueOf(await core.call('postmortem.open', { id: other.id }, 'window'))
  expect(before.translations).toHaveLength(1)
  valueOf(await ask(95, true))
  const after = valueOf(await core.call('postmortem.open', { id: other.id }, 'window'))
  expect(after.translations).toHaveLength(3)
  expect(after.revision).toBe(before.revision + 1)
  const unknown = await core.call(
    'memory.pretranslate',
    { id: other.id, locale: 'ja', least: 95 },
    'window',
  )
  expect(!unknown.ok && unknown.error.code).toBe('LOCALE_UNKNOWN')
})

test('an import that is stopped leaves nothing of its file', async () => {
  const core = await open()
  const file = join(testFolder(), 'many.tmx')
  const unit = (at: number) =>
    `<tu><tuv xml:lang="en"><seg>The gate ${at} was closed.</seg></tuv><tuv xml:lang="nl"><seg>Poort ${at}</seg></tuv></tu>`
  const body = Array.from({ length: 3000 }, (_, at) => unit(at)).join('\n')
  writeFileSync(file, `<tmx><header srclang="en"/><body>${body}</body></tmx>`)
  const job = newId()
  let seen = 0
  core.on('job.progress', (progress) => {
    if (progress.job !== job) return
    seen++
    if (seen === 3) void core.call('job.cancel', { job }, 'window')
  })
  const stopped = await core.call('memory.import', { path: file, job }, 'cli')
  expect(!stopped.ok && stopped.error.code).toBe('CANCELLED')
  expect(seen).toBeGreaterThanOrEqual(3)
  expect(await matchesOf(core, 'The gate 1 was closed.')).toEqual([])
  const whole = valueOf(await core.call('memory.import', { path: file, job: newId() }, 'cli'))
  expect(whole.report).toEqual({ added: 3000, known: 0, skipped: 0 })
  expect((await matchesOf(core, 'The gate 1 was closed.'))[0]).toEqual([100, 'Poort 1'])
  const { files } = valueOf(await core.call('memory.files', {}, 'window'))
  expect(files).toMatchObject([{ name: 'many.tmx', entries: 3000 }])
  valueOf(await core.call('memory.forget', { file: files[0]!.id }, 'window'))
  expect(await matchesOf(core, 'The gate 1 was closed.')).toEqual([])
  expect(valueOf(await core.call('memory.files', {}, 'window')).files).toEqual([])
})
