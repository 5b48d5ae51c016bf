import { $toggleLink } from '@lexical/link'
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
} from '@lexical/table'
import fc from 'fast-check'
import {
  $createTextNode,
  $insertNodes,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  REMOVE_TEXT_COMMAND,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical'
import { expect, test } from 'vitest'
import { AUDIENCES, maySee, type Audience } from '../../../model/document/audience.ts'
import { newId } from '../../../model/document/identifier.ts'
import type { Flow } from '../../../model/document/prose.ts'
import type { Content, Phrasing } from '../../../model/document/text.ts'
import type { DocumentState } from '../../../model/document/state.ts'
import { documentForAudience } from '../../../model/units/audience-view.ts'
import { $createFactNode } from '../../../renderer/editor/fact/node.ts'
import { insertFootnote } from '../../../renderer/editor/footnote/insert.ts'
import { $createFootnoteNode } from '../../../renderer/editor/footnote/node.ts'
import { $linkAt, $unlink } from '../../../renderer/editor/link/at.ts'
import { $leavePassage } from '../../../renderer/editor/passage/mark.ts'
import { $insertPlain } from '../../../renderer/editor/paste/extension.ts'
import { $insertPieces } from '../../../renderer/editor/paste/insert.ts'
import { $putIn } from '../../../renderer/editor/put-in.ts'
import { $blockShortcut } from '../../../renderer/editor/shortcuts/block.ts'
import { $inlineShortcut } from '../../../renderer/editor/shortcuts/inline.ts'
import { $insertRule, $insertTable, $turnInto } from '../../../renderer/editor/turn.ts'
import { nextId, plainFlow } from './flows.ts'
import { bench, type Bench } from './random-bench.ts'
import { inOrder, noIdTwice, shownIsStored } from './random-laws.ts'
import { $selectAnywhere, pick, renamed } from './random.ts'

/**
 * A word that stands nowhere else. Facts, addresses and code are words here too. All are of one length: the beginning of
 * one, with another behind it, is no word that stood elsewhere.
 */
const word = (): string => `wid${nextId().slice('id'.length).padStart(9, '0')}w`
const WORD = /wid\d{9}w/g

const PLACES = new Set(['value', 'fact', 'note'])
/** A link in a link is nothing that an editor makes. */
const unlinked = (content: Content): Content =>
  content.flatMap((node): Content =>
    node.type === 'link'
      ? unlinked(node.children)
      : 'children' in node
        ? [{ ...node, children: unlinked(node.children) }]
        : [node],
  )

/** The same block, every text, fact, note and address of it a word of its own. */
const told = (flow: Flow): Flow =>
  JSON.parse(JSON.stringify(renamed(flow)), (key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'url' in value) {
      const link = value as Extract<Phrasing, { type: 'link' }>
      // A link that says nothing goes with the gap that a passage beside it leaves.
      const children = [{ type: 'text', value: word() } as const, ...unlinked(link.children)]
      return { ...link, url: `https://${word()}.example.org/`, children }
    }
    return typeof value === 'string' && PLACES.has(key) ? word() : value
  }) as Flow

const readBy = ({ document }: DocumentState, reader: Audience): ReadonlySet<string> =>
  new Set(JSON.stringify(documentForAudience(document, reader)).match(WORD))

/** What was pasted for these readers alone. */
const pasted = new Map<string, Audience>()
const toldFor = (flow: Flow, audience: Audience): Flow => {
  const made = told(flow)
  for (const one of JSON.stringify(made).match(WORD) ?? []) pasted.set(one, audience)
  return made
}

type Work = (
  editor: LexicalEditor,
  selection: RangeSelection,
  to: number,
  flows: readonly Flow[],
) => void

const TYPES = [
  ...(['paragraph', 'heading1', 'heading3', 'bullet', 'number', 'quote', 'code'] as const),
  ...(['note', 'important', 'warning'] as const),
]
const typing = (selection: RangeSelection, text: string): void => {
  selection.insertNodes([$createTextNode(text)])
}

/** What commands of the text do to a selection, in one update: each as the toolbar, a menu or a key does it. */
const COMMANDS: Readonly<Record<string, Work>> = {
  fact: () => $putIn($createFactNode(newId(), 'long')),
  'a note that there is': () => $putIn($createFootnoteNode(newId())),
  link: () => $toggleLink('https://status.example.org/'),
  unlink: (_, selection) => {
    const link = $linkAt(selection)
    if (link !== null) $unlink(link)
  },
  'a link of its own': (_, selection) => {
    selection.focus.set(selection.anchor.key, selection.anchor.offset, selection.anchor.type)
    $insertNodes([$createTextNode('here')])
  },
  turn: (editor, _, to) => $turnInto(editor, pick(TYPES, to)!),
  table: () => $insertTable(),
  rule: () => $insertRule(),
  'the tools of a table': (_, selection, to) => {
    if ($findTableNode(selection.anchor.getNode()) === null) return
    pick(
      [
        () => void $insertTableRowAtSelection(true),
        () => void $insertTableColumnAtSelection(false),
        $deleteTableRowAtSelection,
        $deleteTableColumnAtSelection,
      ],
      to,
    )!()
  },
  format: (editor, _, to) =>
    void editor.dispatchCommand(
      FORMAT_TEXT_COMMAND,
      pick(['bold', 'italic', 'strikethrough', 'code'] as const, to)!,
    ),
  type: (editor) => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, word()),
  remove: (editor) => void editor.dispatchCommand(REMOVE_TEXT_COMMAND, null),
  'a new line': (editor) => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined),
  break: (editor) => void editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false),
  indent: (editor) => void editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined),
  outdent: (editor) => void editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined),
  'paste words': (_, selection) => $insertPlain(word(), selection),
  'paste lines': (_, selection) => $insertPlain(`${word()}\n${word()}\n\n${word()}`, selection),
  'paste blocks': (_, selection, to, flows) =>
    $insertPieces(
      flows.map((node, at) => {
        const audience = pick(AUDIENCES, to + at)!
        return { node: toldFor(node, audience), audience }
      }),
      selection,
    ),
  'paste blocks of nobody': (_, selection, __, flows) =>
    $insertPieces(
      flows.map((node) => ({ node: told(node) })),
      selection,
    ),
  'a mark of a block': (editor, selection, to) => {
    const mark = pick(['# ', '- ', '1. ', '> ', '[!note]', '```'], to)!
    const block = selection.anchor.getNode().getTopLevelElement()
    if (block === null || !('selectStart' in block)) return
    const start = block.selectStart()
    typing(start, mark)
    $blockShortcut(editor, start)
  },
  'a mark of words': (editor, selection, to) => {
    const marked = pick(['**bold**', '`code`', '[here](https://status.example.org/)'], to)!
    editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, marked)
    $inlineShortcut(selection)
  },
  'leave a passage': (editor) => {
    if ($leavePassage()) editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, word())
  },
}
const NAMES = [...Object.keys(COMMANDS), 'footnote']

interface Step {
  readonly name: string
  readonly at: number
  readonly to: number
  readonly how: number
  readonly flows: readonly Flow[]
}

function take({ editor }: Bench, { name, at, to, how, flows }: Step): void {
  const work = COMMANDS[name]
  editor.update(
    () => {
      const selection = $selectAnywhere(at, to)
      if (selection !== null) work?.(editor, selection, how, flows)
    },
    { discrete: true },
  )
  // It makes an update of its own.
  if (name === 'footnote') insertFootnote(editor)
}

/** Nobody reads what was not for them, neither what stood there nor what was pasted. */
function heldFrom(before: DocumentState, after: DocumentState, step: string): void {
  const all = new Set(JSON.stringify(before.document).match(WORD))
  for (const reader of ['public', 'customer', 'regulator'] as const) {
    const read = readBy(before, reader)
    const leaked = [...readBy(after, reader)].filter((one) =>
      all.has(one) ? !read.has(one) : !maySee(reader, pasted.get(one) ?? 'public'),
    )
    expect(leaked, `${reader} reads after: ${step}`).toEqual([])
  }
}

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...NAMES),
  at: fc.nat(997),
  to: fc.nat(997),
  how: fc.nat(97),
  flows: fc.array(plainFlow, { minLength: 1, maxLength: 2 }),
})

test('whatever a command does to a selection over blocks, nobody reads what was not for them', async () => {
  const runs = Number(process.env['AFTERWORD_RANDOM_RUNS'] ?? 60)
  let taken = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(plainFlow, fc.constantFrom(...AUDIENCES)), { minLength: 2, maxLength: 6 }),
      fc.array(step, { minLength: 4, maxLength: 12 }),
      async (flows, steps) => {
        const work = await bench(
          flows.map(([flow]) => told(flow)),
          flows.map(([, audience]) => audience),
        )
        try {
          for (const one of steps) {
            const before = work.now()
            take(work, one)
            // What Lexical cannot do it takes back as a whole.
            if (work.defects.splice(0).length > 0) expect(work.now()).toBe(before)
            heldFrom(before, work.now(), one.name)
            noIdTwice(work.now())
            inOrder(work.now())
            shownIsStored(work)
            taken++
          }
        } finally {
          work.stop()
        }
      },
    ),
    { numRuns: runs },
  )
  expect(taken).toBeGreaterThanOrEqual(runs * 4)
})
