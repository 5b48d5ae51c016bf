import * as v from 'valibot'
import { IMAGE_TYPES, SideSchema } from '../image/image.ts'
import { LocaleSchema } from '../document/locale.ts'
import { contrastOf, READABLE } from './contrast.ts'
import { FontsSchema, NO_FONTS } from './font.ts'

/** What a page can look like; everything else of a theme changes one of these. */
export const LOOKS = ['spine', 'ledger', 'bulletin'] as const
export type Look = (typeof LOOKS)[number]

export const FACES = ['serif', 'sans'] as const
export type Face = (typeof FACES)[number]

const Colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/))
/** What is written by the organisation itself in each language. A language that has none shows nothing, and never another's. */
const byLocale = (longest: number) =>
  v.record(LocaleSchema, v.pipe(v.string(), v.maxLength(longest)))

/** The most that a logo may take, in bytes: it stands in every page. */
export const LOGO_BYTES = 512 * 1024

/** A logo with its bytes in base64: it travels with the theme. */
export const LogoSchema = v.strictObject({
  type: v.picklist(IMAGE_TYPES),
  data: v.pipe(v.string(), v.base64(), v.maxLength(700_000)),
  width: SideSchema,
  height: SideSchema,
})
export type Logo = v.InferOutput<typeof LogoSchema>

/** How an organisation's pages look. Null: as the look has it. */
export const ThemeSchema = v.strictObject({
  look: v.picklist(LOOKS),
  /** The colour of links, lines and figures, on white and on dark. */
  accent: v.nullable(Colour),
  accentDark: v.nullable(Colour),
  text: v.nullable(v.picklist(FACES)),
  headings: v.nullable(v.picklist(FACES)),
  logo: v.nullable(LogoSchema),
  /** Faces of its own. Themes of before these were there have none. */
  fonts: v.optional(FontsSchema, NO_FONTS),
  /** A line over the title, one under the text, and what the law wants said at the end. */
  header: byLocale(300),
  footer: byLocale(300),
  legal: byLocale(5000),
})
export type Theme = v.InferOutput<typeof ThemeSchema>

export const ThemeNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))

export const themeOfLook = (look: Look): Theme => ({
  look,
  accent: null,
  accentDark: null,
  text: null,
  headings: null,
  logo: null,
  fonts: NO_FONTS,
  header: {},
  footer: {},
  legal: {},
})
export const DEFAULT_THEME = themeOfLook('spine')

interface Own {
  readonly accent: string
  readonly accentDark: string
  readonly text: Face
  readonly headings: Face
}

/** What each look has where a theme says nothing. */
export const OWN: Readonly<Record<Look, Own>> = {
  spine: { accent: '#005d73', accentDark: '#62cade', text: 'serif', headings: 'sans' },
  ledger: { accent: '#7a2e1d', accentDark: '#f0a58f', text: 'serif', headings: 'serif' },
  bulletin: { accent: '#23418c', accentDark: '#9db8ff', text: 'sans', headings: 'sans' },
}

/** What pages of every look stand on: the sheet and what is set apart on it. */
export const GROUNDS = {
  light: ['#ffffff', '#f3f6f7'],
  dark: ['#14181a', '#1c2125'],
} as const

/** A theme with nothing left open. */
export function settled(theme: Theme): Theme & Own {
  const own = OWN[theme.look]
  return {
    ...theme,
    accent: theme.accent ?? own.accent,
    accentDark: theme.accentDark ?? own.accentDark,
    text: theme.text ?? own.text,
    headings: theme.headings ?? own.headings,
  }
}

export interface PoorContrast {
  readonly of: 'accent' | 'accentDark'
  readonly colour: string
  readonly ratio: number
}

/** The colours of a theme that cannot be read on its pages. */
export function poorContrasts(theme: Theme): PoorContrast[] {
  const { accent, accentDark } = settled(theme)
  const of = (name: PoorContrast['of'], colour: string, grounds: readonly string[]) => {
    const ratio = Math.min(...grounds.map((ground) => contrastOf(colour, ground)))
    return ratio >= READABLE ? [] : [{ of: name, colour, ratio }]
  }
  return [...of('accent', accent, GROUNDS.light), ...of('accentDark', accentDark, GROUNDS.dark)]
}
