/** The named colours that are used to hide text; others are written the same way on both sides anyway. */
const NAMED: Readonly<Record<string, string>> = {
  white: '255,255,255',
  black: '0,0,0',
  window: '255,255,255',
  windowtext: '0,0,0',
}

export const WHITE = NAMED['white']!

const SEE_THROUGH = 'transparent'

/** A colour in one way of writing it; `transparent` where it lets everything through; undefined: says nothing here. */
export function colourOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (value === SEE_THROUGH) return SEE_THROUGH
  const known = NAMED[value]
  if (known !== undefined) return known
  const hex = /^#([\da-f]{3,8})$/.exec(value)?.[1]
  if (hex !== undefined) {
    const full = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex
    if (full.slice(6) === '00') return SEE_THROUGH
    return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)).join(',')
  }
  const parts = /^rgba?\(([^)]*)\)/
    .exec(value)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean)
  if (parts === undefined || parts.length < 3) return undefined
  if (parts[3] !== undefined && Number.parseFloat(parts[3]) === 0) return SEE_THROUGH
  return parts
    .slice(0, 3)
    .map((part) => Math.round(Number.parseFloat(part)))
    .join(',')
}

/** The background of an element by its style, or undefined where it says nothing that covers. */
export function backgroundOf(style: Readonly<Record<string, string>>): string | undefined {
  const own =
    style['background-color'] ??
    style['mso-highlight'] ??
    style['background']?.split(/\s+(?![^(]*\))/).find((part) => colourOf(part) !== undefined)
  const colour = colourOf(own)
  return colour === SEE_THROUGH ? undefined : colour
}

/** Can text of this colour not be told from what is behind it? */
export const isLost = (text: string | undefined, behind: string | undefined): boolean =>
  text === SEE_THROUGH || (text !== undefined && text === behind)
