import * as v from 'valibot'
import { depthOf, FlowSchema, MAX_DEPTH, type Flow } from '../document/prose.ts'
import { outermost } from './context.ts'
import { flowsOf } from './flow.ts'
import { sheetOf } from './style.ts'
import { isElement, someInside, type HtmlNode } from './tree.ts'

/** Does the page come from Word, Excel or Outlook? */
const fromOffice = (nodes: readonly HtmlNode[]): boolean =>
  nodes.some(
    (node) =>
      isElement(node) &&
      (/schemas-microsoft-com:office/.test(Object.values(node.attributes).join(' ')) ||
        someInside(
          node,
          ({ name, attributes }) =>
            name === 'meta' &&
            /^(progid|generator)$/i.test(attributes['name'] ?? '') &&
            /^(word\.document|excel\.sheet|microsoft )/i.test(attributes['content'] ?? ''),
        )),
  )

const FlowsSchema = v.array(
  v.pipe(
    FlowSchema,
    v.check((flow) => depthOf(flow) <= MAX_DEPTH, 'nested too deeply'),
  ),
)

/** Blocks as the document can hold them, or undefined where they are beyond its limits. */
export function holdable(flows: readonly Flow[]): Flow[] | undefined {
  const parsed = v.safeParse(FlowsSchema, flows)
  return parsed.success ? parsed.output : undefined
}

/**
 * A page as blocks with new ids. What nobody would see on the page (hidden, white on white, invisible characters), scripts, pictures,
 * comments of reviewers and tracked deletions are not there; addresses that a postmortem may not hold leave their
 * text. All else keeps its words, and its structure as far as the document has a place for it.
 */
export const readHtml = (nodes: readonly HtmlNode[]): Flow[] =>
  flowsOf(nodes, outermost(sheetOf(nodes), fromOffice(nodes)))
