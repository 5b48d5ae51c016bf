import { buildEditorFromExtensions } from '@lexical/extension'
import type { AnyLexicalExtension, LexicalEditor } from 'lexical'
import { onTestFinished } from 'vitest'
import { blankSection } from '../../../model/document/blank.ts'
import type { Block } from '../../../model/document/block.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { ProseExtension } from '../../../renderer/editor/extension.ts'
import { registerIds } from '../../../renderer/editor/ids/keep.ts'
import { registerNormal } from '../../../renderer/editor/normal.ts'
import { registerPassages } from '../../../renderer/editor/passage/register.ts'
import { registerQuotes } from '../../../renderer/editor/quote/register.ts'
import { registerReaders } from '../../../renderer/editor/readers/keep.ts'
import { registerRemove } from '../../../renderer/editor/remove.ts'
import { bindRun } from '../../../renderer/editor/run/binding.ts'
import { takenOutside } from '../../../renderer/editor/run/ids.ts'
import type { Session } from '../../../renderer/session/session.ts'
import { openTestSession } from '../session/opened.ts'

/** An editor of the prose at the start of a section, with all that keeps its nodes in order, until the test is over. */
export interface RunBench {
  readonly editor: LexicalEditor
  readonly session: Session
  /** The id of the section. */
  readonly section: string
  document(): Postmortem
  blocks(): readonly Block[]
  /** An update as a person makes it. */
  edit(work: () => void): void
}

export async function runBench(
  blocks: readonly Block[],
  ...more: AnyLexicalExtension[]
): Promise<RunBench> {
  const { session } = await openTestSession()
  const section = blankSection('prose', 'a0', 'Text')
  session.apply([
    { type: 'section.put', section },
    ...blocks.map((block) => ({ type: 'block.put' as const, section: section.id, block })),
  ])
  const editor: LexicalEditor = buildEditorFromExtensions(ProseExtension, ...more)
  const place = { section: section.id, after: null }
  const stops = [
    registerNormal(editor),
    registerQuotes(editor),
    registerPassages(editor, 'en'),
    registerIds(editor, takenOutside(session, place)),
    registerReaders(editor),
    registerRemove(editor),
    bindRun(editor, session, place),
  ]
  onTestFinished(() => stops.forEach((stop) => stop()))
  const document = (): Postmortem => session.store.getState().state.document
  return {
    editor,
    session,
    section: section.id,
    document,
    blocks: () => document().sections.find(({ id }) => id === section.id)?.blocks ?? [],
    edit: (work) => editor.update(work, { discrete: true }),
  }
}
