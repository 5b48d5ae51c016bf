import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { openCore } from '../../electron/app/core.ts'
import type { Change } from '../../model/document/change.ts'
import { contentHash } from '../../model/units/hash.ts'
import { valueOf } from '../fixtures/library.ts'
import { testPorts } from '../fixtures/ports.ts'
import { afterword, fixtureFile, place, text } from './afterword.ts'
import { missingWords, shownText } from './reading-order.ts'

const library = place('library.afterword')
const on = (...args: string[]) => afterword([...args, '--library', library])
let id = ''

beforeAll(async () => {
  const imported = await on('import', fixtureFile('depot-nl.txt'), '--locale', 'nl')
  id = imported.stdout.trim()
})

const json = (stdout: string): unknown => JSON.parse(stdout)

test('a new postmortem is listed, shown and deleted', async () => {
  const made = await on('new', '--title', 'A title of its own', '--locale', 'nl-BE')
  expect(made).toMatchObject({ code: 0, stderr: '' })
  const own = made.stdout.trim()
  const listed = await on('list')
  expect(listed.stdout).toContain(`${own}\t`)
  expect(listed.stdout).toContain('nl-BE\tA title of its own')
  const shown = json((await on('show', own, '--json')).stdout)
  expect(shown).toMatchObject({ document: { id: own, sourceLocale: 'nl-BE' }, revision: 0 })
  expect(await on('delete', own)).toMatchObject({ code: 0, stdout: `${own}\n` })
  expect((await on('list')).stdout).not.toContain(own)
  expect(await on('show', own)).toMatchObject({ code: 2, stdout: '' })
})

test('a template gives a postmortem its sections', async () => {
  const own = (await on('new', '--title', 'T', '--locale', 'ja', '--template', 'incident')).stdout
  const { document } = json((await on('show', own.trim(), '--json')).stdout) as {
    document: { sections: { kind: string }[] }
  }
  expect(document.sections.map(({ kind }) => kind)).toContain('findings')
  const outage = (await on('new', '--title', 'T', '--template', 'outage')).stdout
  const made = json((await on('show', outage.trim(), '--json')).stdout)
  expect(made).toMatchObject({ document: { metadata: { template: 'outage' } } })
  expect(await on('new', '--title', 'T', '--template', 'fire')).toMatchObject({ code: 2 })
})

test('a template of their own is named as people named it', async () => {
  const core = valueOf(await openCore({ file: library, ports: testPorts(), seedSample: false }))
  valueOf(await core.call('template.save', { id, name: 'Depot report', texts: false }, 'cli'))
  await core.close()
  const made = await on('new', '--title', 'T', '--locale', 'nl', '--template', 'Depot report')
  expect(made.stderr).toBe('')
  const headings = async (one: string) =>
    (
      json((await on('show', one, '--json')).stdout) as {
        document: { sections: { kind: string; heading: { content: unknown } }[] }
      }
    ).document.sections.map(({ kind, heading }) => ({ kind, heading: heading.content }))
  expect(await headings(made.stdout.trim())).toEqual(await headings(id))
  const wrong = await on('new', '--title', 'T', '--template', 'Depot')
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('Depot report')
})

test('an import prints the id and nothing else; what it took for granted stands on stderr', async () => {
  const imported = await on('import', fixtureFile('depot-en.txt'))
  expect(imported.code).toBe(0)
  expect(imported.stdout).toMatch(/^[\w-]+\n$/)
  expect(imported.stderr).toBe(
    'Read as en-US, the language of this system. For another one use --locale.\n',
  )
  const shown = json((await on('show', imported.stdout.trim(), '--json')).stdout)
  expect(shown).toMatchObject({ document: { sourceLocale: 'en-US' } })
})

test('show prints the outline for people, and the whole document as data', async () => {
  const { stdout } = await on('show', id)
  expect(stdout).toContain('Wat er op 9 mei 2024 misging bij onze planningsdienst\n')
  expect(stdout).toContain('\nSamenwerken met onze klanten (Response)\n')
  expect(stdout).toContain('  [Finding] De toegang duurde 14 minuten, van 06:10 tot 06:24 UTC.\n')
  expect(stdout).toContain('  [Action · Accounts:] De 212 bestaande accounts zijn nagelopen.')
})

test('a text comes in as a translation, with a report of what has no partner', async () => {
  const own = (await on('import', fixtureFile('depot-nl.txt'), '--locale', 'nl')).stdout.trim()
  const whole = await on('import', fixtureFile('depot-ja.txt'), '--as', 'ja', '--of', own, '--json')
  expect(json(whole.stdout)).toMatchObject({ aligned: 29, kept: 0, sourceOnly: [], targetOnly: [] })
  expect(await on('check', own)).toMatchObject({ code: 0, stdout: 'No problems found.\n' })

  const part = place('part.txt')
  const japanese = text(fixtureFile('depot-ja.txt'))
  writeFileSync(part, japanese.slice(0, japanese.indexOf('今後の展望')))
  const second = await on('import', part, '--as', 'ja-JP', '--of', own)
  expect(second.stdout).toBe(
    [
      '26 texts found their partners.',
      '3 texts of the postmortem have no partner in the file:',
      '  De weg vooruit',
      '  In september publiceren we hoe ver we zijn met elk van deze punten.',
      '  Vragen blijven welkom. Ook als het antwoord ons niet goed uitkomt.',
      '',
    ].join('\n'),
  )
  const checked = await on('check', own, '--locale', 'ja-JP', '--json')
  expect(checked.code).toBe(1)
  expect(json(checked.stdout)).toMatchObject({
    problems: [1, 2, 3].map(() => ({
      rule: 'untranslated',
      severity: 'error',
      locale: 'ja-JP',
      place: { field: expect.any(String) as unknown },
      message: expect.stringContaining('is not translated') as unknown,
    })),
  })
})

test('one language is exported as HTML and as Markdown, with every word in its place', async () => {
  const html = place('page.html')
  expect(await on('export', id, '--to', html)).toMatchObject({ code: 0, stdout: `${html}\n` })
  const source = text(fixtureFile('depot-nl.txt'))
  expect(missingWords(source, shownText(text(html)))).toEqual([])
  const markdown = place('page.md')
  expect(await on('export', id, '--to', markdown, '--json')).toMatchObject({ code: 0 })
  expect(missingWords(source, text(markdown))).toEqual([])
})

test('a part of it is exported as a picture, and one that it has nothing for is refused', async () => {
  const card = place('card.png')
  expect(await on('export', id, '--to', card)).toMatchObject({ code: 0, stdout: `${card}\n` })
  expect(readFileSync(card).subarray(1, 4).toString('latin1')).toBe('PNG')
  const none = await on('export', id, '--to', place('none.png'), '--picture', 'reach')
  expect(none).toMatchObject({ code: 2, stdout: '' })
  expect(none.stderr).toContain('PICTURE_EMPTY')
  expect(existsSync(place('none.png'))).toBe(false)
  const wrong = await on('export', id, '--to', card, '--picture', 'cat')
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('card')
})

test('a release with an untranslated text is blocked: exit 1, the list, and nothing written', async () => {
  const own = (await on('import', fixtureFile('depot-nl.txt'), '--locale', 'nl')).stdout.trim()
  const part = place('part.txt')
  const japanese = text(fixtureFile('depot-ja.txt'))
  writeFileSync(part, japanese.slice(0, japanese.indexOf('今後の展望')))
  await on('import', part, '--as', 'ja', '--of', own)
  const out = place('out')
  const blocked = await on('publish', own, '--out', out)
  expect(blocked).toMatchObject({ code: 1, stdout: '' })
  expect(blocked.stderr.match(/^Error ja \[untranslated\] /gm)).toHaveLength(3)
  expect(blocked.stderr).toContain('PUBLISH_BLOCKED: ')
  expect(existsSync(out)).toBe(false)
  const data = await on('publish', own, '--out', out, '--json')
  expect(json(data.stdout)).toMatchObject({
    problems: [1, 2, 3].map(() => ({ rule: 'untranslated' })),
  })
})

test('what is said to people is in their language', async () => {
  const { stderr } = await afterword(['show', 'x', '--library', library], { LANG: 'nl_BE.UTF-8' })
  expect(stderr).toMatch(/^POSTMORTEM_UNKNOWN: .*postmortem x/)
  const help = await afterword(['--help'], { LC_ALL: 'ja_JP.UTF-8', LANG: 'en_US' })
  expect(help.stdout).toContain('コマンド')
  expect(await afterword(['--help'], { LANG: 'C' })).toMatchObject({
    stdout: expect.stringContaining('Exit codes') as unknown,
  })
})

test('what a reviewer changed is told word by word', async () => {
  const core = valueOf(await openCore({ file: library, ports: testPorts(), seedSample: false }))
  const { document, revision } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
  const { title } = document
  const put = (content: string, confirmed: string): Change => ({
    type: 'translation.put',
    translation: {
      unit: title.id,
      locale: 'en',
      content: [{ type: 'text', value: content }],
      confirmed: [{ type: 'text', value: confirmed }],
      state: 'reviewed',
      origin: 'human',
      sourceHash: contentHash(title.content),
      by: 'mara',
      changedAt: '2026-11-01T09:00:00.000Z',
    },
  })
  const changes: Change[] = [
    { type: 'locales.put', locales: ['en'] },
    put('The night in the depot', 'A night in the depot'),
  ]
  valueOf(await core.call('postmortem.save', { id, base: revision, changes }, 'cli'))
  await core.close()
  const told = await on('review', id, '--locale', 'en', '--json')
  expect(json(told.stdout)).toMatchObject({
    changes: [
      {
        unit: title.id,
        before: 'A night in the depot',
        after: 'The night in the depot',
        state: 'reviewed',
        by: 'mara',
        pieces: [
          { kind: 'removed', text: 'A' },
          { kind: 'added', text: 'The' },
          { kind: 'kept', text: ' night in the depot' },
        ],
      },
    ],
  })
  expect((await on('review', id, '--locale', 'en')).stdout).toContain('[-A-]{+The+} night')
  expect(await on('review', id, '--locale', 'fr')).toMatchObject({ code: 2, stdout: '' })
  expect(await on('review', id)).toMatchObject({ code: 2, stdout: '' })
})

test('what changed in the source since a date is told text by text', async () => {
  const { sources, version } = json(
    (await on('changes', id, '--since', '1999', '--json')).stdout,
  ) as {
    sources: { kind: string }[]
    version: number | null
  }
  expect(version).toBeNull()
  expect(new Set(sources.map(({ kind }) => kind))).toEqual(new Set(['added']))
  expect((await on('changes', id, '--since', '1999')).stdout).toContain(': {+')
  expect((await on('changes', id, '--since', '2999-12')).stdout).toBe(
    'No text came, went or changed since 2999-12.\n',
  )
  expect(await on('changes', id, '--since', 'today')).toMatchObject({ code: 2, stdout: '' })
})

test('pseudo fills a language, the checks stop it, and it takes it out again', async () => {
  const id = (
    await on('new', '--title', 'A gate', '--locale', 'en', '--template', 'incident')
  ).stdout.trim()
  const file = place('gate.md')
  writeFileSync(file, '# A gate\n\nNiemand.\n')
  expect(await on('import', file, '--as', 'nl', '--of', id)).toMatchObject({ code: 0 })
  const filled = await on('pseudo', id, '--locale', 'nl', '--json')
  expect((JSON.parse(filled.stdout) as { units: string[] }).units.length).toBeGreaterThan(0)
  const checked = await on('check', id, '--locale', 'nl')
  expect(checked.stdout).toContain('pseudo-text')
  expect(checked.code).toBe(1)
  expect((await on('pseudo', id, '--locale', 'nl', '--remove')).stdout).toContain('taken out')
  expect((await on('check', id, '--locale', 'nl')).stdout).not.toContain('pseudo-text')
})
