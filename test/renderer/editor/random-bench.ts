import { buildEditorFromExtensions } from '@lexical/extension'
import { $getRoot, defineExtension, type LexicalEditor } from 'lexical'
import { AUDIENCES, type Audience } from '../../../model/document/audience.ts'
import { blankSection } from '../../../model/document/blank.ts'
import type { Block } from '../../../model/document/block.ts'
import type { Change } from '../../../model/document/change.ts'
import { ordersBetween } from '../../../model/document/order.ts'
import type { Flow } from '../../../model/document/prose.ts'
import type { DocumentState } from '../../../model/document/state.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { allUnits } from '../../../model/units/unit.ts'
import { $flowOf, $nodeOf } from '../../../renderer/editor/block.ts'
import { ProseExtension } from '../../../renderer/editor/extension.ts'
import { registerIds, SESSION_TAG } from '../../../renderer/editor/ids/keep.ts'
import { registerListTab } from '../../../renderer/editor/list/tab.ts'
import { registerNormal } from '../../../renderer/editor/normal.ts'
import { registerPassages } from '../../../renderer/editor/passage/register.ts'
import { registerPasteHost } from '../../../renderer/editor/paste/source.ts'
import { registerQuotes } from '../../../renderer/editor/quote/register.ts'
import { registerReaders } from '../../../renderer/editor/readers/keep.ts'
import { registerRemove } from '../../../renderer/editor/remove.ts'
import { bindRun } from '../../../renderer/editor/run/binding.ts'
import { takenOutside } from '../../../renderer/editor/run/ids.ts'
import type { Session } from '../../../renderer/session/session.ts'
import { openTestSession } from '../session/opened.ts'
import { nextId } from './flows.ts'
import { renamed } from './random.ts'

/** An editor of the prose at the start of a section, with all that keeps its nodes in order, on a session with a library. */
export interface Bench {
  readonly editor: LexicalEditor
  readonly session: Session
  readonly home: string
  readonly stored: () => Promise<unknown>
  readonly now: () => DocumentState
  /** What went wrong in the editor, which it has taken back. */
  readonly defects: Error[]
  readonly stop: () => void
}

const rules = (editor: LexicalEditor): (() => void)[] => [
  registerNormal(editor),
  registerQuotes(editor),
  registerPassages(editor, 'en'),
]

/** The block as the editor makes it: without empty marks, with marks nested its way, and neighbours of one kind joined. */
function made(flow: Flow): Flow {
  const editor = buildEditorFromExtensions(ProseExtension)
  const stops = rules(editor)
  const id = 'data' in flow ? flow.data.id : 'x'
  editor.update(
    () => {
      const node = $nodeOf({ id, audience: 'public', node: flow })
      $getRoot().clear().append(node)
    },
    { discrete: true, tag: SESSION_TAG },
  )
  for (const stop of stops) stop()
  return editor.getEditorState().read(() => $flowOf($getRoot().getFirstChildOrThrow()), { editor })
}

/** `audiences`: whom the blocks are for, over and over; without it readers of every kind stand side by side. */
export async function bench(
  flows: readonly Flow[],
  audiences: readonly Audience[] = flows.map((_, at) => AUDIENCES[(at * 3) % AUDIENCES.length]!),
): Promise<Bench> {
  const { session, stored } = await openTestSession()
  const section = blankSection('prose', 'a0', 'Text')
  const orders = ordersBetween(null, null, flows.length)
  const blocks = flows.map((flow, at): Change => {
    const node = made(renamed(flow))
    const id = 'data' in node ? node.data.id : nextId()
    const audience = audiences[at % audiences.length]!
    const block: Block = { id, order: orders[at]!, audience, kind: 'prose', node }
    return { type: 'block.put', section: section.id, block }
  })
  session.apply([
    { type: 'section.put', section },
    { type: 'locales.put', locales: ['nl'] },
    ...blocks,
  ])
  translate(session)
  const defects: Error[] = []
  const editor: LexicalEditor = buildEditorFromExtensions(
    ProseExtension,
    defineExtension({ name: 'test/defects', onError: (error) => void defects.push(error) }),
  )
  const place = { section: section.id, after: null }
  const stops = [
    registerPasteHost(editor, { session, report: () => {} }),
    ...rules(editor),
    registerIds(editor, takenOutside(session, place)),
    registerReaders(editor),
    registerRemove(editor),
    registerListTab(editor),
    bindRun(editor, session, place),
  ]
  return {
    editor,
    session,
    home: section.id,
    stored,
    defects,
    now: () => session.store.getState().state,
    stop: () => stops.forEach((stop) => stop()),
  }
}

/** Every text gets a translation that says which text it is of. */
function translate(session: Session): void {
  const { document } = session.store.getState().state
  session.apply(
    [...allUnits(document)].map(({ id, content }): Change => ({
      type: 'translation.put',
      translation: {
        unit: id,
        locale: 'nl',
        content: [{ type: 'text', value: `nl ${id}` }],
        state: 'translated',
        origin: 'human',
        sourceHash: contentHash(content),
        changedAt: '2026-01-01T00:00:00.000Z',
      },
    })),
  )
}
