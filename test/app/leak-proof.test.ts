import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCore } from '../../electron/app/core.ts'
import type { Core } from '../../electron/app/ports.ts'
import { AUDIENCES, type Audience } from '../../model/document/audience.ts'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import { BlockSchema, type Block } from '../../model/document/block.ts'
import type { Change } from '../../model/document/change.ts'
import { CommentSchema, type Comment } from '../../model/document/comment.ts'
import { FactSchema, type Fact } from '../../model/document/fact.ts'
import { newId } from '../../model/document/identifier.ts'
import { MetadataSchema, WorkstreamSchema } from '../../model/document/postmortem.ts'
import { SectionHeadSchema } from '../../model/document/section.ts'
import { TranslationSchema, type Translation } from '../../model/document/translation.ts'
import { PUBLISHED_FORMATS } from '../../model/releases/manifest.ts'
import { contentHash } from '../../model/units/hash.ts'
import { allUnits, unitsOfBlock } from '../../model/units/unit.ts'
import { filled, type Canary } from '../fixtures/canaries.ts'
import { png } from '../fixtures/images.ts'
import { valueOf } from '../fixtures/library.ts'
import { testPorts } from '../fixtures/ports.ts'
import { testPrinter } from '../fixtures/printer.ts'
import { hasTool } from '../publish/tools.ts'

const HIDDEN_FROM: Readonly<Record<Exclude<Audience, 'internal'>, Audience>> = {
  public: 'customer',
  customer: 'regulator',
  regulator: 'internal',
}
const OUTSIDE = ['public', 'customer', 'regulator'] as const

const folder = mkdtempSync(join(tmpdir(), 'afterword-canaries-'))
let core: Core
let close: () => Promise<void>
let id = ''
/** What no build has, whoever it is for; and what only those inside may see. */
const never: Canary[] = []
const inside: Canary[] = []

let count = 1
function fill<S extends Parameters<typeof filled>[0]>(schema: S, path: string, to: Canary[]) {
  const made = filled(schema, path, count)
  count = made.next
  to.push(...made.canaries)
  return made.values as ReturnType<typeof filled<S>>['values']
}
const canary = (what: string, to: Canary[]): string => {
  const text = `zq${String(count++)}kv`
  to.push({ path: what, text })
  return `A note ${text} that stays with us`
}
const text = (value: string) => [{ type: 'text' as const, value }]

/** A block that is one text has that text's id, and is for those inside. */
function own(block: Block): Block {
  const internal = { ...block, audience: 'internal' as const }
  return internal.kind === 'prose' && 'data' in internal.node
    ? { ...internal, id: internal.node.data.id }
    : internal
}

async function save(changes: readonly Change[]): Promise<void> {
  const { revision: base } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
  valueOf(await core.call('postmortem.save', { id, base, changes: [...changes] }, 'cli'))
}

function translationOf(unit: string, source: Parameters<typeof contentHash>[0]): Translation {
  const [made] = fill(TranslationSchema, 'translation', inside)
  return {
    ...made!,
    unit,
    locale: 'nl',
    state: 'translated',
    content: text(canary('translation.content', inside)),
    sourceHash: contentHash(source),
  }
}

const SHOWN = 'No message was lost.'
const LOST = 'Geen enkel bericht ging verloren.'

/** A postmortem in which every field of the schema has a canary, all of them for those inside alone or for nobody. */
async function build(): Promise<void> {
  const title = 'The night the mail stood still'
  id = valueOf(await core.call('postmortem.create', { title, locale: 'en' }, 'cli')).id
  const shown = blankSection('summary', 'a0', 'Summary')
  const paragraph = paragraphBlock('a0', `${SHOWN} ${canary('history', never)}`)
  await save([
    { type: 'section.put', section: shown },
    { type: 'block.put', section: shown.id, block: paragraph },
  ])
  valueOf(
    await core.call('history.name', { id, version: 1, name: canary('version', never) }, 'cli'),
  )
  valueOf(await core.call('history.keep', { id }, 'cli'))

  const [metadata] = fill(MetadataSchema, 'metadata', [])
  const answers = JSON.stringify(metadata!.answers).match(/zq\d+kv/g) ?? []
  never.push(...answers.map((one) => ({ path: 'metadata.answers', text: one })))
  const [head] = fill(SectionHeadSchema, 'section', inside)
  const [workstream] = fill(WorkstreamSchema, 'workstream', inside)
  const facts = fill(FactSchema, 'fact', inside).map((fact): Fact => ({
    ...fact,
    audience: 'internal',
    ...(fact.value.kind === 'number' ? { value: { ...fact.value, currency: null } } : {}),
  }))
  const asset = valueOf(
    await core.call(
      'asset.put',
      { name: `${canary('file', never)}.png`, data: png(4, 4).toString('base64') },
      'cli',
    ),
  )
  const pictured = (block: Block): Block =>
    block.kind === 'figure' ? { ...block, asset: asset.id, width: 4, height: 4 } : block
  const blocks = fill(BlockSchema, 'block', inside).map(own).map(pictured)
  const remarks: Canary[] = []
  // What everybody may see of these says something that is no canary; what is remarked beside it stays inside.
  const open = fill(BlockSchema, 'open', remarks).flatMap((block): Block[] => {
    const id = newId()
    if (block.kind === 'finding')
      return [
        { ...block, id, audience: 'public', statement: { id: newId(), content: text(SHOWN) } },
      ]
    if (block.kind === 'action')
      return [
        {
          ...block,
          id,
          audience: 'public',
          workstream: null,
          text: { id: newId(), content: text(SHOWN) },
        },
      ]
    return []
  })
  const kept = JSON.stringify(open)
  inside.push(...remarks.filter(({ text: one }) => kept.includes(one)))
  const spoken: Block = {
    ...paragraph,
    kind: 'prose',
    node: {
      type: 'paragraph',
      data: { id: paragraph.id },
      children: [
        ...text(`${SHOWN} `),
        ...OUTSIDE.map((reader) => ({
          type: 'passage' as const,
          audience: HIDDEN_FROM[reader] as 'customer',
          children: text(passages.get(reader)!),
        })),
      ],
    },
  }
  await save([
    { type: 'locales.put', locales: ['nl'] },
    {
      type: 'metadata.put',
      metadata: { ...metadata!, slug: '', publishedOn: '2024-03-01', theme: undefined },
    },
    ...facts.map((fact): Change => ({ type: 'fact.put', fact })),
    { type: 'workstream.put', workstream: workstream! },
    { type: 'section.put', section: { ...head!, audience: 'internal' } },
    ...blocks.map((block): Change => ({ type: 'block.put', section: head!.id, block })),
    { type: 'block.put', section: shown.id, block: spoken },
    ...open.map((block): Change => ({ type: 'block.put', section: shown.id, block })),
  ])
  const { document } = valueOf(await core.call('postmortem.open', { id }, 'cli'))
  const secret = new Set(
    blocks.flatMap((block) => [...unitsOfBlock(head!.id, block)].map(({ id: unit }) => unit)),
  )
  const translations = [...allUnits(document)]
    .filter(({ content }) => content.length > 0)
    .map(({ id: unit, content }): Translation => {
      const made = translationOf(unit, content)
      if (secret.has(unit) || unit === workstream!.name.id) return made
      // What everybody may see says something that is no canary; who confirmed it, and what it said, stays inside.
      inside.splice(
        inside.findIndex(({ text: one }) => JSON.stringify(made.content).includes(one)),
        1,
      )
      const passed = content.filter((node) => node.type === 'passage')
      return { ...made, content: [...text(LOST), ...passed] }
    })
  const comments = fill(CommentSchema, 'comment', never)
  await save([
    ...translations.map((translation): Change => ({ type: 'translation.put', translation })),
    ...comments.map((comment): Change => ({
      type: 'comment.put',
      comment: {
        ...(comment as Comment),
        id: newId(),
        unit: paragraph.id,
        locale: null,
        thread: null,
      },
    })),
  ])
  const reason = canary('check.ignore', never)
  const ignored = { id, unit: paragraph.id, locale: 'nl', rule: 'number-missing' as const, reason }
  const set = await core.call('check.ignore', ignored, 'cli')
  expect(set.ok || set.error.code).toBe(true)
}

/** What a passage says that this reader may not see. */
const passages = new Map<string, string>()

let paper: Awaited<ReturnType<typeof testPrinter>>
beforeAll(async () => {
  paper = await testPrinter()
  for (const reader of OUTSIDE) passages.set(reader, canary(`passage ${reader}`, []))
  const user = canary('user', never)
  const file = join(folder, `${canary('library', never)}.afterword`)
  core = valueOf(
    await openCore({
      file,
      seedSample: false,
      ports: testPorts({ printer: paper.printer, user }),
    }),
  )
  close = () => core.close()
  await build()
})
afterAll(async () => {
  await close()
  await paper.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What a file says to whoever looks: as it stands, and what tools that are not ours make of it. */
async function read(path: string): Promise<string> {
  const bytes = readFileSync(path)
  const raw = [bytes.toString('utf8'), bytes.toString('utf16le'), bytes.toString('latin1')]
  if (path.endsWith('.docx'))
    for (const part of Object.values(unzipSync(bytes))) raw.push(new TextDecoder().decode(part))
  if (path.endsWith('.pdf') && hasTool('pdftotext')) {
    raw.push(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }))
    const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], {
      maxBuffer: 1e9,
    })
    raw.push(plain.toString('latin1'), plain.toString('latin1').replaceAll('\0', ''))
    const strings = plain.toString('latin1').matchAll(/<feff([0-9a-f]+)>/gi)
    for (const [, hex] of strings) raw.push(Buffer.from(hex!, 'hex').swap16().toString('utf16le'))
  }
  return raw.join('\n').replaceAll(/\s/g, '')
}

function found(content: string, canaries: readonly Canary[]): string[] {
  const there = new Set(content.match(/zq\d+kv/g))
  return canaries.filter(({ text: one }) => there.has(one)).map(({ path }) => path)
}

const hiddenFrom = (audience: Audience): Canary[] => {
  if (audience === 'internal') return never
  const circles = OUTSIDE.slice(OUTSIDE.indexOf(audience))
  const cut = circles.map((reader) => ({
    path: reader,
    text: /zq\d+kv/.exec(passages.get(reader)!)![0],
  }))
  return [...never, ...inside, ...cut]
}

test('the canaries are everywhere: in each field of the schema, and in what is kept beside the document', () => {
  const fields = new Set(inside.map(({ path }) => path.replaceAll(/(children|content)\.+/g, '')))
  expect(fields.size).toBeGreaterThan(40)
  for (const field of [
    'block.evidence',
    'block.owner',
    'block.ticket',
    'fact.name',
    'fact.evidence',
  ])
    expect(fields).toContain(field)
  expect(new Set(never.map(({ path }) => path))).toEqual(
    new Set([
      'library',
      'user',
      'history',
      'version',
      'metadata.answers',
      'file',
      'comment.text',
      'comment.by',
      'comment.resolved.by',
      'check.ignore',
    ]),
  )
})

test.for(AUDIENCES)(
  'nothing that stays inside leaves in any file for the circle %s',
  async (audience) => {
    const out = join(folder, audience)
    const canaries = hiddenFrom(audience)
    // Those inside see a canary in every line: one language of that is enough.
    for (const locale of audience === 'internal' ? ['en'] : ['en', 'nl'])
      for (const format of ['html', 'pdf', 'docx', 'md'] as const) {
        const path = join(out, `page.${locale}.${format}`)
        const written = await core.call(
          'export.file',
          { id, locale, audience, format, path },
          'cli',
        )
        expect(written.ok || written.error, `${locale} ${format}`).toBe(true)
      }
    for (const format of ['xlf', 'docx'] as const) {
      const path = join(out, `page.${format}`)
      const written = await core.call(
        'export.exchange',
        { id, locale: 'nl', audience, format, path },
        'cli',
      )
      expect(written.ok || written.error, format).toBe(true)
    }
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    )
    expect(files.length).toBeGreaterThanOrEqual(5)
    for (const { parentPath, name } of files) {
      expect(found(name, canaries)).toEqual([])
      expect(found(await read(join(parentPath, name)), canaries), name).toEqual([])
    }
  },
)

test.for(OUTSIDE)('nor in a release for the circle %s, with its manifest', async (audience) => {
  const path = join(folder, `release-${audience}`)
  const published = await core.call(
    'publish.run',
    { id, audience, formats: [...PUBLISHED_FORMATS], path, job: newId() },
    'cli',
  )
  expect(published.ok || published.error).toBe(true)
  for (const name of readdirSync(path))
    expect(found(name + (await read(join(path, name))), hiddenFrom(audience)), name).toEqual([])
})

test('the measure sees the canaries where they may be seen', async () => {
  const path = join(folder, 'internal', 'page.en.html')
  expect(found(await read(path), inside).length).toBeGreaterThan(30)
  writeFileSync(join(folder, 'plain.txt'), never[0]!.text)
  expect(found(await read(join(folder, 'plain.txt')), never)).toEqual([never[0]!.path])
})
