import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Core, Ports } from '../../electron/app/ports.ts'
import type { EngineKind } from '../../model/contract/service.ts'
import type { Fact } from '../../model/document/fact.ts'
import { plainConcept, plainTerm } from '../../model/terms/concept.ts'
import { newId } from '../../model/document/identifier.ts'
import { plainText, type Content } from '../../model/document/text.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { said, writeAccount } from '../fixtures/remembered.ts'
import { testServer, type Asked, type Reply } from '../fixtures/server.ts'

const FACT: Fact = {
  id: 'tenants',
  name: 'Tenants',
  value: { kind: 'number', value: '366', unit: null, currency: null },
  bound: 'exactly',
  status: 'confirmed',
  audience: 'public',
  evidence: '',
  replaces: null,
}
const CODED: Content = [
  { type: 'text', value: 'It held ' },
  { type: 'strong', children: [{ type: 'fact', fact: 'tenants', form: 'long' }] },
  { type: 'text', value: ' names.' },
]
const SECRET: Content = [
  { type: 'text', value: 'It was found' },
  { type: 'passage', audience: 'internal', children: said(' by an intern') },
  { type: 'text', value: '.' },
]

const json = (body: string) => JSON.parse(body) as Record<string, unknown>
const upper = (text: string): string =>
  text.replaceAll(/<[^>]*>|[^<]+/g, (part) => (part.startsWith('<') ? part : part.toUpperCase()))

/** What speaks like each kind of engine, and translates by writing larger. */
const SPEAKERS: Readonly<Record<EngineKind, Reply>> = {
  libre: ({ path, body }) =>
    path === '/languages'
      ? [{ code: 'en' }, { code: 'nl' }]
      : { translatedText: upper(String(json(body)['q'])) },
  deepl: ({ path, body }) =>
    path.startsWith('/v2/languages')
      ? [{ language: 'EN' }, { language: 'NL' }, { language: 'EN-GB' }]
      : { translations: (json(body)['text'] as string[]).map((text) => ({ text: upper(text) })) },
  chat: ({ body }) => {
    const { messages } = json(body) as { messages: { content: string }[] }
    const text = /<text>([\s\S]*)<\/text>/.exec(messages[1]!.content)![1]!
    const content = `<think>hm</think>\n<text>${upper(text)}</text>`
    return { choices: [{ message: { content }, finish_reason: 'stop' }] }
  },
}

async function open(kind: EngineKind, reply: Reply = SPEAKERS[kind], ports: Partial<Ports> = {}) {
  const server = await testServer(reply)
  const file = join(testFolder(), 'library.afterword')
  const core = await openTestCore(file, ports)
  const account = await writeAccount(core, 'en', ['nl'], ['Nobody read it.', CODED, SECRET])
  await account.save([{ type: 'fact.put', fact: FACT }])
  const path = kind === 'chat' ? '/v1' : ''
  const engine = { kind, url: `${server.url}${path}`, model: '', audience: 'public' } as const
  valueOf(await core.call('service.setEngine', { engine, key: 'k3y' }, 'window'))
  const id = account.id
  const suggest = (unit: string, agreed = server.host) =>
    core.call('engine.suggest', { id, unit, locale: 'nl', agreed }, 'window')
  const translate = (more: object = {}) =>
    core.call('engine.translate', { id, locale: 'nl', agreed: server.host, ...more }, 'window')
  const texts = (): Asked[] => server.asked.filter(({ method }) => method === 'POST')
  return { server, core, account, engine, suggest, translate, texts, file }
}

const stored = async (core: Core, id: string) =>
  valueOf(await core.call('postmortem.open', { id }, 'window')).translations

test.each(['libre', 'deepl', 'chat'] as const)(
  'an engine that speaks %s suggests a translation with its codes, and changes nothing',
  async (kind) => {
    const { core, account, suggest, texts, server } = await open(kind)
    const { content, engine } = valueOf(await suggest(account.units[1]!))
    expect(content).toEqual([
      { type: 'text', value: 'IT HELD ' },
      { type: 'strong', children: [{ type: 'fact', fact: 'tenants', form: 'long' }] },
      { type: 'text', value: ' NAMES.' },
    ])
    expect(engine).toBe(`${kind} (${server.host})`)
    expect(await stored(core, account.id)).toEqual([])
    const [asked] = texts()
    expect(asked!.body).toContain('366')
    const key = kind === 'libre' ? json(asked!.body)['api_key'] : asked!.headers['authorization']
    expect(key).toBe({ libre: 'k3y', deepl: 'DeepL-Auth-Key k3y', chat: 'Bearer k3y' }[kind])
    // What an engine says of itself is asked for once.
    const before = server.asked.length
    valueOf(await suggest(account.units[0]!))
    expect(server.asked.length).toBe(before + 1)
  },
)

test('what is open is filled with drafts of the engine, in one step, without what is not for those readers', async () => {
  const { core, account, translate, texts, server } = await open('libre')
  const counted = valueOf(
    await core.call('engine.count', { id: account.id, locale: 'nl' }, 'window'),
  )
  expect(server.asked).toEqual([])
  const progress: [number, number][] = []
  core.on('job.progress', ({ done, total }) => progress.push([done, total]))
  const made = valueOf(await translate({ job: newId() }))
  expect(made.changes).toHaveLength(counted.texts)
  expect(counted.withheld).toBe(1)
  expect(
    texts()
      .map(({ body }) => body)
      .join(''),
  ).not.toMatch(/intern|It was found/)
  expect(progress.at(-1)).toEqual([counted.texts, counted.texts])
  expect(await stored(core, account.id)).toEqual([])
  valueOf(await translate({ save: true }))
  const rows = await stored(core, account.id)
  expect(rows).toHaveLength(counted.texts)
  for (const { state, origin, engine } of rows)
    expect([state, origin, engine]).toEqual(['draft', 'machine', `libre (${server.host})`])
  const looked = await core.call(
    'memory.lookup',
    { text: 'Nobody read it.', from: 'en', to: 'nl' },
    'window',
  )
  expect(valueOf(looked).matches).toEqual([])
  expect(plainText(rows.find(({ unit }) => unit === account.units[0])!.content)).toBe(
    'NOBODY READ IT.',
  )
})

test('what is for those inside goes only where that was allowed', async () => {
  const { core, account, engine, suggest, server } = await open('libre')
  expect(await suggest(account.units[2]!)).toEqual({
    ok: false,
    error: { code: 'SERVICE_WITHHELD', params: { audience: 'public' } },
  })
  expect(server.asked).toEqual([])
  const inside = { ...engine, audience: 'internal' as const }
  const set = valueOf(await core.call('service.setEngine', { engine: inside }, 'window'))
  // The key stays with its host.
  expect(set.engine?.key).toBe('session')
  expect(await suggest(account.units[2]!, '')).toMatchObject({ error: { code: 'SERVICE_UNASKED' } })
  expect(valueOf(await suggest(account.units[2]!)).content).toEqual([
    { type: 'text', value: 'IT WAS FOUND' },
    { type: 'passage', audience: 'internal', children: said(' BY AN INTERN') },
    { type: 'text', value: '.' },
  ])
})

test('nothing is sent before somebody agreed to this host, and once in a run is enough', async () => {
  const { core, account, engine, suggest, server } = await open('libre')
  for (const agreed of ['', 'api.example.org'])
    expect(await suggest(account.units[0]!, agreed)).toEqual({
      ok: false,
      error: { code: 'SERVICE_UNASKED', params: { host: server.host, audience: 'public' } },
    })
  expect(server.asked).toEqual([])
  valueOf(await suggest(account.units[0]!))
  valueOf(await suggest(account.units[0]!, ''))
  const other = await testServer(SPEAKERS.libre)
  const moved = { engine: { ...engine, url: other.url } }
  expect(valueOf(await core.call('service.setEngine', moved, 'window')).engine?.key).toBe('none')
  expect(await suggest(account.units[0]!, '')).toMatchObject({ error: { code: 'SERVICE_UNASKED' } })
  valueOf(await suggest(account.units[0]!, other.host))
  // The key of one host is never sent to another.
  expect(other.asked.map(({ body }) => body).join('')).not.toContain('k3y')
  valueOf(await core.call('service.setEngine', { engine: null }, 'window'))
  expect(await suggest(account.units[0]!)).toMatchObject({ error: { code: 'SERVICE_UNSET' } })
})

test('an answer that damages a code is left out and told, and the rest is taken', async () => {
  const { translate, account } = await open('libre', (asked, response) =>
    asked.path === '/languages'
      ? SPEAKERS.libre(asked, response)
      : { translatedText: upper(String(json(asked.body)['q'])).replaceAll(/<\/?x[^>]*>/g, '') },
  )
  const { changes, refused, stopped } = valueOf(await translate())
  expect(refused).toEqual([{ unit: account.units[1], text: 'It held  names.', codes: '⟦2⟧' }])
  expect(changes.length).toBeGreaterThan(0)
  expect(stopped).toBeNull()
})

test.each([
  [401, {}, 'SERVICE_REFUSED'],
  [200, { error: 'no' }, 'SERVICE_ANSWER'],
  [500, {}, 'SERVICE_STATUS'],
] as const)(
  'an engine that answers %i ends the work with what was done',
  async (status, body, code) => {
    let count = 0
    const { translate, texts } = await open('deepl', (asked, response) => {
      if (asked.method === 'GET' || count++ === 0) return SPEAKERS.deepl(asked, response)
      response.statusCode = status
      return body
    })
    const { changes, stopped } = valueOf(await translate())
    expect(stopped?.code).toBe(code)
    expect(changes.length).toBeLessThanOrEqual(1)
    expect(texts().length).toBeLessThanOrEqual(4)
  },
)

test('whoever stops it keeps what was done', async () => {
  const job = newId()
  let count = 0
  const { translate, core } = await open('libre', (asked, response) => {
    if (asked.path === '/languages' || count++ === 0) return SPEAKERS.libre(asked, response)
    void core.call('job.cancel', { job }, 'window')
    return undefined
  })
  const { changes, stopped } = valueOf(await translate({ job }))
  expect(stopped?.code).toBe('CANCELLED')
  expect(changes.length).toBeLessThanOrEqual(1)
})

test('an answer of a model that was cut off is none, and a language that an engine has not is said', async () => {
  const cut = await open('chat', () => ({
    choices: [{ message: { content: '<text>Nie' }, finish_reason: 'length' }],
  }))
  expect(await cut.suggest(cut.account.units[0]!)).toMatchObject({
    error: { code: 'SERVICE_ANSWER', params: { why: 'length' } },
  })
  const other = await open('libre', () => [{ code: 'en' }, { code: 'ja' }])
  expect(await other.suggest(other.account.units[0]!)).toMatchObject({
    error: { code: 'SERVICE_LANGUAGE', params: { locale: 'nl' } },
  })
})

test('a key is kept by the system where it can, sealed for its host, and never in plain text in the library', async () => {
  const turned = (text: string): string => [...text].toReversed().join('')
  const secrets = {
    given: undefined,
    lasting: () => Promise.resolve(true),
    seal: (text: string) => Promise.resolve(Buffer.from(turned(text)).toString('base64')),
    open: (sealed: string) => Promise.resolve(turned(Buffer.from(sealed, 'base64').toString())),
  }
  const { core, account, suggest, texts, file, engine } = await open('libre', SPEAKERS.libre, {
    secrets,
  })
  const now = valueOf(await core.call('service.get', {}, 'window'))
  expect(now).toMatchObject({ lasting: true, engine: { key: 'store' } })
  valueOf(await suggest(account.units[0]!))
  expect(json(texts()[0]!.body)['api_key']).toBe('k3y')
  const settings = valueOf(await core.call('settings.get', {}, 'window'))
  expect(JSON.stringify(settings)).not.toMatch(/sealed|libre/)
  // Whoever sets other things does not lose the services.
  valueOf(await core.call('settings.set', { ...settings, theme: 'dark' }, 'window'))
  expect(valueOf(await core.call('service.get', {}, 'window')).engine?.url).toBe(engine.url)
  await core.close()
  expect(readFileSync(file).includes('k3y')).toBe(false)
  const again = await openTestCore(file, { secrets })
  expect(valueOf(await again.call('service.get', {}, 'window')).engine?.key).toBe('store')
  const forgotten = await again.call('service.setEngine', { engine, key: null }, 'window')
  expect(valueOf(forgotten).engine?.key).toBe('none')
})

test('without a secret store a key is gone with the program', async () => {
  const { core, file } = await open('libre')
  const now = valueOf(await core.call('service.get', {}, 'window'))
  expect(now).toMatchObject({ lasting: false, engine: { key: 'session' } })
  await core.close()
  expect(readFileSync(file).includes('k3y')).toBe(false)
  const again = await openTestCore(file)
  expect(valueOf(await again.call('service.get', {}, 'window')).engine?.key).toBe('none')
})

test('a model is told the terms that stand in a text, and none that does not', async () => {
  const { core, account, suggest, texts } = await open('chat')
  const term = (text: string, locale: string) => plainTerm(locale, text)
  const put = [
    plainConcept('log', [term('names', 'en'), term('namen', 'nl')]),
    plainConcept('gate', [term('gate', 'en'), term('poort', 'nl')]),
  ]
  valueOf(await core.call('terms.change', { put, remove: [] }, 'window'))
  valueOf(await suggest(account.units[1]!))
  const { messages } = json(texts()[0]!.body) as { messages: { content: string }[] }
  expect(messages[0]!.content).toContain('names: namen')
  expect(messages[0]!.content).toContain('<x id="2"> will read: 366')
  expect(messages[0]!.content).not.toContain('poort')
})

test('an address that texts must not go to is not set up', async () => {
  const { core, engine } = await open('libre')
  for (const url of ['http://api.example.org', 'https://a:b@example.org', 'nowhere'])
    expect(
      await core.call('service.setEngine', { engine: { ...engine, url } }, 'window'),
    ).toMatchObject({ error: { code: 'SERVICE_ADDRESS', params: { url } } })
})
