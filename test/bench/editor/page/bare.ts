import { contend } from './contender.ts'

/** What the browser does by itself: the floor under every editor. */
contend((root, parts) => {
  const add = (tag: string, text: string): void => {
    const element = document.createElement(tag)
    element.textContent = text
    root.append(element)
  }
  for (const { heading, paragraphs } of parts) {
    add('h2', heading)
    for (const text of paragraphs) add('p', text)
  }
  root.contentEditable = 'true'
})
