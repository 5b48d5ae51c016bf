import type { Audience } from '../../model/document/audience.ts'
import type { Fact } from '../../model/document/fact.ts'
import type { Paper } from '../../model/document/paper.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { noteNumbers } from '../../model/document/note.ts'
import { says } from '../../model/document/says.ts'
import { directionOf } from '../../model/document/locale.ts'
import type { Correction } from '../../model/releases/manifest.ts'
import type { OwnWords } from '../../model/publication/own-words.ts'
import { zonePlan, type ZonePlan } from '../../model/timeline/read.ts'
import { DEFAULT_THEME, settled, type Theme } from '../../model/theme/theme.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import type { CoveredFont } from './fonts/library.ts'
import type { Paging } from './paging.ts'
import type { PublicationWords } from '../../locales/publication-words.ts'

/**
 * Where a page is shown. `screen`: one self-contained file. `print`: the page that a PDF is printed from. `preview`:
 * the page inside the app, whose elements say which unit they render.
 */
export type Medium = 'screen' | 'print' | 'preview'

/** A picture for links to a page. */
export interface LinkCard {
  readonly file: string
  readonly width: number
  readonly height: number
}

/** What is rendered and for whom: the document is already in the locale and already cut to the audience. */
export interface PageInput {
  readonly document: Postmortem
  readonly locale: string
  readonly audience: Audience
  readonly medium: Medium
  /** Units whose text is still that of the source locale. */
  readonly untranslated: ReadonlySet<string>
  /** Where the bytes of each image are, by its asset's id: `data:` addresses where the page is a file. */
  readonly images: ReadonlyMap<string, string>
  /** Locales of the same postmortem that are published beside this one. */
  readonly alternates: readonly string[]
  /** Where everything stands on paper, where that is known: a PDF is printed twice. */
  readonly paging?: Paging | undefined
  /** What a PDF is printed on; left out, that of the locale's region. */
  readonly paper?: Paper | undefined
  /** What was corrected since it was first published for this audience, the newest first. */
  readonly corrections?: readonly Correction[] | undefined
  /** A page of its own with a part of the whole. */
  readonly only?: 'corrections' | undefined
  /** The picture that a link to it shows, which stands beside it. */
  readonly card?: LinkCard | undefined
  /** What the library says in place of the words that come with the program. */
  readonly own?: OwnWords | undefined
  /** How it looks; without one as everything does that has none. */
  readonly theme?: Theme
  /** The files of the faces that its theme brings. */
  readonly fonts?: readonly CoveredFont[] | undefined
}

/** A page's input with what every construct needs at hand. */
export interface Rendering extends Omit<PageInput, 'theme'> {
  readonly theme: ReturnType<typeof settled>
  readonly words: PublicationWords
  readonly facts: ReadonlyMap<string, Fact>
  /** The number of each note that is referred to and may be read, by the note's id. */
  readonly notes: ReadonlyMap<string, number>
  readonly direction: 'ltr' | 'rtl'
  readonly zone: ZonePlan
  /** The entries that others link to, by id. */
  readonly linked: ReadonlySet<string>
}

const linkedIn = ({ sections }: Postmortem): ReadonlySet<string> =>
  new Set(
    sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'lesson' ? (block.links ?? []) : [])),
    ),
  )

/** Numbers without a gap: a note that is for others, or gone, has none. */
function readableNotes(document: Postmortem): ReadonlyMap<string, number> {
  const there = new Set(
    document.sections.flatMap(({ blocks }) => blocks.filter(says).map(({ id }) => id)),
  )
  const ids = [...noteNumbers(document).keys()].filter((id) => there.has(id))
  return new Map(ids.map((id, at) => [id, at + 1]))
}

/**
 * The document is cut to the audience once more: whoever calls, nothing that the audience may not see gets as far as
 * an element.
 */
export function rendering(input: PageInput, words: PublicationWords): Rendering {
  const document = documentForAudience(input.document, input.audience)
  return {
    ...input,
    document,
    words,
    facts: new Map(document.facts.map((fact) => [fact.id, fact])),
    notes: readableNotes(document),
    direction: directionOf(input.locale),
    zone: zonePlan(document),
    linked: linkedIn(document),
    theme: settled(input.theme ?? DEFAULT_THEME),
  }
}
