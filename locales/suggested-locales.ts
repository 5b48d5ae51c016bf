/**
 * Languages to suggest where a person chooses one: those that incident reports are often published in, with the
 * regions and scripts that are written differently. Any other BCP 47 tag can be typed.
 */
export const SUGGESTED_LOCALES: readonly string[] = (
  'af am ar az be bg bn bs ca cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-US es es-419 es-MX et eu fa fi fil ' +
  'fr fr-BE fr-CA fr-CH ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl ' +
  'nl-BE nn pa pl pt-BR pt-PT ro ru si sk sl sq sr sr-Latn sv sw ta te th tr uk ur uz vi yue zh-Hans zh-Hant zu'
).split(' ')
