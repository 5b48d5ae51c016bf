import { FORMAT_TEXT_COMMAND, type LexicalEditor, type TextFormatType } from 'lexical'
import type { CommandId } from '../../model/commands/commands.ts'
import type { Handlers } from '../commands/registry.ts'
import type { BlockType } from './active.ts'
import type { EditingHost } from './host.ts'
import { openFact, openLink } from './open.ts'
import { addFootnote } from './footnote/add.ts'
import { $toggleInternal } from './passage/mark.ts'
import { SHORTCUT_TAG } from './shortcuts/register.ts'
import { $insertRule, $insertTable, $turnInto } from './turn.ts'

type Work = (editor: LexicalEditor, host: EditingHost) => void

const format =
  (mark: TextFormatType): Work =>
  (editor) =>
    void editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark)

const turn =
  (type: BlockType): Work =>
  (editor) =>
    editor.update(() => $turnInto(editor, type))

const update =
  (work: () => void): Work =>
  (editor) =>
    editor.update(work)

/** What can be done to any text that is edited. */
const TEXT = {
  bold: format('bold'),
  italic: format('italic'),
  strikethrough: format('strikethrough'),
  code: format('code'),
  link: (editor, host) => openLink(host, editor),
  fact: (editor, host) => openFact(host, editor),
  footnote: (editor, host) => addFootnote(editor, host),
  internal: (editor, host) => {
    const kind = host.active.getState().kind ?? 'inline'
    editor.update(() => $toggleInternal(kind), { tag: SHORTCUT_TAG })
  },
} satisfies Partial<Record<CommandId, Work>>

/** What can be done where blocks are edited. */
const BLOCK = {
  paragraph: turn('paragraph'),
  heading1: turn('heading1'),
  heading2: turn('heading2'),
  heading3: turn('heading3'),
  bullet: turn('bullet'),
  number: turn('number'),
  quote: turn('quote'),
  codeBlock: turn('code'),
  note: turn('note'),
  important: turn('important'),
  warning: turn('warning'),
  table: update($insertTable),
  rule: update($insertRule),
} satisfies Partial<Record<CommandId, Work>>

const WORK: Partial<Record<CommandId, Work>> = { ...TEXT, ...BLOCK }

/** Carries out a command of the text on the editor that heard its key. False: it is none of these. */
export function workText(id: CommandId, editor: LexicalEditor, host: EditingHost): boolean {
  const work = WORK[id]
  if (work !== undefined) work(editor, host)
  return work !== undefined
}

/** The commands of the text for whoever asks from outside of it: the palette. They go back into the text. */
export function textHandlers(host: EditingHost): Handlers {
  const handler = (kinds: readonly (string | null)[]) => (work: Work) => ({
    ready: () => {
      const { editor, kind } = host.active.getState()
      return editor !== null && !host.readOnly && kinds.includes(kind)
    },
    run() {
      const { editor } = host.active.getState()
      if (editor === null) return
      editor.focus(() => work(editor, host))
    },
  })
  const all = (works: Partial<Record<CommandId, Work>>, kinds: readonly string[]) =>
    Object.fromEntries(Object.entries(works).map(([id, work]) => [id, handler(kinds)(work)]))
  return { ...all(TEXT, ['prose', 'inline']), ...all(BLOCK, ['prose']) }
}
