/** One font file, and the weight and style that it is used for. */
export interface FontFile {
  readonly family: string
  readonly package: string
  readonly file: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
}

interface Family {
  readonly name: string
  readonly package: string
  /** Parts of the family that are looked in one after the other. */
  readonly parts: readonly string[]
  readonly faces: readonly (readonly [weight: number, style: 'normal' | 'italic'])[]
}

const JAPANESE = [
  ['Noto Serif JP', '@fontsource/noto-serif-jp'],
  ['Noto Sans JP', '@fontsource/noto-sans-jp'],
] as const
const LATIN = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'] as const
/** `@fontsource/source-serif-4` → `source-serif-4`, which the names of its files begin with. */
const stemOf = (name: string): string => name.slice(name.indexOf('/') + 1)
/** Names of numbered parts, last to first: the higher the number, the more frequent its characters. */
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(to - index))

/**
 * The static fonts that pages are set in, all under the SIL Open Font License 1.1. Static TrueType, because Skia
 * embeds variable and CFF fonts in a PDF as Type 3, five to seven times as large.
 */
const FAMILIES: readonly Family[] = [
  {
    name: 'Source Serif 4',
    package: '@fontsource/source-serif-4',
    parts: LATIN,
    faces: [
      [400, 'normal'],
      [400, 'italic'],
      [700, 'normal'],
    ],
  },
  {
    name: 'Source Sans 3',
    package: '@fontsource/source-sans-3',
    parts: LATIN,
    faces: [
      [400, 'normal'],
      [400, 'italic'],
      [600, 'normal'],
      [700, 'normal'],
    ],
  },
  {
    name: 'IBM Plex Mono',
    package: '@fontsource/ibm-plex-mono',
    parts: LATIN.filter((part) => part !== 'greek'),
    faces: [[400, 'normal']],
  },
  ...(
    [
      ['Amiri', '@fontsource/amiri'],
      ['Vazirmatn', '@fontsource/vazirmatn'],
    ] as const
  ).map(([name, folder]): Family => ({
    name,
    package: folder,
    parts: ['arabic', 'latin', 'latin-ext'],
    faces: [
      [400, 'normal'],
      [700, 'normal'],
    ],
  })),
  // `japanese` holds the joyo and jinmeiyo characters and more; the numbered parts what else is in common use, as
  // ※ and ①, from the most frequent down.
  ...JAPANESE.map(([name, folder]): Family => ({
    name,
    package: folder,
    parts: ['japanese', ...numbered(60, 119)],
    faces: [
      [400, 'normal'],
      [700, 'normal'],
    ],
  })),
]

/**
 * Rare characters and symbols: the regular ones stand in for the bold ones too, because those are not worth five
 * megabytes. Two entries and not one with a range of weights: a browser composes only faces with the same descriptors.
 */
const RARE: readonly FontFile[] = JAPANESE.flatMap(([family, folder]) => {
  return numbered(0, 59).flatMap((part) =>
    [400, 700].map((weight) => ({
      family,
      package: folder,
      file: `${stemOf(folder)}-${part}-400-normal`,
      weight,
      style: 'normal' as const,
    })),
  )
})

/** Every font file that a page may use, in the order in which a character is looked for. */
export const FONT_FILES: readonly FontFile[] = [
  ...FAMILIES.flatMap(({ name, package: folder, parts, faces }) =>
    faces.flatMap(([weight, style]) =>
      parts.map((part) => ({
        family: name,
        package: folder,
        file: `${stemOf(folder)}-${part}-${weight}-${style}`,
        weight,
        style,
      })),
    ),
  ),
  ...RARE,
]
