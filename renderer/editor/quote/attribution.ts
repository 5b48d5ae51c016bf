import { $create, $getDocument, ElementNode, type LexicalNode } from 'lexical'
import { $reader } from '../fact/reader.ts'
import { attribution } from './draw.ts'

/** Who said what is quoted: the last line of a quote, there also while nobody is named. */
export class AttributionNode extends ElementNode {
  override $config() {
    return this.config('attribution', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const line = attribution($getDocument(), null)
    line.dataset['placeholder'] = $reader().who
    line.toggleAttribute('data-empty', this.isEmpty())
    return line
  }

  override updateDOM(_: this, line: HTMLElement): false {
    line.toggleAttribute('data-empty', this.isEmpty())
    return false
  }

  override canIndent(): false {
    return false
  }
}

export const $createAttributionNode = (): AttributionNode => $create(AttributionNode)

export const $isAttributionNode = (node: LexicalNode | null | undefined): node is AttributionNode =>
  node instanceof AttributionNode
