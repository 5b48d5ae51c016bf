import { buildEditorFromExtensions } from '@lexical/extension'
import {
  $getRoot,
  $isElementNode,
  COMMAND_PRIORITY_HIGH,
  KEY_BACKSPACE_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical'
import { languageData } from '../../../locales/language-data.ts'
import type { Audience } from '../../../model/document/audience.ts'
import type { ProseBlock } from '../../../model/document/block.ts'
import { registerActive } from '../active.ts'
import { registerDirection } from '../direction.ts'
import { EDITABLE, ENTER_AT, registerEdge } from '../edge.ts'
import { ProseExtension } from '../extension.ts'
import { redrawChips } from '../fact/chip.ts'
import { registerReader } from '../fact/reader.ts'
import type { EditingHost } from '../host.ts'
import { registerIds } from '../ids/keep.ts'
import { registerKeys } from '../keys.ts'
import { registerLeave } from '../leave.ts'
import { registerLetters } from '../letters.ts'
import { registerListTab } from '../list/tab.ts'
import { registerNormal } from '../normal.ts'
import { registerPassages } from '../passage/register.ts'
import { registerQuotes } from '../quote/register.ts'
import { registerReaders } from '../readers/keep.ts'
import { registerRemove } from '../remove.ts'
import { registerShortcuts } from '../shortcuts/register.ts'
import { registerSlash } from '../slash/track.ts'
import { bindRun } from './binding.ts'
import { takenOutside } from './ids.ts'
import { registerLook } from './look.ts'
import { runAt, type RunPlace } from './place.ts'

/**
 * Makes an element the editor of a run. `shown`: what stood there so far, where the session says something else by now and
 * the caret goes to where they differ. Returns the function that ends it.
 */
export function mountRun(
  root: HTMLElement,
  host: EditingHost,
  place: RunPlace,
  label: (audience: Exclude<Audience, 'public'>) => string,
  shown?: readonly ProseBlock[],
): () => void {
  const editor: LexicalEditor = buildEditorFromExtensions(ProseExtension)
  editor.setEditable(!host.readOnly)
  const typography = languageData(host.locale)?.typography
  const stop = mergeRegister(
    registerReader(editor, host.reader, (page) => redrawChips(page, host.reader)),
    registerDirection(editor, host.direction),
    registerNormal(editor),
    registerQuotes(editor),
    registerLeave(editor),
    registerPassages(editor, host.locale),
    // The transforms first: what the session brings in is settled then, and is no change of the person's.
    registerIds(editor, takenOutside(host.session, place)),
    registerReaders(editor),
    registerRemove(editor),
    bindRun(editor, host.session, place, shown),
    registerLook(editor, label),
    registerKeys(editor, host),
    registerListTab(editor),
    registerEdge(editor),
    registerShortcuts(editor, 'prose', typography),
    registerSlash(editor, host),
    registerLetters(editor, host, typography),
    registerActive(editor, 'prose', host.active),
    registerVanish(editor, host, place),
  )
  editor.setRootElement(root)
  const enter = (): void => {
    const at = root.dataset[ENTER_AT]
    if (at === undefined) return
    delete root.dataset[ENTER_AT]
    editor.update(() => {
      const line = at === 'end' ? $getRoot().getLastChild() : $getRoot().getFirstChild()
      if (!$isElementNode(line)) return
      if (at === 'end') line.selectEnd()
      else line.selectStart()
    })
  }
  root.addEventListener('focus', enter)
  return () => {
    root.removeEventListener('focus', enter)
    host.session.settle()
    stop()
    editor.setRootElement(null)
  }
}

/** Backspace in an empty run between entries takes the run away. */
function registerVanish(editor: LexicalEditor, host: EditingHost, place: RunPlace): () => void {
  return editor.registerCommand(
    KEY_BACKSPACE_COMMAND,
    (event) => {
      if (
        place.after === null ||
        $getRoot().getTextContent() !== '' ||
        $getRoot().getChildrenSize() > 1
      )
        return false
      const { blocks } = runAt(host.session.store.getState().state.document, place)
      if (blocks.length !== 1) return false
      event.preventDefault()
      const root = editor.getRootElement()
      const all = [...document.querySelectorAll<HTMLElement>(`[${EDITABLE}]`)]
      const above = root === null ? undefined : all[all.indexOf(root) - 1]
      host.session.apply([{ type: 'block.remove', block: blocks[0]!.id }])
      if (above !== undefined) {
        above.dataset[ENTER_AT] = 'end'
        above.focus()
      }
      return true
    },
    COMMAND_PRIORITY_HIGH,
  )
}
