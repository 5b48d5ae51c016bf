import * as v from 'valibot'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import { OwnWordsSchema } from '../publication/own-words.ts'
import { ServicesSchema } from './service.ts'

/** What a window shows of a postmortem. */
export const PlaceSchema = v.strictObject({
  postmortem: v.string(),
  view: v.picklist(['write', 'translate', 'publish']),
})
export type Place = v.InferOutput<typeof PlaceSchema>

/** Null: the library. */
export const PlacesSchema = v.pipe(v.array(v.nullable(PlaceSchema)), v.maxLength(50))

/** Shares of the parts of a view, by their names, in per cent. */
export const LayoutSchema = v.record(
  v.pipe(v.string(), v.maxLength(40)),
  v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
)

/** The person's own settings; they belong to the library file. `interfaceLocale` null: what the system says. */
export const SettingsSchema = v.strictObject({
  interfaceLocale: v.nullable(LocaleSchema),
  theme: v.picklist(['system', 'light', 'dark']),
  /** The last postmortem and view, to come back to. */
  last: v.nullable(PlaceSchema),
  /** What the windows showed that were open together last. The app keeps it; who sets settings cannot change it. */
  windows: v.optional(PlacesSchema),
  /** The services of the person's own. `service.get` says them; who sets settings cannot change them. */
  services: v.optional(ServicesSchema),
  /** How pages look that say nothing of it: a theme of the library, or one of ours by the name of its look. */
  pageTheme: v.optional(IdentifierSchema),
  /** The library's own words of publications. `publication.words` says them; who sets settings cannot change them. */
  publicationWords: v.optional(OwnWordsSchema),
  /** How a person divided each view, by its name. */
  layouts: v.optional(v.record(v.pipe(v.string(), v.maxLength(200)), LayoutSchema)),
  /** Words that the person's spelling check takes as right, in every language. */
  words: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100))), v.maxLength(20_000)),
  ),
})
export type Settings = v.InferOutput<typeof SettingsSchema>
export const DEFAULT_SETTINGS: Settings = { interfaceLocale: null, theme: 'system', last: null }
