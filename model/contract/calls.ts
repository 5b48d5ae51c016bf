import * as v from 'valibot'
import { AudienceSchema } from '../document/audience.ts'
import { ChangesSchema } from '../document/change.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { FragmentChoiceSchema } from '../document/fragment.ts'
import { PdfChoiceSchema } from '../document/paper.ts'
import { LocaleSchema } from '../document/locale.ts'
import { ContentSchema } from '../document/text.ts'
import { DateSchema } from '../document/time.ts'
import { TEMPLATE_NAMES } from '../document/template.ts'
import { HashSchema } from '../document/translation.ts'
import { AssetIdSchema, AssetSchema, LARGEST_IMAGE } from '../image/image.ts'
import { VersionNameSchema, VersionSchema } from '../history/version.ts'
import { LEAST_SCORE } from '../memory/score.ts'
import { call, path } from './call.ts'
import { ReviewedUnitSchema, SourceSinceSchema } from './review.ts'
import {
  ConcordanceSchema,
  LookupSchema,
  MemoryFileSchema,
  MemoryReportSchema,
  SoughtSchema,
} from './memory.ts'
import { TERM_CALLS } from './term-calls.ts'
import { EXCHANGE_FORMATS, ExchangeReportSchema } from './exchange.ts'
import { RELEASE_CALLS } from './release-calls.ts'
import { SERVICE_CALLS } from './service-calls.ts'
import { OpenedSchema, SummarySchema } from './summary.ts'
import { SPOT_VIEWS, SpotSchema } from './spot.ts'
import { PlaceSchema, PlacesSchema, SettingsSchema } from './settings.ts'
import { TEMPLATE_CALLS } from './template-calls.ts'
import { PUBLICATION_CALLS } from './publication-calls.ts'
import { CHECK_CALLS } from './check-calls.ts'
import { THEME_CALLS } from './theme-calls.ts'

const nothing = v.strictObject({})
const one = v.strictObject({ id: IdentifierSchema })
const title = v.pipe(v.string(), v.maxLength(1000))
const version = v.pipe(v.number(), v.integer(), v.minValue(1))
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Formats that one locale of a postmortem can be exported to; the extension of the file says which. */
export const FORMATS = ['html', 'pdf', 'docx', 'md'] as const
export type Format = (typeof FORMATS)[number]
/** What can be had as a picture (PNG): the title for a link in a social network, and two slides. */
export const PICTURES = ['card', 'timeline', 'reach'] as const
export type PictureKind = (typeof PICTURES)[number]

const few = {
  least: v.optional(v.pipe(v.number(), v.minValue(LEAST_SCORE), v.maxValue(100))),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
}

const Unpartnered = v.array(v.strictObject({ unit: IdentifierSchema, text: v.string() }))
/** What an import of a translation did: units that found their partner, and texts on either side that did not. */
export const AlignmentReportSchema = v.strictObject({
  aligned: v.number(),
  /** Of these, units that keep another text, because a person wrote or changed it in the app. */
  kept: v.number(),
  sourceOnly: Unpartnered,
  targetOnly: v.array(v.strictObject({ text: v.string() })),
})
export type AlignmentReport = v.InferOutput<typeof AlignmentReportSchema>

/** Every call between the window (or the command line) and the core. */
export const CALLS = {
  'library.info': call(
    nothing,
    v.strictObject({
      file: v.string(),
      readOnly: v.boolean(),
      version: v.string(),
      runtime: v.string(),
      /** The name that the system knows the person by; empty where it has none. */
      user: v.string(),
    }),
  ),
  'library.list': call(nothing, v.array(SummarySchema)),
  'settings.get': call(nothing, SettingsSchema),
  'settings.set': call(SettingsSchema, SettingsSchema),
  /** Where the person was in a view of a postmortem, to come back to. */
  'spot.get': call(
    v.strictObject({ id: IdentifierSchema, view: v.picklist(SPOT_VIEWS) }),
    v.strictObject({ spot: v.nullable(SpotSchema) }),
  ),
  'spot.put': call(
    v.strictObject({ id: IdentifierSchema, view: v.picklist(SPOT_VIEWS), spot: SpotSchema }),
    nothing,
  ),
  'postmortem.create': call(
    v.strictObject({
      title,
      locale: LocaleSchema,
      /** One of ours by name, or one of the person's own by id. */
      template: v.optional(v.union([v.picklist(TEMPLATE_NAMES), IdentifierSchema])),
    }),
    one,
  ),
  ...TEMPLATE_CALLS,
  ...THEME_CALLS,
  ...PUBLICATION_CALLS,
  'postmortem.open': call(one, OpenedSchema),
  'postmortem.duplicate': call(one, one),
  /** Reversible with `postmortem.restore` until the library is next opened. */
  'postmortem.delete': call(one, nothing),
  'postmortem.restore': call(one, nothing),
  /** `base` is the revision the changes were made on; another writer's save in between is a REVISION_CONFLICT. */
  'postmortem.save': call(
    v.strictObject({
      id: IdentifierSchema,
      base: revision,
      changes: ChangesSchema,
      /** Who saves, if they listen to `postmortem.changed`: it names them, so that they know their own. */
      session: v.optional(IdentifierSchema),
    }),
    v.strictObject({ revision, savedAt: v.string() }),
  ),
  /**
   * What was saved after revision `since`, in order. Null where that is too long ago to be told in changes: then
   * `postmortem.open` says what stands now.
   */
  'postmortem.changes': call(
    v.strictObject({ id: IdentifierSchema, since: revision }),
    v.strictObject({ revision, changes: v.nullable(ChangesSchema) }),
  ),
  /** What the source said when stale translations into a language were made from it. */
  'translation.sources': call(
    v.strictObject({ id: IdentifierSchema, locale: LocaleSchema }),
    v.strictObject({
      sources: v.array(
        v.strictObject({ unit: IdentifierSchema, sourceHash: HashSchema, content: ContentSchema }),
      ),
    }),
  ),
  /** What was changed in a language after its translator had confirmed it, in reading order, facts read out. */
  'translation.review': call(
    v.strictObject({ id: IdentifierSchema, locale: LocaleSchema }),
    v.strictObject({ changes: v.array(ReviewedUnitSchema) }),
  ),
  /**
   * What came, went and changed in the source since a date began, in reading order. `version`: the one that stood then;
   * null: the postmortem had not been begun, and all of it is new.
   */
  'translation.since': call(
    v.strictObject({ id: IdentifierSchema, date: DateSchema }),
    v.strictObject({ version: v.nullable(version), sources: v.array(SourceSinceSchema) }),
  ),
  /**
   * The changes that fill what nobody translated with pseudo-text, to try a layout, or (`remove`) take it out again: to be made as one
   * step. `save`: they are made at once, for whoever has no history.
   */
  'translation.pseudo': call(
    v.strictObject({
      id: IdentifierSchema,
      locale: LocaleSchema,
      remove: v.optional(v.boolean()),
      save: v.optional(v.boolean()),
    }),
    v.strictObject({ changes: ChangesSchema }),
  ),
  /** Every version of a postmortem, the one that stands now first. */
  'history.list': call(one, v.strictObject({ versions: v.array(VersionSchema) })),
  /** A version whole. To bring it back is a save of the changes that lead to it. */
  'history.open': call(v.strictObject({ id: IdentifierSchema, version }), OpenedSchema),
  /** Makes a version of what stands now, before much is changed at once. */
  'history.keep': call(one, nothing),
  /** What has a name is kept for good. Null takes the name away. */
  'history.name': call(
    v.strictObject({ id: IdentifierSchema, version, name: v.nullable(VersionNameSchema) }),
    nothing,
  ),
  /**
   * Puts an image into the library: the file as it is, in base64, and its name. What is not for its looks is taken out
   * of it (`readImage`). An image that no document comes to refer to goes when the library is next opened.
   */
  'asset.put': call(
    v.strictObject({
      name: v.pipe(v.string(), v.maxLength(255)),
      data: v.pipe(v.string(), v.maxLength(Math.ceil(LARGEST_IMAGE / 3) * 4 + 4)),
    }),
    AssetSchema,
  ),
  /** An image with its bytes in base64. The window's pages show it by its address, which is this call. */
  'asset.get': call(
    v.strictObject({ id: AssetIdSchema }),
    v.strictObject({ ...AssetSchema.entries, data: v.string() }),
  ),
  /** Brings the sample back, or says the id of the one that is there. */
  'sample.restore': call(nothing, one),
  ...CHECK_CALLS,
  /** `path` null: the person closed the dialog. */
  'export.file': call(
    v.strictObject({
      id: IdentifierSchema,
      locale: v.optional(LocaleSchema),
      audience: AudienceSchema,
      format: v.picklist(FORMATS),
      pdf: v.optional(PdfChoiceSchema),
      /** HTML as a piece of another page. */
      fragment: v.optional(FragmentChoiceSchema),
      path,
      job: v.optional(IdentifierSchema),
    }),
    v.strictObject({ path: v.nullable(v.string()), bytes: v.number() }),
  ),
  /** `path` null: the person closed the dialog. */
  'export.picture': call(
    v.strictObject({
      id: IdentifierSchema,
      locale: v.optional(LocaleSchema),
      audience: AudienceSchema,
      picture: v.picklist(PICTURES),
      path,
      job: v.optional(IdentifierSchema),
    }),
    v.strictObject({ path: v.nullable(v.string()), bytes: v.number() }),
  ),
  /**
   * One locale for translators, with its ids and hashes, so that it can come back. `left`: units that stay here, because
   * the audience may not see all of them. `path` null: the person closed the dialog.
   */
  'export.exchange': call(
    v.strictObject({
      id: IdentifierSchema,
      locale: LocaleSchema,
      audience: AudienceSchema,
      format: v.picklist(EXCHANGE_FORMATS),
      /** What is said about the texts leaves with them, as notes of XLIFF. */
      comments: v.optional(v.boolean()),
      path,
      job: v.optional(IdentifierSchema),
    }),
    v.strictObject({
      path: v.nullable(v.string()),
      bytes: v.number(),
      units: v.number(),
      left: v.number(),
    }),
  ),
  /** What came back from translators; the file says which postmortem and which locale it is. */
  'import.exchange': call(
    v.strictObject({
      path: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
      job: v.optional(IdentifierSchema),
    }),
    ExchangeReportSchema,
  ),
  ...RELEASE_CALLS,
  'job.cancel': call(v.strictObject({ job: IdentifierSchema }), nothing),
  /** Shows a published folder or file in the system's file manager. */
  'host.reveal': call(v.strictObject({ path: v.pipe(v.string(), v.maxLength(4096)) }), nothing),
  /**
   * A new postmortem from a file, with the images that lie beside it. `id` null: the person closed the dialog. `left`:
   * the addresses of images that are not there or could not be taken; the text says what they were.
   */
  'import.document': call(
    v.strictObject({ path, locale: v.optional(LocaleSchema) }),
    v.strictObject({ id: v.nullable(IdentifierSchema), left: v.array(v.string()) }),
  ),
  /**
   * A file as the translation of a postmortem: any text, aligned, or (`exchange`) one that had been exported for this
   * locale, merged by its ids. Both null: the person closed the dialog.
   */
  'import.translation': call(
    v.strictObject({
      path,
      id: IdentifierSchema,
      locale: LocaleSchema,
      job: v.optional(IdentifierSchema),
    }),
    v.strictObject({
      report: v.nullable(AlignmentReportSchema),
      exchange: v.nullable(ExchangeReportSchema),
    }),
  ),
  /**
   * What the translation memory has for a unit (its source as it is saved), or for a text. `least`: the lowest score in per
   * cent, `limit`: how many matches.
   */
  'memory.lookup': call(
    v.union([
      v.strictObject({
        id: IdentifierSchema,
        unit: IdentifierSchema,
        locale: LocaleSchema,
        ...few,
      }),
      v.strictObject({ text: SoughtSchema, from: LocaleSchema, to: LocaleSchema, ...few }),
    ]),
    LookupSchema,
  ),
  /** The texts of the memory that hold some words, on one side; the newest first. `more`: there are others beyond the limit. */
  'memory.concordance': call(
    v.strictObject({
      text: SoughtSchema,
      side: v.picklist(['source', 'target']),
      from: LocaleSchema,
      to: LocaleSchema,
      limit: few.limit,
      job: v.optional(IdentifierSchema),
    }),
    v.strictObject({ found: v.array(ConcordanceSchema), more: v.boolean() }),
  ),
  /**
   * Where else the source of a unit stands, once it is translated: the changes that give its translation to units that nobody
   * wrote (`open`), and to those that a person wrote or confirmed with other words (`kept`), which only a person may write
   * over. They become drafts.
   */
  'memory.repetitions': call(
    v.strictObject({ id: IdentifierSchema, unit: IdentifierSchema, locale: LocaleSchema }),
    v.strictObject({ open: ChangesSchema, kept: ChangesSchema }),
  ),
  /**
   * The changes that fill the untranslated units of a locale with the best match of at least `least` per cent, as drafts: to be made as one
   * step. `save`: they are made at once, for whoever has no history.
   */
  'memory.pretranslate': call(
    v.strictObject({
      id: IdentifierSchema,
      locale: LocaleSchema,
      least: v.pipe(v.number(), v.minValue(LEAST_SCORE), v.maxValue(102)),
      save: v.optional(v.boolean()),
      job: v.optional(IdentifierSchema),
    }),
    v.strictObject({ changes: ChangesSchema }),
  ),
  /** Takes a TMX file into the memory, all of it or nothing. `report` null: the person closed the dialog. */
  'memory.import': call(
    v.strictObject({ path, job: v.optional(IdentifierSchema) }),
    v.strictObject({ report: v.nullable(MemoryReportSchema) }),
  ),
  /** The files that were taken into the memory, the newest first. */
  'memory.files': call(nothing, v.strictObject({ files: v.array(MemoryFileSchema) })),
  /** Takes what came with a file out of the memory again. To have it back is to import it anew. */
  'memory.forget': call(
    v.strictObject({ file: IdentifierSchema, job: v.optional(IdentifierSchema) }),
    nothing,
  ),
  /**
   * Writes the memory as TMX 1.4b, or one pair of languages of it: what an audience may see, the public where none is named. `left`: how
   * many translations stayed, because these readers may not have them. `path` null: the person closed the dialog.
   */
  'memory.export': call(
    v.strictObject({
      path,
      sides: v.optional(v.strictObject({ from: LocaleSchema, to: LocaleSchema })),
      audience: v.optional(AudienceSchema),
      job: v.optional(IdentifierSchema),
    }),
    v.strictObject({ path: v.nullable(v.string()), units: v.number(), left: v.number() }),
  ),
  ...TERM_CALLS,
  ...SERVICE_CALLS,
  /** Opens another window: on a postmortem, or on the library. */
  'window.open': call(v.strictObject({ place: v.nullable(PlaceSchema) }), nothing),
  /** What the window shows now. */
  'window.shows': call(v.strictObject({ place: v.nullable(PlaceSchema) }), nothing),
  /** Keeps what the windows show for the next start. */
  'windows.keep': call(v.strictObject({ places: PlacesSchema }), nothing),
  /** The page can take input. `elapsed` in ms since its navigation began. */
  'window.interactive': call(v.strictObject({ elapsed: v.number() }), nothing),
  /** The answer to the event `flush`: everything the window held is saved, or cannot be (`saved` false). */
  'window.flushed': call(v.strictObject({ saved: v.boolean() }), nothing),
} as const

export type Calls = typeof CALLS
export type Method = keyof Calls
export type Input<M extends Method> = v.InferInput<Calls[M]['input']>
export type Output<M extends Method> = v.InferOutput<Calls[M]['output']>
