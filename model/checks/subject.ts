import { AUDIENCES, maySee, type Audience } from '../document/audience.ts'
import type { Block } from '../document/block.ts'
import type { Fact } from '../document/fact.ts'
import type { Postmortem } from '../document/postmortem.ts'
import type { Comments, DocumentState, Translations } from '../document/state.ts'
import { plainText, type Content } from '../document/text.ts'
import { factsById } from '../facts/read.ts'
import { documentForAudience, translationsForAudience } from '../units/audience-view.ts'
import { allUnits, unitsOf, type Unit } from '../units/unit.ts'
import type { Problem } from './problem.ts'

/** What the rules look at: one document as one audience would get it, in the languages that were asked for. */
export interface Subject {
  /** Without the sections, blocks and passages that the audience does not see. */
  readonly document: Postmortem
  /** Cut in the same way. */
  readonly translations: Translations
  /** Every translation as it is, and every text of the source by its unit's id: what is stale or differs is seen there. */
  readonly whole: {
    readonly translations: Translations
    readonly texts: ReadonlyMap<string, Content>
  }
  readonly units: readonly Unit[]
  readonly comments: Comments
  /** Every fact of the document, those for a narrower circle too. */
  readonly facts: ReadonlyMap<string, Fact>
  /** All languages under check, the source's first. */
  readonly locales: readonly string[]
  /** The audience of the build, or null: then each text is measured by its own. */
  readonly audience: Audience | null
  readonly labelled: (locale: string) => boolean
}

export interface CheckOptions {
  /** One language alone, or these; all of them where it is left out. */
  readonly locale?: string | readonly string[] | undefined
  /** Check what a build for this audience would hold; the whole document where it is left out. */
  readonly audience?: Audience | undefined
  /** Are there publication words for this locale? */
  labelled(locale: string): boolean
}

export function subjectOf(state: DocumentState, options: CheckOptions): Subject {
  const { audience } = options
  const document =
    audience === undefined ? state.document : documentForAudience(state.document, audience)
  const all = [document.sourceLocale, ...document.locales]
  const { locale: asked } = options
  const wanted = typeof asked === 'string' ? [asked] : asked
  return {
    document,
    translations:
      audience === undefined
        ? state.translations
        : translationsForAudience(state.document, state.translations, audience),
    whole: {
      translations: state.translations,
      texts: new Map(Array.from(allUnits(state.document), ({ id, content }) => [id, content])),
    },
    units: unitsOf(document),
    comments: state.comments ?? new Map(),
    facts: factsById(state.document.facts),
    locales: all.filter((locale) => wanted?.includes(locale) ?? true),
    audience: audience ?? null,
    labelled: (locale) => options.labelled(locale),
  }
}

/** The languages under check that are translated into. */
export const targetsOf = ({ document, locales }: Subject): string[] =>
  locales.filter((locale) => locale !== document.sourceLocale)

/** The widest circle that sees each block, by the block's id: its section's and its own, whichever is narrower. */
export function blockAudience(sectionAudience: Audience, block: Block): Audience {
  return maySee(sectionAudience, block.audience) ? sectionAudience : block.audience
}

/**
 * The widest circle that gets each unit, by the unit's id. The name of a workstream goes to whoever gets one of its
 * actions, and to nobody where it has none.
 */
export function unitAudiences({ document, units }: Subject): ReadonlyMap<string, Audience> {
  const blocks = new Map<string, Audience>()
  const sections = new Map<string, Audience>()
  const streams = new Map<string, Audience>()
  for (const section of document.sections) {
    sections.set(section.id, section.audience)
    for (const block of section.blocks) {
      const audience = blockAudience(section.audience, block)
      blocks.set(block.id, audience)
      if (block.kind !== 'action' || block.workstream === null) continue
      const known = streams.get(block.workstream)
      if (known === undefined || maySee(known, audience)) streams.set(block.workstream, audience)
    }
  }
  const stream = new Map(document.workstreams.map(({ id, name }) => [name.id, streams.get(id)]))
  return new Map(
    units.map(({ id, place }) => [
      id,
      place.field === 'workstream'
        ? (stream.get(id) ?? AUDIENCES.at(-1)!)
        : ((place.block === null ? undefined : blocks.get(place.block)) ??
          (place.section === null ? 'public' : (sections.get(place.section) ?? 'public'))),
    ]),
  )
}

export const placeOf = ({ place }: Unit): Problem['place'] => ({
  section: place.section,
  block: place.block,
  field: place.field,
})

const EXCERPT = 60

/** The beginning of a text, for the sentence about it. Facts are left as a dot, because a check has no words to read them. */
export function excerpt(content: Content): string {
  const text = plainText(content, () => '…')
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = [...text]
  return characters.length <= EXCERPT ? text : `${characters.slice(0, EXCERPT).join('')}…`
}
