import { $createHorizontalRuleNode, $isHorizontalRuleNode } from '@lexical/extension'
import type { Construct } from '../construct.ts'

export const rule: Construct = {
  $node: (flow) => (flow.type === 'thematicBreak' ? $createHorizontalRuleNode() : null),
  $flow: (node) => ($isHorizontalRuleNode(node) ? { type: 'thematicBreak' } : null),
}
