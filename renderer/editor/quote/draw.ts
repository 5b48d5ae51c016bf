import styles from './quote.module.css'

/** The line under a quote that says who said it. */
export function attribution(document: Document, text: Node | null): HTMLElement {
  const line = document.createElement('p')
  line.className = styles['attribution'] ?? ''
  if (text !== null) line.append(text)
  return line
}
