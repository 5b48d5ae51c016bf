import { $createCodeNode, $isCodeNode } from '@lexical/code-core'
import { $createLineBreakNode, $createTextNode } from 'lexical'
import type { Construct } from '../construct.ts'

export const code: Construct = {
  $node(flow) {
    if (flow.type !== 'code') return null
    const lines = flow.value
      .split('\n')
      .flatMap((line, at) => [
        ...(at === 0 ? [] : [$createLineBreakNode()]),
        ...(line === '' ? [] : [$createTextNode(line)]),
      ])
    return $createCodeNode(flow.lang).append(...lines)
  },
  $flow(node) {
    if (!$isCodeNode(node)) return null
    const lang = node.getLanguage()
    return { type: 'code', ...(lang ? { lang } : {}), value: node.getTextContent() }
  },
}
