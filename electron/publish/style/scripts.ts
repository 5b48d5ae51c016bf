/** What the writing of a script asks of a page. Lengths and line heights are CSS values. */
export interface Script {
  /** Font stacks: the families that come with the page first, then what systems have. */
  readonly serif: string
  readonly sans: string
  readonly mono: string
  /** The longest line. Latin and its like read best at 60 to 75 characters, Chinese and Japanese at about 40. */
  readonly measure: string
  readonly leading: string
  readonly headingLeading: string
  readonly printSize: string
  readonly printLeading: string
  readonly printHeadingLeading: string
  /** Letter spacing of large headings; none where letters join. */
  readonly tracking: string
  /** Rules of its own, as how emphasis looks where nothing leans. */
  readonly css: string
}

const LATIN: Script = {
  serif: "'Source Serif 4', Georgia, serif",
  sans: "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif",
  mono: "'IBM Plex Mono', ui-monospace, Menlo, Consolas, monospace",
  measure: '34em',
  leading: '1.58',
  headingLeading: '1.22',
  printSize: '11pt',
  printLeading: '15.5pt',
  printHeadingLeading: '1.2',
  tracking: '-0.012em',
  css: '',
}

/** East Asian text: even blocks, strict line ends, and headings that break between phrases. */
const EAST_ASIAN: Omit<Script, 'serif' | 'sans'> = {
  ...LATIN,
  mono: "'IBM Plex Mono', ui-monospace, Menlo, Consolas, 'Noto Sans JP', monospace",
  measure: '40em',
  leading: '1.9',
  headingLeading: '1.45',
  printSize: '10pt',
  printLeading: '18pt',
  printHeadingLeading: '1.45',
  tracking: '0',
  css: `body { line-break: strict; text-autospace: normal; text-spacing-trim: trim-start; overflow-wrap: anywhere }
p, li, dd { text-align: justify; text-justify: inter-character }
h1, h2, h3, h4, h5, h6, th, td, .contents li, .label { text-align: start }
h1, h2, h3, h4, h5, h6, th { word-break: auto-phrase }
em { font-style: normal; font-family: var(--sans) }
`,
}

const JAPANESE: Script = {
  ...EAST_ASIAN,
  serif: "'Source Serif 4', 'Noto Serif JP', 'Hiragino Mincho ProN', 'Yu Mincho', serif",
  sans: "'Source Sans 3', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif",
}

const ARABIC: Script = {
  ...LATIN,
  serif: "Amiri, 'Source Serif 4', 'Noto Naskh Arabic', serif",
  sans: "Vazirmatn, 'Source Sans 3', 'Segoe UI', Tahoma, sans-serif",
  measure: '33em',
  leading: '1.95',
  headingLeading: '1.75',
  printSize: '12.5pt',
  printLeading: '24pt',
  printHeadingLeading: '1.75',
  tracking: '0',
  css: 'em { font-style: normal; font-weight: 700 }\n',
}

/** By ISO 15924 code, as `Intl.Locale.prototype.maximize` gives it. Scripts that are not here are set like Latin. */
const TABLE: Readonly<Record<string, Script>> = {
  Arab: ARABIC,
  Hans: {
    ...EAST_ASIAN,
    serif: "'Source Serif 4', 'Songti SC', 'Noto Serif CJK SC', SimSun, serif",
    sans: "'Source Sans 3', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  },
  Hant: {
    ...EAST_ASIAN,
    serif: "'Source Serif 4', 'Songti TC', 'Noto Serif CJK TC', PMingLiU, serif",
    sans: "'Source Sans 3', 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', sans-serif",
  },
  Hebr: {
    ...LATIN,
    serif: "'Source Serif 4', 'Noto Serif Hebrew', 'New Peninim MT', David, serif",
    sans: "'Source Sans 3', 'Noto Sans Hebrew', 'Arial Hebrew', Arial, sans-serif",
    leading: '1.7',
    headingLeading: '1.35',
    tracking: '0',
    css: 'em { font-style: normal; font-weight: 700 }\n',
  },
  Jpan: JAPANESE,
  Kore: {
    ...EAST_ASIAN,
    serif: "'Source Serif 4', AppleMyungjo, Batang, 'Noto Serif CJK KR', serif",
    sans: "'Source Sans 3', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', sans-serif",
    // Korean has spaces between words and breaks there.
    css: 'body { word-break: keep-all; overflow-wrap: anywhere }\nem { font-style: normal; font-weight: 700 }\n',
  },
}

/** The script that a locale is written in, by CLDR's likely subtags. */
export const scriptOf = (locale: string): string =>
  new Intl.Locale(locale).maximize().script ?? 'Latn'

export const scriptStyle = (locale: string): Script => TABLE[scriptOf(locale)] ?? LATIN
