import type { LexicalEditor } from 'lexical'
import type { Glyph } from '../../icons/icon.tsx'
import {
  Braces,
  CalendarClock,
  CircleCheckBig,
  CircleHelp,
  FileSearch,
  Gauge,
  CircleAlert,
  Hash,
  Info,
  Heading1,
  Heading2,
  Heading3,
  Image,
  Lightbulb,
  List,
  ListOrdered,
  Minus,
  Pilcrow,
  Plus,
  Quote,
  SquarePlus,
  Table,
  Superscript,
  TriangleAlert,
} from '../../icons/icons.ts'
import type { Entry } from '../../../model/document/block.ts'
import { ENTRY_KINDS, type EntryKind } from '../../../model/document/entry.ts'
import { SECTION_KINDS } from '../../../model/document/section.ts'
import { readFact } from '../../../model/facts/read.ts'
import type { BlockType } from '../active.ts'
import { noteNumbers } from '../../../model/document/note.ts'
import { addFootnote } from '../footnote/add.ts'
import { $createFootnoteNode } from '../footnote/node.ts'
import { $createFactNode } from '../fact/node.ts'
import { wordsOf, type EditingHost } from '../host.ts'
import { openFact } from '../open.ts'
import { $putIn } from '../put-in.ts'
import { $insertRule, $insertTable, $turnInto } from '../turn.ts'

export interface SlashOption {
  readonly id: string
  readonly group: 'blocks' | 'entries' | 'facts' | 'sections'
  readonly icon: Glyph
  readonly text: string
  readonly note?: string
  /** The language of `text`, where it is the document's. */
  readonly lang?: string
  /** Other words that find it, in lower case. */
  readonly words: string
  /** After the slash and the query are gone from the text. */
  run(editor: LexicalEditor): void
}

const BLOCKS: readonly (readonly [BlockType, Glyph, string])[] = [
  ['paragraph', Pilcrow, 'paragraph text'],
  ['heading1', Heading1, 'heading h1 #'],
  ['heading2', Heading2, 'heading h2 ##'],
  ['heading3', Heading3, 'heading h3 ###'],
  ['bullet', List, 'bullet list ul -'],
  ['number', ListOrdered, 'numbered list ol 1.'],
  ['quote', Quote, 'quote >'],
  ['code', Braces, 'code ```'],
  ['note', Info, 'note callout tip [!note]'],
  ['important', CircleAlert, 'important callout [!important]'],
  ['warning', TriangleAlert, 'warning callout caution [!warning]'],
]

export const ENTRY_ICONS: Readonly<Record<Entry['kind'], Glyph>> = {
  finding: FileSearch,
  lesson: Lightbulb,
  action: CircleCheckBig,
  event: CalendarClock,
  measure: Gauge,
  question: CircleHelp,
  figure: Image,
  footnote: Superscript,
}

/** The interface's words for the options; the same keys everywhere. */
export type OptionWords = (
  key:
    | `block.${BlockType | 'rule' | 'image'}`
    | `entry.${EntryKind}`
    | `section.${(typeof SECTION_KINDS)[number]}`
    | 'fact.new'
    | 'footnote',
) => string

const update = (work: () => void) => (editor: LexicalEditor) => editor.update(work)

/** Everything that can be put in where the caret is. */
export function slashOptions(
  host: EditingHost,
  kind: 'prose' | 'inline',
  block: string | null,
  words: OptionWords,
): SlashOption[] {
  const { facts } = host.session.store.getState().state.document
  const read = wordsOf(host.locale)
  const options: SlashOption[] = []
  if (kind === 'prose') {
    for (const [type, icon, more] of BLOCKS)
      options.push({
        id: type,
        group: 'blocks',
        icon,
        text: words(`block.${type}`),
        words: more,
        run: (editor) => editor.update(() => $turnInto(editor, type)),
      })
    options.push({
      id: 'table',
      group: 'blocks',
      icon: Table,
      text: words('block.table'),
      words: 'table',
      run: update($insertTable),
    })
    options.push({
      id: 'rule',
      group: 'blocks',
      icon: Minus,
      text: words('block.rule'),
      words: 'rule divider line ---',
      run: update($insertRule),
    })
    const { inserts } = host
    if (inserts !== null && block !== null)
      options.push({
        id: 'image',
        group: 'blocks',
        icon: Image,
        text: words('block.image'),
        words: 'image picture figure photo screenshot',
        run: () => inserts.image(block),
      })
    if (inserts !== null && block !== null)
      for (const entry of ENTRY_KINDS)
        options.push({
          id: entry,
          group: 'entries',
          icon: ENTRY_ICONS[entry],
          text: words(`entry.${entry}`),
          words: entry,
          run: () => inserts.entry(entry, block),
        })
  }
  options.push({
    id: 'fact-new',
    group: 'facts',
    icon: Plus,
    text: words('fact.new'),
    words: 'fact',
    run: (editor) => openFact(host, editor),
  })
  if (host.inserts !== null)
    options.push({
      id: 'footnote',
      group: 'blocks',
      icon: Superscript,
      text: words('footnote'),
      words: 'footnote note reference',
      // The menu lets go of the text first.
      run: (editor) => addFootnote(editor, host),
    })
  for (const [note, number] of noteNumbers(host.session.store.getState().state.document))
    options.push({
      id: `note-${note}`,
      group: 'facts',
      icon: Superscript,
      text: `${words('footnote')} ${number}`,
      words: `footnote note ${number}`,
      run: update(() => $putIn($createFootnoteNode(note))),
    })
  for (const fact of facts)
    options.push({
      id: `fact-${fact.id}`,
      group: 'facts',
      icon: Hash,
      text: readFact(fact, 'long', host.locale, read),
      lang: host.locale,
      ...(fact.name === '' ? {} : { note: fact.name }),
      words: `fact ${fact.name}`.toLocaleLowerCase(),
      run: update(() => $putIn($createFactNode(fact.id, 'long'))),
    })
  const { inserts } = host
  if (kind === 'prose' && inserts !== null && block !== null)
    for (const section of SECTION_KINDS)
      options.push({
        id: `section-${section}`,
        group: 'sections',
        icon: SquarePlus,
        text: words(`section.${section}`),
        words: `section ${section}`,
        run: () => inserts.section(section, block),
      })
  return options
}

/** The options that a query finds: by what they are called, in the interface's language, or by their other words. */
export function matching(options: readonly SlashOption[], query: string): SlashOption[] {
  const wanted = query.toLocaleLowerCase()
  if (wanted === '')
    return options.filter(({ group, id }) => group !== 'facts' || id === 'fact-new')
  return options.filter(
    ({ text, words }) =>
      text.toLocaleLowerCase().includes(wanted) ||
      words.split(' ').some((word) => word.startsWith(wanted)),
  )
}
