import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type LexicalNode,
} from 'lexical'
import * as v from 'valibot'
import { containersOf, FlowSchema, type Flow } from '../../../model/document/prose.ts'
import { plainText } from '../../../model/document/text.ts'
import { $reader } from '../fact/reader.ts'
import { drawFlow } from '../static/flow.ts'
import styles from './opaque.module.css'

const NOTHING: Flow = { type: 'thematicBreak' }

const flowState = createState('flow', {
  parse: (value): Flow => {
    const flow = v.safeParse(FlowSchema, value)
    return flow.success ? flow.output : NOTHING
  },
})

/**
 * A block whose structure this editor has no way to edit. It is shown as it is published, can be moved and removed,
 * and is kept word for word.
 */
export class OpaqueNode extends DecoratorNode<null> {
  override $config() {
    return this.config('opaque', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: flowState }],
    })
  }

  getFlow(): Flow {
    return $getState(this, flowState)
  }

  setFlow(flow: Flow): this {
    return $setState(this, flowState, flow)
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('div')
    element.className = styles['opaque'] ?? ''
    element.append(drawFlow($getDocument(), this.getFlow(), $reader()))
    return element
  }

  override updateDOM(previous: OpaqueNode): boolean {
    return previous.getFlow() !== this.getFlow()
  }

  override getTextContent(): string {
    const reader = $reader()
    return [...containersOf(this.getFlow())]
      .map(({ children }) => plainText(children, (fact, form) => reader.read(fact, form) ?? ''))
      .join('\n')
  }

  override isInline(): false {
    return false
  }

  override decorate(): null {
    return null
  }
}

export const $createOpaqueNode = (flow: Flow): OpaqueNode => $create(OpaqueNode).setFlow(flow)

export const $isOpaqueNode = (node: LexicalNode | null | undefined): node is OpaqueNode =>
  node instanceof OpaqueNode
