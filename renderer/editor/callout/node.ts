import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  ElementNode,
  type LexicalNode,
} from 'lexical'
import { TONES, type Tone } from '../../../model/document/prose.ts'
import { $reader } from '../fact/reader.ts'
import { drawCallout } from './draw.ts'

const toneState = createState('tone', {
  parse: (value): Tone => TONES.find((tone) => tone === value) ?? 'note',
})

/** Blocks that are set apart, with a tone. */
export class CalloutNode extends ElementNode {
  override $config() {
    return this.config('callout', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: toneState }],
    })
  }

  getTone(): Tone {
    return $getState(this, toneState)
  }

  setTone(tone: Tone): this {
    return $setState(this, toneState, tone)
  }

  override createDOM(): HTMLElement {
    return drawCallout($getDocument(), $reader(), this.getTone())
  }

  override updateDOM(previous: CalloutNode): boolean {
    return previous.getTone() !== this.getTone()
  }

  override isShadowRoot(): true {
    return true
  }

  override canBeEmpty(): false {
    return false
  }

  override canIndent(): false {
    return false
  }
}

export const $createCalloutNode = (tone: Tone): CalloutNode => $create(CalloutNode).setTone(tone)

export const $isCalloutNode = (node: LexicalNode | null | undefined): node is CalloutNode =>
  node instanceof CalloutNode
