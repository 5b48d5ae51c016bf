import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Core } from '../../electron/app/ports.ts'
import { paragraphBlock } from '../../model/document/blank.ts'
import type { Comment } from '../../model/document/comment.ts'
import { newId } from '../../model/document/identifier.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { writeAccount } from '../fixtures/remembered.ts'

const AT = '2024-02-01T10:00:00.000Z'

async function open(texts: readonly string[]) {
  const folder = testFolder()
  const core = await openTestCore(join(folder, 'library.afterword'))
  const account = await writeAccount(core, 'en', ['nl', 'ja'], texts)
  const say = (unit: string, text: string, more: Partial<Comment> = {}): Comment => ({
    ...{ id: newId(), unit, locale: 'nl', kind: 'query', thread: null, text },
    ...{ by: 'Mira', at: AT, resolved: null, ...more },
  })
  const file = join(folder, 'nl.xlf')
  const leave = async (comments: boolean) => {
    const asked = { id: account.id, locale: 'nl', audience: 'public', format: 'xlf' } as const
    const done = await core.call('export.exchange', { ...asked, comments, path: file }, 'cli')
    return done.ok ? readFileSync(file, 'utf8') : done.error
  }
  const back = async (text: string, job?: string) => {
    writeFileSync(file, text)
    return core.call('import.exchange', { path: file, ...(job ? { job } : {}) }, 'cli')
  }
  return { core, account, say, leave, back }
}

const said = async (core: Core, id: string): Promise<Comment[]> =>
  valueOf(await core.call('postmortem.open', { id }, 'cli')).comments ?? []

test('what is said about a text leaves as notes where that is wanted, and comes back as comments', async () => {
  const { core, account, say, leave, back } = await open(['The gate stood open.', 'Nobody read.'])
  const [first, second] = account.units as [string, string]
  const query = say(first, 'Which gate?')
  const answer = say(first, 'The one in front & back', { thread: query.id, kind: 'comment' })
  const others = say(second, 'Only for Japanese', { locale: 'ja' })
  const source = say(second, 'Ask <legal>', { locale: null, kind: 'comment' })
  await account.save(
    [query, answer, others, source].map((comment) => ({ type: 'comment.put', comment })),
  )
  expect(await leave(false)).not.toContain('<note')
  const text = (await leave(true)) as string
  expect(text).toContain(
    `<note id="${query.id}" appliesTo="target" category="query" afterword:by="Mira" afterword:at="${AT}">Which gate?</note>`,
  )
  expect(text).toContain('The one in front &amp; back</note>')
  expect(text).toContain(`appliesTo="source" category="comment"`)
  expect(text).not.toContain('Japanese')
  // As it left it says nothing new, twice.
  expect(valueOf(await back(text)).said).toBe(0)
  const answered = text
    .replace('>Which gate?<', '>Which gate? It may be a port.<')
    .replace(
      '</notes>',
      '<note category="Query" appliesTo="source">Is this right?</note><note> </note></notes>',
    )
  expect(valueOf(await back(answered)).said).toBe(2)
  expect(valueOf(await back(answered)).said).toBe(0)
  const now = await said(core, account.id)
  expect(now).toHaveLength(6)
  expect(now).toContainEqual(query)
  expect(now.find((one) => one.text === 'Which gate? It may be a port.')).toMatchObject({
    ...{ unit: first, locale: 'nl', kind: 'comment', thread: query.id, by: 'Mira' },
  })
  expect(now.find((one) => one.text === 'Is this right?')).toMatchObject({
    ...{ unit: first, locale: null, kind: 'query', thread: null, by: '', resolved: null },
  })
})

test('a comment that quotes what is for those inside does not leave', async () => {
  const { core, account, say, leave } = await open(['The gate stood open.'])
  const [unit] = account.units as [string]
  const secret = 'The intern propped it open with a brick'
  const { document } = valueOf(await core.call('postmortem.open', { id: account.id }, 'cli'))
  const section = document.sections.find(({ blocks }) => blocks.length > 0)!.id
  const block = { ...paragraphBlock('z9', secret), audience: 'internal' as const }
  await account.save([
    { type: 'comment.put', comment: say(unit, `Why not say: ${secret}?`) },
    { type: 'block.put', section, block },
  ])
  expect(await leave(true)).toMatchObject({ code: 'LEAK_FOUND' })
  expect(await leave(false)).toContain('The gate stood open.')
})

test('notes of XLIFF 1.2 say who said it', async () => {
  const { core, account, back } = await open(['The gate stood open.'])
  const [unit] = account.units as [string]
  const old = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="${account.id}"
    source-language="en" target-language="nl" datatype="plaintext"><body><trans-unit id="${unit}"><source>The gate stood open.</source>
    <target>De poort stond open.</target><note from="Wies" annotates="target">Or is it a port?</note></trans-unit></body></file></xliff>`
  expect(valueOf(await back(old))).toMatchObject({ said: 1, taken: 1 })
  expect(await said(core, account.id)).toMatchObject([
    { unit, locale: 'nl', kind: 'comment', by: 'Wies', text: 'Or is it a port?' },
  ])
})

/** Saves as a window does while others save: what stands by now is asked for anew until it fits. */
async function insist(core: Core, id: string, unit: string): Promise<void> {
  for (;;) {
    const { revision: base } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
    const translation = {
      ...{ unit, locale: 'nl', content: [{ type: 'text' as const, value: 'Van een ander.' }] },
      ...{ state: 'draft' as const, origin: 'human' as const, sourceHash: '0'.repeat(64) },
      ...{ by: 'somebody', changedAt: AT },
    }
    const changes = [{ type: 'translation.put' as const, translation }]
    if ((await core.call('postmortem.save', { id, base, changes }, 'cli')).ok) return
  }
}

test('a large file comes in piece by piece, others are heard in between, and stopping it takes all of it back', async () => {
  const texts = Array.from({ length: 600 }, (_, at) => `Sentence number ${String(at)}.`)
  const { core, account, leave, back } = await open(texts)
  await account.translate(0, 'nl', 'Zin nul.', { state: 'draft' })
  const before = valueOf(await core.call('postmortem.open', { id: account.id }, 'cli'))
  const text = ((await leave(false)) as string).replaceAll(
    /<source>([^<]*)<\/source>\n(?!.*<target>)/g,
    '<source>$1</source><target>NL $1</target>\n',
  )
  const job = newId()
  const shares: number[] = []
  let revisions = 0
  core.on('postmortem.changed', () => revisions++)
  const stop = core.on('job.progress', ({ done }) => {
    shares.push(done)
    if (done > 70) void core.call('job.cancel', { job }, 'cli')
  })
  expect(await back(text, job)).toMatchObject({ error: { code: 'CANCELLED' } })
  stop()
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  const after = valueOf(await core.call('postmortem.open', { id: account.id }, 'cli'))
  expect(after.translations).toEqual(before.translations)
  expect(after.revision).toBeGreaterThan(before.revision)
  expect(revisions).toBe(1)
  // Somebody else saves in the middle: that stays, and the rest comes in.
  let once = true
  let others: Promise<void> = Promise.resolve()
  core.on('job.progress', ({ done }) => {
    if (done < 60 || !once) return
    once = false
    others = insist(core, account.id, account.units[599]!)
  })
  const report = valueOf(await back(text, newId()))
  await others
  expect(report.taken + report.kept.length).toBeGreaterThanOrEqual(600)
  const { translations } = valueOf(await core.call('postmortem.open', { id: account.id }, 'cli'))
  expect(translations.length).toBeGreaterThanOrEqual(600)
  expect(translations.find(({ unit }) => unit === account.units[599])?.by).toBe('somebody')
})
