import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testServer } from '../fixtures/server.ts'
import { afterword, place } from './afterword.ts'

const library = place('library.afterword')
const on = (...args: string[]) =>
  afterword([...args, '--library', library], { AFTERWORD_ENGINE_KEY: 'k3y' })

async function account(): Promise<string> {
  const file = place('gate.md')
  writeFileSync(file, '# A gate\n\nThe gate stood open.\n\nNobody read it.\n')
  const made = await on('import', file, '--locale', 'en')
  const id = made.stdout.trim()
  const dutch = place('poort.md')
  writeFileSync(dutch, '# Een poort\n')
  await on('import', dutch, '--as', 'nl', '--of', id)
  return id
}

test('an engine of the person’s own translates what is open, once the host is named', async () => {
  const id = await account()
  expect(await on('translate', id, '--locale', 'nl')).toMatchObject({ code: 2 })
  const server = await testServer(({ path, body }) =>
    path === '/languages'
      ? [{ code: 'en' }, { code: 'nl' }]
      : { translatedText: (JSON.parse(body) as { q: string }).q.toUpperCase() },
  )
  const set = await on('service', 'engine', '--kind', 'libre', '--url', `${server.url}/`, '--json')
  expect(JSON.parse(set.stdout)).toMatchObject({
    engine: { kind: 'libre', url: server.url, audience: 'public', key: 'session' },
    lasting: false,
  })
  const unasked = await on('translate', id, '--locale', 'nl')
  expect(unasked.code).toBe(2)
  expect(unasked.stderr).toContain(server.host)
  expect(unasked.stderr).toContain('SERVICE_UNASKED')
  expect(server.asked).toEqual([])
  const done = await on('translate', id, '--locale', 'nl', '--send-to', server.host, '--json')
  expect(done.code).toBe(0)
  const { units } = JSON.parse(done.stdout) as { units: string[] }
  expect(units.length).toBeGreaterThanOrEqual(2)
  expect(server.asked.at(-1)!.body).toContain('k3y')
  const again = await on('translate', id, '--locale', 'nl', '--send-to', server.host)
  expect(again).toMatchObject({ code: 0, stdout: '0 texts translated as drafts.\n' })
})

test('an engine that fails says why, and a script hears that it is not all', async () => {
  const id = await account()
  const server = await testServer((_, response) => {
    response.statusCode = 401
    return {}
  })
  await on('service', 'engine', '--kind', 'deepl', '--url', server.url)
  const done = await on('translate', id, '--locale', 'nl', '--send-to', server.host)
  expect(done.code).toBe(1)
  expect(done.stderr).toContain('SERVICE_REFUSED')
})

test('a proofreader finds what there is, and exits as a check does', async () => {
  const id = await account()
  const server = await testServer(({ body }) => ({
    matches: body.includes('stood')
      ? [{ message: 'Says who?', offset: 0, length: 3, replacements: [{ value: 'A' }] }]
      : [],
  }))
  await on('service', 'proof', '--url', server.url)
  const checked = await on('proof', id, '--locale', 'en', '--send-to', server.host)
  expect(checked.code).toBe(1)
  expect(checked.stdout).toMatch(/\tThe\tSays who\?\tA\n$/)
  const off = await on('service', 'proof', '--off')
  expect(off).toMatchObject({ code: 0 })
  expect(off.stdout).toContain('Off')
  expect(await on('service', 'nothing')).toMatchObject({ code: 2 })
  expect(
    await on('service', 'engine', '--kind', 'libre', '--url', 'http://example.org'),
  ).toMatchObject({ code: 2 })
})
