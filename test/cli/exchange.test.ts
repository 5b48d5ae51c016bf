import { writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { afterword, fixtureFile, place, text } from './afterword.ts'

const library = place('library.afterword')
const on = (...args: string[]) => afterword([...args, '--library', library])
let id = ''

beforeAll(async () => {
  const imported = await on('import', fixtureFile('depot-en.txt'), '--locale', 'en')
  id = imported.stdout.trim()
  await on('import', fixtureFile('depot-ja.txt'), '--as', 'ja', '--of', id)
})

interface Report {
  readonly taken: number
  readonly unchanged: number
}

test('a language goes out as XLIFF and comes back: what was translated is taken, by the ids in the file', async () => {
  const file = place('out.xlf')
  const out = await on('export', id, '--to', file, '--locale', 'ja')
  expect(out).toMatchObject({ code: 0, stdout: `${file}\n` })
  expect(text(file)).toContain(`<file id="${id}"`)
  const same = await on('import', file, '--json')
  expect(JSON.parse(same.stdout)).toMatchObject({ id, locale: 'ja', taken: 0, drifted: [] })

  let first = true
  const changed = text(file).replace(/<target>[^<]*<\/target>/g, (whole) => {
    if (!first) return whole
    first = false
    return '<target>新しい題</target>'
  })
  writeFileSync(file, changed)
  const back = await on('import', file)
  expect(back.code).toBe(0)
  expect(back.stdout).toContain('1 text taken from the file.')
  expect((await on('export', id, '--to', file, '--locale', 'ja')).code).toBe(0)
  expect(text(file)).toContain('新しい題')
  // The same file again: what was exported then is no longer what stands here, and it says what stands here.
  writeFileSync(file, changed)
  expect(JSON.parse((await on('import', file, '--json')).stdout)).toMatchObject({ taken: 0 })
})

test('a language goes out as a Word table and comes back', async () => {
  const file = place('out.docx')
  const out = await on('export', id, '--to', file, '--locale', 'ja', '--json')
  const { units } = JSON.parse(out.stdout) as { units: number }
  expect(units).toBeGreaterThan(5)
  const report = JSON.parse((await on('import', file, '--json')).stdout) as Report
  expect(report).toMatchObject({ taken: 0, unchanged: units, kept: [], codes: [], missing: [] })
})

test('a file of a postmortem that is not here, of no rule, or of nothing is refused with its reason', async () => {
  const file = place('strange.xlf')
  await on('export', id, '--to', file, '--locale', 'ja')
  const whole = text(file)
  const refused = async (content: string) => {
    writeFileSync(file, content)
    const { code, stderr, stdout } = await on('import', file)
    expect([code, stdout]).toEqual([2, ''])
    return stderr
  }
  expect(await refused(whole.replaceAll(id, 'somebody-else'))).toContain('EXCHANGE_FOREIGN')
  expect(await refused(whole.replace(/state="translated"/g, 'state="done"'))).toMatch(
    /XLIFF_INVALID.*line \d+.*<segment state="done">.*value-state/,
  )
  expect(await refused(whole.replace('<file', '<fil'))).toContain('XML_INVALID')
  expect(await refused(whole.replace('?>', '?><!DOCTYPE xliff>'))).toContain('DOCTYPE')
  writeFileSync(place('no.docx'), 'PK')
  expect((await on('export', id, '--to', file)).stderr).toContain('--locale')
})
