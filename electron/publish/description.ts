import { factWords } from '../../locales/publication-words.ts'
import { readContent } from '../../model/facts/read.ts'
import { containersOf } from '../../model/document/prose.ts'
import type { Block } from '../../model/document/block.ts'
import type { Content } from '../../model/document/text.ts'
import { notices } from './corrections.ts'
import type { Rendering } from './rendering.ts'

/** Search engines and link previews show about this many characters. */
const LONGEST = 200

/** A text as one line without marks, facts read out. */
export const lineOf = (page: Rendering, content: Content): string =>
  readContent(content, page.facts, page.locale, factWords(page.words)).replace(/\s+/g, ' ').trim()

const firstText = (block: Block): Content => {
  switch (block.kind) {
    case 'prose':
      return [...containersOf(block.node)][0]?.children ?? []
    case 'finding':
      return block.statement.content
    case 'measure':
      return block.label.content
    case 'question':
      return block.question.content
    case 'footnote':
      return []
    case 'figure':
      return block.caption.content
    default:
      return block.text.content
  }
}

/** As many whole words as fit, with an ellipsis where something is left out. */
function shortened(full: string, locale: string, most: number): string {
  if (full.length <= most) return full
  let end = 0
  for (const { index } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(full)) {
    if (index >= most) break
    end = index
  }
  return `${full.slice(0, end).trimEnd()}…`
}

/** The beginning of a text, facts read out, as a line that names it. */
export const nameOf = (page: Rendering, content: Content): string =>
  shortened(lineOf(page, content), page.locale, 80)

/** The document's title without marks, facts read out. */
export const titleText = (page: Rendering): string => lineOf(page, page.document.title.content)

/** The title of the page: that of the document, and what of it stands there where that is not all. */
export const pageTitle = (page: Rendering): string =>
  page.only === undefined
    ? titleText(page)
    : `${titleText(page)} \u2013 ${page.words.labels[page.only]}`

/** What the page is about in one line: the newest correction where it has nothing else, the beginning of the summary, or of whatever comes first. */
export function description(page: Rendering): string {
  const [newest] = page.only === 'corrections' ? notices(page) : []
  if (newest) return shortened(newest.lines.join(' '), page.locale, LONGEST)
  const { sections } = page.document
  const summary = sections.find(({ kind }) => kind === 'summary')
  for (const section of summary ? [summary, ...sections] : sections)
    for (const block of section.blocks) {
      const found = lineOf(page, firstText(block))
      if (found !== '') return shortened(found, page.locale, LONGEST)
    }
  return titleText(page)
}
