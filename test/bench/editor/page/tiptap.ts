import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { contend } from './contender.ts'

/** Tiptap with its starter kit, the whole document in one editor, no view library around it. */
contend((element, parts) => {
  const text = (words: string) => [{ type: 'text', text: words }]
  const content = parts.flatMap(({ heading, paragraphs }) => [
    { type: 'heading', attrs: { level: 2 }, content: text(heading) },
    ...paragraphs.map((words) => ({ type: 'paragraph', content: text(words) })),
  ])
  return new Editor({ element, extensions: [StarterKit], content: { type: 'doc', content } })
})
