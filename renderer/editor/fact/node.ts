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
import { FACT_FORMS, type FactForm } from '../../../model/document/text.ts'
import { chipText, drawChip } from './chip.ts'
import { $reader, $textReader } from './reader.ts'

const factState = createState('fact', {
  parse: (value) => (typeof value === 'string' && value.length <= 64 ? value : ''),
})
const formState = createState('form', {
  parse: (value): FactForm => FACT_FORMS.find((form) => form === value) ?? 'long',
})

/**
 * A reference to a fact in a text: one indivisible piece that reads as the fact's value. It is plain DOM, because a
 * React root for each would cost twice as much to draw.
 */
export class FactNode extends DecoratorTextNode {
  override $config() {
    return this.config('fact', {
      extends: DecoratorTextNode,
      stateConfigs: [
        { flat: true, stateConfig: factState },
        { flat: true, stateConfig: formState },
      ],
    })
  }

  getFact(): Identifier {
    return $getState(this, factState)
  }

  getForm(): FactForm {
    return $getState(this, formState)
  }

  setReference(fact: Identifier, form: FactForm): this {
    return $setState($setState(this, factState, fact), formState, form)
  }

  override createDOM(): HTMLElement {
    return drawChip($getDocument(), $reader(), this.getFact(), this.getForm(), {
      bold: this.hasFormat('bold'),
      italic: this.hasFormat('italic'),
      struck: this.hasFormat('strikethrough'),
    })
  }

  override updateDOM(previous: FactNode): boolean {
    return (
      previous.getFact() !== this.getFact() ||
      previous.getForm() !== this.getForm() ||
      previous.getFormat() !== this.getFormat()
    )
  }

  override exportDOM(): DOMExportOutput {
    const element = $getDocument().createElement('span')
    element.textContent = chipText($reader(), this.getFact(), this.getForm())
    return { element }
  }

  override getTextContent(): string {
    return chipText($textReader(), this.getFact(), this.getForm())
  }

  override isKeyboardSelectable(): boolean {
    return true
  }

  override decorate(): null {
    return null
  }
}

export const $createFactNode = (fact: Identifier, form: FactForm): FactNode =>
  $create(FactNode).setReference(fact, form)

export const $isFactNode = (node: LexicalNode | null | undefined): node is FactNode =>
  node instanceof FactNode
