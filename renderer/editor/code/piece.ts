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

/** As long as a text may be: a piece is a part of one. */
const MOST = 100_000

const codeState = createState('code', {
  parse: (value) => (typeof value === 'string' && value.length <= MOST ? value : ''),
})

/** On the element of a piece: its text has offsets of its own, as that of a fact has not. */
export const CODE_PIECE = 'data-code-piece'

/**
 * A piece of code in a translation: indivisible, as the source has it. Nothing is typed into it; it is carried over, moved
 * or removed. Plain DOM, as a fact's chip is.
 */
export class CodePieceNode extends DecoratorTextNode {
  override $config() {
    return this.config('code-piece', {
      extends: DecoratorTextNode,
      stateConfigs: [{ flat: true, stateConfig: codeState }],
    })
  }

  getCode(): string {
    return $getState(this, codeState)
  }

  setCode(code: string): this {
    return $setState(this, codeState, code)
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('code')
    element.contentEditable = 'false'
    element.setAttribute(CODE_PIECE, '')
    element.toggleAttribute('data-bold', this.hasFormat('bold'))
    element.toggleAttribute('data-italic', this.hasFormat('italic'))
    element.toggleAttribute('data-struck', this.hasFormat('strikethrough'))
    element.textContent = this.getCode()
    return element
  }

  override updateDOM(previous: CodePieceNode): boolean {
    return previous.getCode() !== this.getCode() || previous.getFormat() !== this.getFormat()
  }

  override exportDOM(): DOMExportOutput {
    const element = $getDocument().createElement('code')
    element.textContent = this.getCode()
    return { element }
  }

  override getTextContent(): string {
    return this.getCode()
  }

  /** There is nothing to open in it: the arrows step over it. */
  override isKeyboardSelectable(): boolean {
    return false
  }

  override decorate(): null {
    return null
  }
}

export const $createCodePieceNode = (code: string): CodePieceNode =>
  $create(CodePieceNode).setCode(code)

export const $isCodePieceNode = (node: LexicalNode | null | undefined): node is CodePieceNode =>
  node instanceof CodePieceNode
