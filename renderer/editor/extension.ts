import { CodeExtension } from '@lexical/code-core'
import { HorizontalRuleExtension } from '@lexical/extension'
import { LinkExtension } from '@lexical/link'
import { ListExtension } from '@lexical/list'
import { RichTextExtension } from '@lexical/rich-text'
import { TableExtension } from '@lexical/table'
import { configExtension, defineExtension, type EditorThemeClasses } from 'lexical'
import { safeUrl } from '../../model/document/link.ts'
import { CalloutNode } from './callout/node.ts'
import { CodePieceNode } from './code/piece.ts'
import { FactNode } from './fact/node.ts'
import { PassageNode } from './passage/node.ts'
import { AttributionNode } from './quote/attribution.ts'
import { FootnoteNode } from './footnote/node.ts'
import { BlockListNode, blockList } from './list/node.ts'
import { OpaqueNode } from './opaque/node.ts'
import { PasteExtension } from './paste/extension.ts'
import styles from './prose.module.css'

const theme: EditorThemeClasses = {
  text: {
    bold: styles['bold'] ?? '',
    italic: styles['italic'] ?? '',
    strikethrough: styles['struck'] ?? '',
    code: styles['inlineCode'] ?? '',
  },
  link: styles['link'] ?? '',
  code: styles['code'] ?? '',
  list: { nested: { listitem: styles['nestedItem'] ?? '' } },
  tableSelection: styles['tableSelection'] ?? '',
  tableCellSelected: styles['cellSelected'] ?? '',
}

/** Cut and paste between all our editors knows its own by this name. */
const NAMESPACE = 'afterword'

const link = configExtension(LinkExtension, { validateUrl: (url) => safeUrl(url) !== undefined })

/**
 * A defect while something is done to a text. Where nothing is thrown on, Lexical goes back to the text as it was, which
 * is what the session has; else half of what was done would stay and come out with the next key.
 */
const onError = (error: Error): void => console.error(error)

/** Text with marks, links and facts: one unit. */
export const InlineExtension = defineExtension({
  name: 'afterword/inline',
  namespace: NAMESPACE,
  theme,
  onError,
  nodes: () => [FactNode, PassageNode, FootnoteNode, CodePieceNode],
  dependencies: [RichTextExtension, link, PasteExtension],
})

/** Prose: every kind of block that the document knows. */
export const ProseExtension = defineExtension({
  name: 'afterword/prose',
  namespace: NAMESPACE,
  theme,
  onError,
  nodes: () => [
    FactNode,
    FootnoteNode,
    CodePieceNode,
    OpaqueNode,
    PassageNode,
    CalloutNode,
    AttributionNode,
    BlockListNode,
    blockList,
  ],
  dependencies: [
    RichTextExtension,
    link,
    ListExtension,
    CodeExtension,
    HorizontalRuleExtension,
    configExtension(TableExtension, {
      hasCellMerge: false,
      hasCellBackgroundColor: false,
      hasTabHandler: true,
      hasHorizontalScroll: false,
    }),
    PasteExtension,
  ],
})
