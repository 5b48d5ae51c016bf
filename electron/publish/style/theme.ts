import { DEFAULT_THEME, settled } from '../../../model/theme/theme.ts'
import type { Rendering } from '../rendering.ts'

const DRAWN = settled(DEFAULT_THEME)

/** The colours of a theme where they are not those that the sheets are drawn with. */
export function themeRules({ theme }: Rendering): string {
  const { accent, accentDark } = theme
  return [
    ...(accent === DRAWN.accent ? [] : [`:root { --accent: ${accent} }`]),
    ...(accentDark === DRAWN.accentDark
      ? []
      : [`@media screen and (prefers-color-scheme: dark) { :root { --accent: ${accentDark} } }`]),
  ].join('\n')
}
