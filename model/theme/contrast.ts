/** A colour as `#rrggbb`. */
type Colour = string

const channels = (colour: Colour): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** How light a colour is to the eye, from 0 to 1 (WCAG 2.2, "relative luminance"). */
export function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(a: Colour, b: Colour): number {
  const [light, dark] = [luminanceOf(a), luminanceOf(b)].toSorted((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

/** What text of any size needs against what it stands on (WCAG 2.2, success criterion 1.4.3, level AA). */
export const READABLE = 4.5

const mixed = (colour: Colour, other: Colour, part: number): Colour => {
  const [from, to] = [channels(colour), channels(other)]
  const mix = from.map((channel, at) => Math.round(channel + (to[at]! - channel) * part))
  return `#${mix.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** The colour itself where it can be read on all of these, else the nearest one to it that can, darker or lighter. */
export function readable(colour: Colour, grounds: readonly Colour[]): Colour {
  const fits = (one: Colour): boolean =>
    grounds.every((ground) => contrastOf(one, ground) >= READABLE)
  const away = grounds.every((ground) => luminanceOf(ground) > 0.18) ? '#000000' : '#ffffff'
  for (let step = 0; step <= 100; step++) {
    const one = mixed(colour, away, step / 100)
    if (fits(one)) return one
  }
  return away
}
