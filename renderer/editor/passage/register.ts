import {
  $copyNode,
  $isElementNode,
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical'
import { maySee } from '../../../model/document/audience.ts'
import { directionOf } from '../../../model/document/locale.ts'
import { $leavePassage } from './mark.ts'
import { PassageNode } from './node.ts'

/** A passage stands at the top of its text: one in another joins it, one in a link comes out of it with its part of the link. */
function $atTop(passage: PassageNode): void {
  const around = passage.getParent()
  if (!$isElementNode(around) || !around.isInline()) return
  if (around instanceof PassageNode) {
    // The narrower circle of the two holds for both.
    if (maySee(passage.getAudience(), around.getAudience()))
      around.setAudience(passage.getAudience())
    for (const child of passage.getChildren()) passage.insertBefore(child)
    passage.remove()
    return
  }
  const after = passage.getNextSiblings()
  const inside = $copyNode(around)
  passage.append(inside.append(...passage.getChildren()))
  around.insertAfter(passage)
  if (after.length > 0) passage.insertAfter($copyNode(around).append(...after))
  if (around.isEmpty()) around.remove()
}

/** The keys of passages, and what keeps them where the document has a place for them. */
export function registerPassages(editor: LexicalEditor, locale: string): () => void {
  const forward = directionOf(locale) === 'rtl' ? KEY_ARROW_LEFT_COMMAND : KEY_ARROW_RIGHT_COMMAND
  return mergeRegister(
    editor.registerNodeTransform(PassageNode, $atTop),
    editor.registerCommand(
      forward,
      (event) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
        if (!$leavePassage()) return false
        event.preventDefault()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}
