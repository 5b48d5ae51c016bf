import { directionOf } from '../../../../model/document/locale.ts'
import type { Content } from '../../../../model/document/text.ts'
import { plainText } from '../../../../model/document/text.ts'
import css from './memory.module.css'

export interface SoughtProps {
  readonly content: Content
  readonly locale: string
  /** What was looked for, in UTF-16 units of the plain text in which a fact is one. */
  readonly found?: readonly { readonly start: number; readonly end: number }[]
}

/** A text of the memory with what was looked for in it. */
export function Sought({ content, locale, found }: SoughtProps) {
  // A fact of another postmortem reads nowhere else: it is shown as something left out, one character long as in the search.
  const text = plainText(content, () => '…')
  let at = 0
  const parts = (found ?? []).flatMap(({ start, end }) => {
    const before = text.slice(at, start)
    at = end
    return [before, { text: text.slice(start, end), start }]
  })
  return (
    <p lang={locale} dir={directionOf(locale)} className={css['text']}>
      {parts.map((part) =>
        typeof part === 'string' ? part : <mark key={part.start}>{part.text}</mark>,
      )}
      {text.slice(at)}
    </p>
  )
}
