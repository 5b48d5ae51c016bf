import * as v from 'valibot'
import { IdentifierSchema } from '../document/identifier.ts'
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
} as const
