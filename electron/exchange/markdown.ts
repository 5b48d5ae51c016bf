import type { BlockContent, List, PhrasingContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { publicationWords } from '../../locales/publication-words.ts'
import type { Audience } from '../../model/document/audience.ts'
import { isEntry, type Block, type Entry } from '../../model/document/block.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Section } from '../../model/document/section.ts'
import { isBlank } from '../../model/document/text.ts'
import type { Correction } from '../../model/releases/manifest.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import type { OwnWords } from '../../model/publication/own-words.ts'
import { flowToMdast } from '../../model/markdown/flow.ts'
import { entriesToMdast } from './markdown/entries.ts'
import { withNotes } from './markdown/notes.ts'
import { correctionsToMdast } from './markdown/corrections.ts'
import { voiceOf, type Voice } from './markdown/voice.ts'

/** Headings inside a section begin two levels below the title. */
const ABOVE = 2

function metadata({ words, time, list, stated }: Voice, document: Postmortem): BlockContent[] {
  const { labels } = words
  const { organisation, reference, authors, contact, ...dates } = document.metadata
  const date = (value: string | null) => (value === null ? '' : time({ kind: 'date', date: value }))
  const lines = [
    [labels.organisation, organisation],
    [labels.incidentOn, date(dates.incidentOn)],
    [labels.publishedOn, date(dates.publishedOn)],
    [labels.updatedOn, date(dates.updatedOn)],
    [labels.reference, reference],
    [labels.authors, list(authors.filter((name) => name.trim() !== ''))],
    [labels.contact, contact],
  ] as const
  const shown = lines.filter(([, value]) => value.trim() !== '')
  if (shown.length === 0) return []
  return [
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: shown.map(([term, value]) => ({
        type: 'listItem',
        children: [{ type: 'paragraph', children: [{ type: 'text', value: stated(term, value) }] }],
      })),
    },
  ]
}

/** In a build for a narrower circle: the line that says for whom the next passage is. */
const restricted = ({ words }: Voice, audience: Audience): BlockContent[] =>
  audience === 'public'
    ? []
    : [
        {
          type: 'paragraph',
          children: [
            { type: 'emphasis', children: [{ type: 'text', value: words.audiences[audience] }] },
          ],
        },
      ]

/** Neighbours that are written together: entries of one kind and one audience. */
function runsOf(blocks: readonly Block[]): [Block, ...Block[]][] {
  const runs: [Block, ...Block[]][] = []
  for (const block of blocks) {
    const [first] = runs.at(-1) ?? []
    if (first && isEntry(block) && first.kind === block.kind && first.audience === block.audience)
      runs.at(-1)!.push(block)
    else runs.push([block])
  }
  return runs
}

/** The list of entries that was written last, and their kind: what follows may belong to it. */
interface Open {
  readonly kind: Block['kind']
  readonly list: List
}

/**
 * Writes into the open list what is a part of it: a list of prose right behind an entry stands under that entry, or
 * readers would take it for more entries, and the entries behind such a list go on.
 */
function goesOn(open: Open | undefined, kind: Block['kind'], [content]: BlockContent[]): boolean {
  const last = open?.list.children.at(-1)
  if (!open || !last || content?.type !== 'list') return false
  if (kind === 'prose') last.children.push(content)
  else if (kind === open.kind && content.ordered === open.list.ordered)
    open.list.children.push(...content.children)
  else return false
  return true
}

function section(voice: Voice, { heading, audience, blocks }: Section, document: Postmortem) {
  const body: BlockContent[] = []
  let open: Open | undefined
  for (const run of runsOf(blocks.filter(({ kind: one }) => one !== 'footnote'))) {
    const [first] = run
    const { kind } = first
    const mark = restricted(voice, first.audience)
    const content =
      kind === 'prose'
        ? flowToMdast([first.node], ABOVE, voice.fact)
        : entriesToMdast(voice, kind, run as Entry[], document)
    if (mark.length === 0 && goesOn(open, kind, content)) continue
    body.push(...mark, ...content)
    const last = content.at(-1)
    open = kind !== 'prose' && last?.type === 'list' ? { kind, list: last } : undefined
  }
  const head: BlockContent[] = isBlank(heading.content)
    ? []
    : [{ type: 'heading', depth: ABOVE, children: voice.text(heading.content) }]
  return [...head, ...restricted(voice, audience), ...body]
}

/**
 * A document, already in the locale and cut to its audience, as Markdown (CommonMark with GitHub's tables and
 * strikethrough). Facts are read out, attributes stand in the locale's own words, internal remarks stay out.
 *
 * @param images where each image lies, as an address beside the file, by its asset's id
 * @param corrections what readers are told of earlier releases
 * @param own what the library says in place of the words that come with the program
 * @returns LABELS_MISSING
 */
export function writeMarkdown(
  document: Postmortem,
  locale: string,
  images: ReadonlyMap<string, string>,
  corrections: readonly Correction[] = [],
  own: OwnWords = {},
): Result<string> {
  const words = publicationWords(locale, own)
  if (words === undefined) return fail('LABELS_MISSING', { locale })
  const voice = voiceOf(document, locale, words, images)
  const title: PhrasingContent[] = voice.text(document.title.content)
  const children: BlockContent[] = [
    ...(title.length > 0 ? [{ type: 'heading', depth: 1, children: title } as const] : []),
    ...metadata(voice, document),
    ...document.sections.flatMap((one) => section(voice, one, document)),
  ]
  const whole = [
    ...withNotes(children, document, voice),
    ...correctionsToMdast(corrections, document, locale, words),
  ]
  return ok(
    toMarkdown(
      { type: 'root', children: whole },
      {
        extensions: [gfmToMarkdown()],
        bullet: '-',
        emphasis: '*',
        rule: '-',
        listItemIndent: 'one',
        incrementListMarker: true,
      },
    ),
  )
}
