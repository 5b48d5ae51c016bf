import { publicationLocales, publicationWords } from '../../../locales/publication-words.ts'
import { leavesOf } from '../../../model/leak/leaves.ts'

const sheets = import.meta.glob<string>('../style/*.css', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** What every export says by itself, whatever stands in the document: the words of publications, and their style. */
export function* ownWords(): Generator<string, void, undefined> {
  yield* Object.values(sheets)
  for (const locale of publicationLocales())
    for (const { text } of leavesOf(publicationWords(locale), '')) yield text
}
