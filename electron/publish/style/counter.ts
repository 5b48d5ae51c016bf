/** CSS counter styles (CSS Counter Styles 3, 6.1) for the numbering systems of CLDR; the rest count in `decimal`. */
const STYLES: Readonly<Record<string, string>> = {
  arab: 'arabic-indic',
  arabext: 'persian',
  beng: 'bengali',
  deva: 'devanagari',
  gujr: 'gujarati',
  guru: 'gurmukhi',
  khmr: 'khmer',
  knda: 'kannada',
  laoo: 'lao',
  mlym: 'malayalam',
  mong: 'mongolian',
  mymr: 'myanmar',
  orya: 'oriya',
  tamldec: 'tamil',
  telu: 'telugu',
  thai: 'thai',
  tibt: 'tibetan',
}

/** How a locale counts pages: with the digits that `Intl` writes its numbers with. */
export const counterStyleOf = (locale: string): string =>
  STYLES[new Intl.NumberFormat(locale).resolvedOptions().numberingSystem] ?? 'decimal'
