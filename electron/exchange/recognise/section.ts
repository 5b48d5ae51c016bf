import type { LanguageData } from '../../../locales/language-data.ts'
import type { Flow } from '../../../model/document/prose.ts'
import type { SectionKind } from '../../../model/document/section.ts'
import { isQuestion as asks } from '../text/heading.ts'
import { plainText } from '../../../model/document/text.ts'
import { commitmentsOf, holdsGroups } from './commitment.ts'
import { entriesOf, type Found } from './entries.ts'
import { cueIn, LISTS } from './kind.ts'

const textOf = (node: Flow | undefined): string =>
  node?.type === 'paragraph' || node?.type === 'heading' ? plainText(node.children) : ''

/** A cue stands near the end of what leads into a list; nobody writes longer sentences. */
const LONGEST_SENTENCE = 2000

function lastSentence(text: string, locale: string): string {
  const sentences = [
    ...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(
      text.trim().slice(-LONGEST_SENTENCE),
    ),
  ]
  return sentences.at(-1)?.segment ?? ''
}

const isQuestion = (node: Flow | undefined): boolean =>
  (node?.type === 'paragraph' || node?.type === 'heading') &&
  asks(textOf(node)) &&
  !/[.。!！]\s*\S/u.test(textOf(node))

/** A list as what its section, or the sentence that leads into it, says that it holds; undefined: it stays prose. */
function listOf(
  node: Flow,
  before: Flow | undefined,
  kind: SectionKind,
  locale: string,
  language: LanguageData | undefined,
): Found[] | undefined {
  if (node.type !== 'list') return undefined
  if (kind === 'lessons' && holdsGroups(node)) return commitmentsOf(node)
  const { cues, otherwise } = LISTS[kind]
  const entry = cueIn(lastSentence(textOf(before), locale), language, cues) ?? otherwise
  if (entry === undefined) return undefined
  return entry === 'action' ? commitmentsOf(node) : entriesOf(node, entry)
}

/** In a section of lessons a paragraph is one, unless it leads into something or stands behind the commitments. */
const isLesson = (node: Flow, next: Flow | undefined, committed: boolean): boolean =>
  node.type === 'paragraph' &&
  !committed &&
  next?.type !== 'list' &&
  !/[:：]$/u.test(textOf(node).trim())

/** What the blocks of a section are, in their order. Whatever is not recognised stays the prose it was. */
export function recogniseBlocks(
  blocks: readonly Flow[],
  kind: SectionKind,
  locale: string,
  language: LanguageData | undefined,
): Found[] {
  const found: Found[] = []
  let committed = false
  for (let at = 0; at < blocks.length; at++) {
    const node = blocks[at]!
    const next = blocks[at + 1]
    const list = listOf(node, blocks[at - 1], kind, locale, language)
    if (list) {
      committed ||= list.some((one) => one.kind === 'action')
      found.push(...list)
    } else if (kind === 'lessons' && node.type === 'paragraph' && isLesson(node, next, committed))
      found.push({ kind: 'lesson', texts: [node.children] })
    else if (
      kind === 'questions' &&
      (node.type === 'paragraph' || node.type === 'heading') &&
      isQuestion(node) &&
      next?.type === 'paragraph' &&
      !isQuestion(next)
    ) {
      found.push({ kind: 'question', texts: [node.children, next.children] })
      at++
    } else found.push({ kind: 'prose', node })
  }
  return found
}
