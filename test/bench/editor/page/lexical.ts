import { buildEditorFromExtensions } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { $createHeadingNode, RichTextExtension } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, defineExtension } from 'lexical'
import { contend } from './contender.ts'

/** Lexical as it comes: rich text and history, the whole document in one editor, no view library around it. */
contend((root, parts) => {
  const editor = buildEditorFromExtensions(
    defineExtension({ name: 'plain', dependencies: [RichTextExtension, HistoryExtension] }),
  )
  editor.update(
    () => {
      const all = $getRoot().clear()
      for (const { heading, paragraphs } of parts) {
        all.append($createHeadingNode('h2').append($createTextNode(heading)))
        for (const text of paragraphs)
          all.append($createParagraphNode().append($createTextNode(text)))
      }
    },
    { discrete: true },
  )
  const element = Object.assign(document.createElement('div'), { contentEditable: 'true' })
  root.append(element)
  editor.setRootElement(element)
})
