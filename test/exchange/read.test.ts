import { expect, test } from 'vitest'
import { readDocument } from '../../electron/exchange/read.ts'
import { outline, read, readFixture } from './outline.ts'

const shape = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/:.*|…$/, '').trimEnd())
const structure = (name: string, locale: string) =>
  outline(readFixture(name, locale)).filter((line) => /^\[|^ {2}(finding|lesson|action)/.test(line))

test('a page pasted in Dutch and the same page in Japanese become the same structure', () => {
  expect(shape(structure('depot-nl.txt', 'nl'))).toEqual([
    '[summary]',
    ...Array<string>(4).fill('  finding'),
    '[response] Samenwerken met onze klanten',
    '[lessons] Wat we hebben geleerd',
    '  lesson',
    '  action {Accounts',
    '  action {Accounts',
    '  action {Toegang tot het beheerscherm',
    '  action {Toegang tot het beheerscherm',
    '  action {Berichten aan klanten',
    '[outlook] De weg vooruit',
  ])
  expect(shape(structure('depot-ja.txt', 'ja'))).toEqual([
    '[summary]',
    ...Array<string>(4).fill('  finding'),
    '[response] お客様との協働',
    '[lessons] 今回の件から学んだこと',
    '  lesson',
    '  action {アカウント}',
    '  action {アカウント}',
    '  action {管理画面へのアクセス}',
    '  action {管理画面へのアクセス}',
    '  action {お客様への連絡}',
    '[outlook] 今後の展望',
  ])
})

test('prose and entries stay in the order in which they stood', () => {
  expect(outline(readFixture('depot-en.txt', 'en'))).toEqual([
    'What went wrong in our planning service on 9 May 2024',
    '[summary] ',
    '  On 9 May 2024 somebody logge…',
    '[summary] Summary',
    '  Three carriers were affected…',
    '[findings] Findings',
    '  finding: The intruder used the passwo…',
    '  finding: Access lasted 14 minutes:',
    '  -',
    '    two of them in the planning …',
    '  -',
    '    twelve in the help centre.',
    '  finding: No trip was changed.',
    '[lessons] What we learned',
    '  lesson: An account that nobody needs…',
    '  lesson: Nobody owned the list of acc…',
    '  These are our commitments:',
    '  action {Accounts}: Payroll closes each account …',
    '  action {Accounts}: The 212 existing accounts we…',
    '  action {Messages to customers:}: a first message goes out wit…',
    '[questions] Questions and answers',
    '  question: Were names of drivers read? | No. They are kept elsewhere.',
    '  question: Could it happen again? | Not with the same account. W…',
    '[timeline] Timeline:',
    '  event: 06:10 UTC, the first login',
    '  event: 06:24 UTC, the session ended',
  ])
})

test("a clipping of somebody else's page claims nothing: no entry is made of it", () => {
  expect(outline(readFixture('clipping-en.txt', 'en'))).toEqual([
    'Skip to content',
    '[summary] ',
    '  Home\nNews\nSign in',
    '[prose] Carrier\'s planning service "left the door open" for a fortnight',
    '  A planning service has publi…',
    '  The account comes three week…',
    '[prose] Too late?',
    '  Carriers were called on 10 M…',
    '  -',
    '    Editor',
    '  21. The number of drivers st…',
    '[prose] Comments',
    '  Sign in to comment.',
    '  Share',
  ])
})

test('what an import makes of a list claims nothing about it', () => {
  const { sections } = readFixture('depot-nl.txt', 'nl')
  const blocks = sections.flatMap((section) => section.blocks)
  expect(blocks.find(({ kind }) => kind === 'finding')).toMatchObject({
    outcome: null,
    confidence: null,
    audience: 'public',
  })
  expect(blocks.find(({ kind }) => kind === 'action')).toMatchObject({
    commitment: null,
    horizon: null,
    due: null,
  })
})

test('in a language that nothing is known about, all is prose and nothing is lost', () => {
  const document = readFixture('depot-nl.txt', 'fy')
  const kinds = new Set(document.sections.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)))
  expect(document.sections.map(({ kind }) => kind)).toEqual(['summary', 'prose', 'prose', 'prose'])
  expect([...kinds]).toEqual(['prose'])
})

test("a list of an attacker's actions is not taken for one's own commitments", () => {
  const text = 'T\n\nThe attack\n\nThe intruder took the following actions:\n\n- read mail\n- left'
  expect(outline(read('a.txt', text, 'en')).join('\n')).not.toContain('action')
})

test('a locale that is none, and a file of another kind, are refused', () => {
  const bytes = new TextEncoder().encode('Text')
  expect(readDocument({ name: 'a.txt', bytes }, 'not a locale')).toEqual({
    ok: false,
    error: { code: 'LOCALE_INVALID', params: { locale: 'not a locale' } },
  })
  for (const name of ['a.docx', 'txt', 'a.', 'constructor.__proto__'])
    expect(readDocument({ name, bytes }, 'en')).toEqual({
      ok: false,
      error: { code: 'FORMAT_UNKNOWN', params: { file: name } },
    })
})

test('text beyond the limits of a document is refused and named', () => {
  const text = Array.from({ length: 1000 }, (_, at) => `# Heading ${String(at)}\n\ntext`).join(
    '\n\n',
  )
  expect(readDocument({ name: 'a.md', bytes: new TextEncoder().encode(text) }, 'en')).toMatchObject(
    {
      ok: true,
    },
  )
  const more = `${text}\n\n# One more\n\ntext`
  expect(readDocument({ name: 'a.md', bytes: new TextEncoder().encode(more) }, 'en')).toMatchObject(
    {
      ok: false,
      error: { code: 'SECTIONS_FULL', params: { limit: 1000 } },
    },
  )
})
