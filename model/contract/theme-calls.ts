import * as v from 'valibot'
import { AudienceSchema } from '../document/audience.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import { HashSchema } from '../document/translation.ts'
import { FONT_ROLES, TakenFontSchema } from '../theme/font.ts'
import { ThemeNameSchema, ThemeSchema } from '../theme/theme.ts'
import { call } from './call.ts'

const nothing = v.strictObject({})
const theme = v.strictObject({ theme: IdentifierSchema })

/** Calls about how published pages look. */
export const THEME_CALLS = {
  /** The themes of the library; ours are not among them. `byDefault` null: ours. */
  'theme.list': call(
    nothing,
    v.strictObject({
      themes: v.array(
        v.strictObject({ id: IdentifierSchema, name: v.string(), theme: ThemeSchema }),
      ),
      byDefault: v.nullable(IdentifierSchema),
    }),
  ),
  /** A new one where `id` is not given. THEME_CONTRAST where a colour could not be read. */
  'theme.save': call(
    v.strictObject({
      id: v.optional(IdentifierSchema),
      name: ThemeNameSchema,
      theme: ThemeSchema,
    }),
    theme,
  ),
  /** Reversible with `theme.restore` until the library is next opened. */
  'theme.remove': call(theme, nothing),
  'theme.restore': call(theme, nothing),
  /** What pages look like that say nothing of it. Null: ours. */
  'theme.default': call(v.strictObject({ theme: v.nullable(IdentifierSchema) }), nothing),
  /** An image as a logo, without anything that is not for its looks. Errors: those of `asset.put`, and LOGO_TOO_LARGE. */
  'theme.logo': call(
    v.strictObject({ name: v.string(), data: v.pipe(v.string(), v.base64()) }),
    ThemeSchema.entries.logo,
  ),
  /**
   * A font file for a theme. Errors: FONT_TOO_LARGE, FONT_UNKNOWN, FONT_COLLECTION,
   * FONT_DAMAGED, FONT_RESTRICTED, FONT_WHOLE_ONLY, FONT_BITMAP, FONT_NO_UNICODE.
   */
  'theme.font': call(
    v.strictObject({ name: v.string(), data: v.pipe(v.string(), v.base64()) }),
    TakenFontSchema,
  ),
  /** The bytes of a font as TrueType, in base64. FONT_MISSING. */
  'theme.fontBytes': call(
    v.strictObject({ font: HashSchema }),
    v.strictObject({ data: v.string() }),
  ),
  /**
   * What these fonts do for a postmortem: in each language how many different characters its page shows in the kind of type, how
   * many of them are set in the font, in a PDF too, and how many bytes of it the page carries.
   */
  'theme.fontUse': call(
    v.strictObject({ id: IdentifierSchema, audience: AudienceSchema, theme: ThemeSchema }),
    v.strictObject({
      uses: v.array(
        v.strictObject({
          role: v.picklist(FONT_ROLES),
          locale: LocaleSchema,
          characters: v.number(),
          covered: v.number(),
          onPaper: v.number(),
          bytes: v.number(),
        }),
      ),
    }),
  ),
} as const
