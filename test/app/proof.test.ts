import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Content } from '../../model/document/text.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { said, writeAccount } from '../fixtures/remembered.ts'
import { testServer, type Reply } from '../fixtures/server.ts'

interface Part {
  readonly text?: string
  readonly markup?: string
  readonly interpretAs?: string
}

const sent = (body: string) => {
  const form = new URLSearchParams(body)
  const { annotation } = JSON.parse(form.get('data')!) as { annotation: Part[] }
  return { annotation, language: form.get('language') }
}

/** Finds a word in what it is sent, as LanguageTool counts: in the text with its markup. */
const finding =
  (word: string, replacement: string): Reply =>
  ({ body }) => {
    const text = sent(body)
      .annotation.map((part) => part.text ?? part.markup)
      .join('')
    return {
      matches: [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
        message: `Not “${word}”`,
        offset: index,
        length: word.length,
        replacements: [{ value: replacement }, { value: word }],
        rule: { id: 'X' },
      })),
    }
  }

const CODED: Content = [
  { type: 'strong', children: said('The gate') },
  { type: 'break' },
  { type: 'inlineCode', value: 'teh' },
  { type: 'text', value: ' stood in teh ' },
  { type: 'emphasis', children: said('open') },
]
const SECRET: Content = [
  ...said('An open gate'),
  { type: 'passage', audience: 'internal', children: said(' by teh intern') },
]

async function open(reply: Reply) {
  const server = await testServer(reply)
  const core = await openTestCore(join(testFolder(), 'library.afterword'))
  const account = await writeAccount(core, 'en', ['nl'], [CODED, SECRET])
  const proof = { url: server.url, audience: 'public' } as const
  valueOf(await core.call('service.setProof', { proof }, 'window'))
  const check = (more: object = {}) =>
    core.call(
      'proof.check',
      { id: account.id, locale: 'en', agreed: server.host, ...more },
      'window',
    )
  return { server, core, account, check }
}

test('what a proofreader finds stands at its place in our text, with what to write instead', async () => {
  const { account, check, server } = await open(finding('teh', 'the'))
  const { remarks, withheld, checked } = valueOf(await check())
  // Not in the code, where nothing is mended.
  expect(remarks).toEqual([
    {
      unit: account.units[0],
      start: 'The gate'.length + 1 + 'teh stood in '.length,
      end: 'The gate'.length + 1 + 'teh stood in teh'.length,
      text: 'teh',
      message: 'Not “teh”',
      replacements: ['the'],
    },
  ])
  expect(withheld).toBe(1)
  expect(checked).toBe(server.asked.length)
  expect(server.asked.map(({ body }) => body).join('')).not.toContain('intern')
  const paths = new Set(server.asked.map(({ path }) => path))
  expect(paths).toEqual(new Set(['/v2/check']))
  expect(new Set(server.asked.map(({ body }) => sent(body).language))).toEqual(new Set(['en']))
})

test('a translation is read in its own language, and one text alone where that is asked', async () => {
  const { account, check, server } = await open(finding('hek', 'poort'))
  await account.translate(0, 'nl', 'Het hek stond open.', { state: 'draft' })
  const { remarks } = valueOf(await check({ locale: 'nl' }))
  expect(remarks.map(({ start, text }) => [start, text])).toEqual([[4, 'hek']])
  expect(server.asked.map(({ body }) => sent(body).language)).toEqual(['nl'])
  valueOf(await check({ unit: account.units[0] }))
  expect(server.asked).toHaveLength(2)
  expect(await check({ unit: account.units[1] })).toMatchObject({
    error: { code: 'SERVICE_WITHHELD' },
  })
  expect(server.asked).toHaveLength(2)
})

test('nothing is sent unasked, and what fails is told with what was found until then', async () => {
  const { core, account, check, server } = await open(() => ({ matches: 'none' }))
  const unasked = { id: account.id, locale: 'en' }
  expect(await core.call('proof.check', unasked, 'window')).toMatchObject({
    error: { code: 'SERVICE_UNASKED', params: { host: server.host, audience: 'public' } },
  })
  expect(server.asked).toEqual([])
  expect(valueOf(await check())).toMatchObject({
    remarks: [],
    checked: 0,
    stopped: { code: 'SERVICE_ANSWER' },
  })
  valueOf(await core.call('service.setProof', { proof: null }, 'window'))
  expect(await check()).toMatchObject({ error: { code: 'SERVICE_UNSET' } })
})
