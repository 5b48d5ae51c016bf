import { DEFAULT_THEME, settled } from '../../../model/theme/theme.ts'
import type { Rendering } from '../rendering.ts'

const DRAWN = settled(DEFAULT_THEME)

/** The colours and faces of a theme where they are not those that the sheets are drawn with. */
export function themeRules({ theme }: Rendering): string {
  const { accent, accentDark, headings } = theme
  return [
    ...(accent === DRAWN.accent ? [] : [`:root { --accent: ${accent} }`]),
    ...(accentDark === DRAWN.accentDark
      ? []
      : [`@media screen and (prefers-color-scheme: dark) { :root { --accent: ${accentDark} } }`]),
    ...(headings === DRAWN.headings
      ? []
      : ['h1, h2, h3, h4, h5, h6 { font-family: var(--serif); font-weight: 700 }']),
  ].join('\n')
}
