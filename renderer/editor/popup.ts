import type { LexicalEditor, NodeKey } from 'lexical'

/** What floats above the text. `rect` is where it points, in the window's pixels. */
export type Popup =
  | { readonly kind: 'link'; readonly editor: LexicalEditor; readonly rect: DOMRect }
  | {
      readonly kind: 'fact'
      readonly editor: LexicalEditor
      readonly rect: DOMRect
      /** The chip that was pressed; null: one is to be inserted. */
      readonly chip: NodeKey | null
    }
  | {
      readonly kind: 'slash'
      readonly editor: LexicalEditor
      readonly rect: DOMRect
      /** What stands after the slash. */
      readonly query: string
      readonly node: NodeKey
      /** Where the slash stands in the text of `node`. */
      readonly offset: number
    }
