import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildEditorFromExtensions } from '@lexical/extension'
import Database from 'better-sqlite3'
import { $getRoot, $isElementNode, type LexicalEditor } from 'lexical'
import { expect, onTestFinished, test } from 'vitest'
import type { Api } from '../../../model/contract/api.ts'
import { blankSection, paragraphBlock } from '../../../model/document/blank.ts'
import type { Block } from '../../../model/document/block.ts'
import type { Change } from '../../../model/document/change.ts'
import { ordersBetween } from '../../../model/document/order.ts'
import { createMeter, finish } from '../../../model/measure/meter.ts'
import { ProseExtension } from '../../../renderer/editor/extension.ts'
import { bindRun } from '../../../renderer/editor/run/binding.ts'
import { openSession } from '../../../renderer/session/session.ts'
import { openTestCore } from '../../fixtures/core.ts'
import { testFolder, valueOf } from '../../fixtures/library.ts'

const PARAGRAPHS = 5
const SENTENCE =
  'Requests from two regions were refused until an engineer replaced the certificate.'

/** What a word that somebody types makes the program do. */
interface Work {
  /** Of the save, as it goes over the bridge. */
  readonly bytes: number
  readonly changes: number
  /** Rows of the library that are others afterwards, by table. */
  readonly rows: Readonly<Record<string, number>>
  /** Sections and blocks that are other objects afterwards: whatever follows one of them looks at it again. */
  readonly sections: number
  readonly blocks: number
  /** Updates of all editors together. */
  readonly updates: number
  /** Texts whose words are counted again. */
  readonly counted: number
}

/** Every row of every table of a library, as text. Looked at in a copy: a library has one reader. */
function rowsOf(file: string): Map<string, Set<string>> {
  const copy = join(testFolder(), 'copy.afterword')
  for (const end of ['', '-wal'])
    if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy}${end}`)
  const library = new Database(copy)
  const names = library
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
    .pluck()
    .all()
  const tables = new Map(
    names.map((name) => [
      name,
      new Set(
        library
          .prepare(`SELECT * FROM "${name}"`)
          .raw()
          .all()
          .map((row) => JSON.stringify(row)),
      ),
    ]),
  )
  library.close()
  return tables
}

/** A postmortem with so many sections, each with its editor; a word is typed in the middle one and saved. */
async function typeIn(count: number): Promise<Work> {
  const file = join(testFolder(), 'library.afterword')
  const core = await openTestCore(file)
  const { id } = valueOf(
    await core.call('postmortem.create', { title: 'An incident', locale: 'en' }, 'window'),
  )
  const saves: (readonly Change[])[] = []
  const api: Api = {
    call(method, input) {
      if (method === 'postmortem.save')
        saves.push((input as { changes: readonly Change[] }).changes)
      return core.call(method, input, 'window')
    },
    on: (event, listener) => core.on(event, listener),
  }
  const session = valueOf(await openSession(api, id))
  onTestFinished(() => session.close())
  const document = () => session.store.getState().state.document
  const orders = ordersBetween(null, null, count)
  const sections = orders.map((order, at) => blankSection('prose', order, `Part ${at}`))
  session.apply([
    ...document().sections.map((old): Change => ({ type: 'section.remove', section: old.id })),
    ...sections.flatMap((section): Change[] => [
      { type: 'section.put', section },
      ...ordersBetween(null, null, PARAGRAPHS).map((place): Change => ({
        type: 'block.put',
        section: section.id,
        block: paragraphBlock(place, SENTENCE),
      })),
    ]),
  ])
  await session.flush()

  let updates = 0
  const editors = sections.map((section): LexicalEditor => {
    const editor = buildEditorFromExtensions(ProseExtension)
    const stop = bindRun(editor, session, { section: section.id, after: null })
    const stopCounting = editor.registerUpdateListener(() => void updates++)
    onTestFinished(() => {
      stop()
      stopCounting()
    })
    return editor
  })
  const meter = createMeter('en', undefined)
  finish(meter(document(), () => ''))
  const before = document()
  const rows = rowsOf(file)
  saves.length = 0
  updates = 0

  const editor = editors[Math.floor(count / 2)]!
  for (const character of 'word') {
    editor.update(
      () => {
        const line = $getRoot().getLastChild()
        if ($isElementNode(line)) line.selectEnd().insertText(character)
      },
      { discrete: true },
    )
  }
  session.settle()
  await session.flush()

  const now = document()
  const known = new Set<unknown>([
    ...before.sections,
    ...before.sections.flatMap(({ blocks }): readonly Block[] => blocks),
  ])
  const says = JSON.stringify(now).includes(`${SENTENCE}word`)
  if (!says) throw new Error('The word did not arrive')
  const counting = meter(now, () => '')
  let counted = 0
  while (counting.next().done !== true) counted++
  const after = rowsOf(file)
  return {
    bytes: JSON.stringify(saves).length,
    changes: saves.flat().length,
    rows: Object.fromEntries(
      [...after].map(([table, all]) => [
        table,
        [...all].filter((row) => rows.get(table)?.has(row) !== true).length,
      ]),
    ),
    sections: now.sections.filter((section) => !known.has(section)).length,
    blocks: now.sections.flatMap(({ blocks }) => blocks).filter((block) => !known.has(block))
      .length,
    updates,
    counted,
  }
}

test('a word costs the same work in a hundred sections as in two', async () => {
  const few = await typeIn(2)
  const many = await typeIn(100)
  // A longer list of sections has longer orders; nothing of a section is in the save of a block.
  expect(many).toEqual({ ...few, bytes: many.bytes })
  expect(Math.abs(many.bytes - few.bytes)).toBeLessThan(16)
  expect(few).toMatchObject({ sections: 1, blocks: 1, counted: 1 })
  expect(few.rows['block']).toBe(1)
  expect(few.rows['section']).toBe(0)
})
