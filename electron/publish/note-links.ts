import { factWords } from '../../locales/publication-words.ts'
import { noteNumbers } from '../../model/document/note.ts'
import { readContent } from '../../model/facts/read.ts'
import { noteAnchor } from './reference.ts'
import type { Rendering } from './rendering.ts'

/** What the links from the text to its notes say, by the fragment that they lead to: the note itself. */
export function noteLinks(page: Rendering): [fragment: string, says: string][] {
  const { labels } = page.words
  const texts = new Map(
    page.document.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        block.kind === 'footnote' ? [[block.id, block.text.content] as const] : [],
      ),
  )
  return [...noteNumbers(page.document).keys()].flatMap((id) => {
    const number = page.notes.get(id)
    const text = texts.get(id)
    if (number === undefined || text === undefined) return []
    const says = readContent(text, page.facts, page.locale, factWords(page.words))
    return [[noteAnchor(number), `${labels.notes} ${number}${labels.colon}${says}`]]
  })
}
