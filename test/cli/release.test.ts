import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { afterword, place } from './afterword.ts'

const library = place('library.afterword')
const on = (...args: string[]) => afterword([...args, '--library', library])
const out = place('out')
const page = (folder: string, locale: string): string => {
  const name = readdirSync(folder).find((one) => one.endsWith(`.${locale}.html`))!
  return readFileSync(join(folder, name), 'utf8')
}
const file = (name: string, text: string): string => {
  const path = place(name)
  writeFileSync(path, text)
  return path
}

test('a release is verified, changed, refused until each change is decided, and published with its correction', async () => {
  const english = file(
    'en.txt',
    'A night without mail\n\nSummary\n\nNo message was lost in the night.\n',
  )
  const dutch = (text: string) =>
    file('nl.txt', `Een nacht zonder post\n\nSamenvatting\n\n${text}\n`)
  const id = (await on('import', english, '--locale', 'en')).stdout.trim()
  await on('import', dutch('Er ging geen bericht verloren.'), '--as', 'nl', '--of', id)
  expect((await on('changes', id)).stdout).toBe('Nothing was published for this audience yet.\n')
  const html = ['--format', 'html']
  expect((await on('publish', id, '--out', join(out, 'one'), ...html)).code).toBe(0)
  // Without any library: what is looked at is the folder alone.
  const elsewhere = { AFTERWORD_LIBRARY: place('no-library.afterword') }
  const fine = await afterword(['verify', join(out, 'one')], elsewhere)
  expect(fine).toMatchObject({ code: 0, stderr: '' })
  expect(fine.stdout).toMatch(/^As it was published: release 1, 20/)
  expect((await on('changes', id)).stdout).toBe('Nothing is different from release 1.\n')

  await on('import', dutch('Er gingen vier berichten verloren.'), '--as', 'nl', '--of', id)
  const two = join(out, 'two')
  const refused = await on('publish', id, '--out', two, ...html)
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(/^RELEASE_UNDECIDED: /m)
  const { differences } = JSON.parse((await on('changes', id, '--json')).stdout) as {
    differences: { key: string }[]
  }
  expect(differences).toHaveLength(1)
  const decided = await on(
    'publish',
    id,
    '--out',
    two,
    ...html,
    '--correction',
    differences[0]!.key,
    '--changes',
  )
  expect(decided.code).toBe(0)
  expect(page(two, 'nl')).toContain('Er ging geen bericht verloren.')
  expect(page(two, 'nl.changes')).toContain('Er ging geen bericht verloren.')
  expect((await on('verify', join(out, 'one'))).code).toBe(0)

  const left = await on(
    'publish',
    id,
    '--out',
    join(out, 'three'),
    ...html,
    '--leave',
    'nl=Not yet read by the lawyers',
    '--json',
  )
  expect(left.code).toBe(0)
  const manifest = JSON.parse(readFileSync(join(out, 'three', 'manifest.json'), 'utf8')) as object
  expect(manifest).toMatchObject({
    left: [{ locale: 'nl', reason: 'Not yet read by the lawyers' }],
  })
})

test('a folder that differs from its manifest is told file by file, with exit code 1, and one without a manifest with 2', async () => {
  const two = join(out, 'two')
  const [changed, missing] = readdirSync(two)
    .filter((name) => name.endsWith('.html'))
    .toSorted()
  writeFileSync(join(two, changed!), 'another page')
  rmSync(join(two, missing!))
  mkdirSync(join(two, 'more'))
  writeFileSync(join(two, 'more', 'note.txt'), '')
  const ran = await on('verify', two)
  expect(ran).toMatchObject({ code: 1, stderr: '' })
  expect(ran.stdout).toBe(
    `changed: ${changed}\nmissing: ${missing}\nnot of the release: more/note.txt\n`,
  )
  expect(await on('verify', place('nowhere'))).toMatchObject({ code: 2 })
})
