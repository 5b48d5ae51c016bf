import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileResponse, resolveWithin } from '../../electron/shell/assets.ts'

let root = ''
let folder = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'afterword-test-'))
  folder = join(root, 'pages')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(root, 'pages-secret'))
  for (const name of ['pages/index.html', 'pages/assets/a b.css', 'pages/key.pem', 'secret.html'])
    writeFileSync(join(root, name), name)
  writeFileSync(join(root, 'pages-secret/x.html'), 'secret')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a path within a folder', () => {
  test('is decoded once', () => {
    expect(resolveWithin(folder, '/assets/a%20b.css')).toBe(join(folder, 'assets', 'a b.css'))
  })

  test.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/..%5csecret.html',
    '/assets%2f..%2f..%2fsecret.html',
    '/%2fetc/passwd',
    '/C:/secret.html',
    '/C%3A%5Csecret.html',
    '/index.html%00.css',
    '/%zz',
    '/.',
    '/',
    '',
  ])('%s leads nowhere', (path) => {
    expect(resolveWithin(folder, path)).toBeUndefined()
  })

  test('is decoded only once, so that what hides twice stays a name', () => {
    expect(resolveWithin(folder, '/%252e%252e/x')).toBe(join(folder, '%2e%2e', 'x'))
  })

  test('does not reach a neighbour whose name begins alike', () => {
    expect(resolveWithin(folder, '-secret/x.html')).toBe(join(folder, '-secret', 'x.html'))
  })
})

describe('a file as an answer', () => {
  test('has its type, and may not be taken for another', async () => {
    const response = await fileResponse(folder, '/assets/a%20b.css')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toBe('pages/assets/a b.css')
  })

  test.each([
    ['/../secret.html', 403],
    ['/missing.html', 404],
    ['/key.pem', 404],
    ['/assets', 404],
  ])('%s is refused with %i and tells nothing', async (path, status) => {
    const response = await fileResponse(folder, path)
    expect(response.status).toBe(status)
    expect(await response.text()).toBe('')
  })
})
