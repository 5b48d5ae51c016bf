import {
  $getNodeByKey,
  $getRoot,
  $isRootNode,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import type { Audience } from '../../../model/document/audience.ts'
import { readState } from '../read.ts'
import { $audienceOf, $idOf } from '../ids/state.ts'

/** Says of a block on the page which it is, and, where not everybody will see it, who will. */
export function markBlock(
  element: HTMLElement,
  id: string,
  audience: Audience | null,
  label: (audience: Exclude<Audience, 'public'>) => string,
): void {
  // Written only where it differs: whatever is written is looked at for its style anew.
  if (element.dataset['block'] !== id) element.dataset['block'] = id
  if (audience === null || audience === 'public') {
    delete element.dataset['audience']
    delete element.dataset['audienceLabel']
  } else {
    element.dataset['audience'] = audience
    element.dataset['audienceLabel'] = label(audience)
  }
}

/** Marks on the page the blocks that not everybody will see, with a label, and an editor with nothing in it. */
export function registerLook(
  editor: LexicalEditor,
  label: (audience: Exclude<Audience, 'public'>) => string,
): () => void {
  const $mark = (key: NodeKey): void => {
    const node = $getNodeByKey(key)
    const element = editor.getElementByKey(key)
    if (node === null || element === null || !$isRootNode(node.getParent())) return
    markBlock(element, $idOf(node), $audienceOf(node), label)
  }
  const $empty = (): void => {
    const only = $getRoot().getChildrenSize() === 1
    const root = editor.getRootElement()
    root?.toggleAttribute(
      'data-empty',
      only &&
        $getRoot().getTextContent() === '' &&
        $getRoot().getFirstChild()?.getType() === 'paragraph',
    )
  }
  return mergeRegister(
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      readState(editor, () => {
        for (const key of [...dirtyElements.keys(), ...dirtyLeaves]) $mark(key)
        if (!editor.isComposing()) $empty()
      })
    }),
    editor.registerRootListener((root) => {
      if (root === null) return
      readState(editor, () => {
        for (const node of $getRoot().getChildren()) $mark(node.getKey())
        $empty()
      })
    }),
  )
}
