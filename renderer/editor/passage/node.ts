import {
  $copyNode,
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { PASSAGE_AUDIENCES, type PassageAudience } from '../../../model/document/text.ts'
import { $reader } from '../fact/reader.ts'
import { drawPassage } from './draw.ts'

const audienceState = createState('passage', {
  // What cannot be read is for nobody outside.
  parse: (value): PassageAudience => PASSAGE_AUDIENCES.find((each) => each === value) ?? 'internal',
})

/**
 * A stretch of a text that a narrower circle alone may read. What is typed at its end goes into it: to leave it is a
 * step of its own, so that nothing internal gets out by typing on.
 */
export class PassageNode extends ElementNode {
  override $config() {
    return this.config('passage', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: audienceState }],
    })
  }

  getAudience(): PassageAudience {
    return $getState(this, audienceState)
  }

  setAudience(audience: PassageAudience): this {
    return $setState(this, audienceState, audience)
  }

  override createDOM(): HTMLElement {
    return drawPassage($getDocument(), $reader(), this.getAudience())
  }

  override updateDOM(previous: PassageNode): boolean {
    return previous.getAudience() !== this.getAudience()
  }

  override insertNewAfter(_: RangeSelection, restoreSelection = true): ElementNode {
    const next = $copyNode(this)
    this.insertAfter(next, restoreSelection)
    return next
  }

  override canInsertTextBefore(): false {
    return false
  }

  override canBeEmpty(): false {
    return false
  }

  override isInline(): true {
    return true
  }
}

export const $createPassageNode = (audience: PassageAudience): PassageNode =>
  $create(PassageNode).setAudience(audience)

export const $isPassageNode = (node: LexicalNode | null | undefined): node is PassageNode =>
  node instanceof PassageNode
