import { DecoratorTextNode } from '@lexical/extension'
import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical'
import type { Identifier } from '../../../model/document/identifier.ts'
import { $reader } from '../fact/reader.ts'
import { drawReference } from './draw.ts'

const noteState = createState('note', {
  parse: (value) => (typeof value === 'string' && value.length <= 64 ? value : ''),
})

/** A reference to a note: one indivisible piece that reads as the note's number. Plain DOM, as a fact's chip is. */
export class FootnoteNode extends DecoratorTextNode {
  override $config() {
    return this.config('footnote', {
      extends: DecoratorTextNode,
      stateConfigs: [{ flat: true, stateConfig: noteState }],
    })
  }

  getNote(): Identifier {
    return $getState(this, noteState)
  }

  setNote(note: Identifier): this {
    return $setState(this, noteState, note)
  }

  override createDOM(): HTMLElement {
    return drawReference($getDocument(), $reader(), this.getNote())
  }

  override updateDOM(previous: FootnoteNode): boolean {
    return previous.getNote() !== this.getNote()
  }

  override exportDOM(): DOMExportOutput {
    const element = $getDocument().createElement('sup')
    element.textContent = $reader().note(this.getNote())
    return { element }
  }

  override getTextContent(): string {
    return '\u{FFFC}'
  }

  override isKeyboardSelectable(): boolean {
    return true
  }

  override decorate(): null {
    return null
  }
}

export const $createFootnoteNode = (note: Identifier): FootnoteNode =>
  $create(FootnoteNode).setNote(note)

export const $isFootnoteNode = (node: LexicalNode | null | undefined): node is FootnoteNode =>
  node instanceof FootnoteNode
