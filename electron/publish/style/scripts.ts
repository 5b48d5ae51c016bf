import type { Face } from '../../../model/theme/theme.ts'
import { OWN_FAMILIES } from '../fonts/own/family.ts'
import type { Medium } from '../rendering.ts'

/** What the writing of a script asks of a page. Lengths and line heights are CSS values. */
export interface Script {
  /** The families that come with the page, in the order in which a character is looked for. */
  readonly serif: readonly string[]
  readonly sans: readonly string[]
  readonly mono: readonly string[]
  /** What systems have for characters that ours lack, as CSS. */
  readonly systemSerif: string
  readonly systemSans: string
  /** Characters that the first family also has and must leave to the next: punctuation that is as wide as an ideograph. */
  readonly yields: string
  /** How emphasis looks: where letters don't lean it is another family or another weight. */
  readonly emphasis: 'italic' | 'sans' | 'bold'
  /** The weight of names and values in the sans. Where its letters have no 600, figures beside them would be lighter. */
  readonly semibold: 600 | 700
  /** The longest line. Latin and its like read best at 60 to 75 characters, Chinese and Japanese at about 40. */
  readonly measure: string
  readonly leading: string
  readonly headingLeading: string
  readonly printSize: string
  readonly printLeading: string
  readonly printHeadingLeading: string
  /** Letter spacing of large headings; none where letters join. */
  readonly tracking: string
  /** Rules of its own for line breaking and justification. */
  readonly css: string
  /**
   * What is different in a page that a PDF is printed from, so that its text comes out of the PDF as it went in. On
   * paper as printed from a browser the page looks as it does on the screen.
   */
  readonly print?: Partial<Pick<Script, 'sans' | 'mono' | 'css'>>
}

const SERIF = ['Source Serif 4', 'Noto Serif JP', 'Amiri']
const SANS = ['Source Sans 3', 'Noto Sans JP', 'Vazirmatn']
const MONO = ['IBM Plex Mono', ...SANS]

const LATIN: Script = {
  serif: SERIF,
  sans: SANS,
  mono: MONO,
  systemSerif: 'Georgia, serif',
  systemSans: "'Segoe UI', Helvetica, Arial, sans-serif",
  yields: '',
  emphasis: 'italic',
  semibold: 600,
  measure: '34em',
  leading: '1.58',
  headingLeading: '1.22',
  printSize: '11pt',
  printLeading: '15.5pt',
  printHeadingLeading: '1.22',
  tracking: '-0.012em',
  css: '',
}

/**
 * East Asian text: strict line ends, room between lines, and on a screen a little air where scripts meet; in a PDF that
 * air would come back as spaces.
 */
const EAST_ASIAN: Script = {
  ...LATIN,
  measure: '40em',
  leading: '1.9',
  headingLeading: '1.45',
  printSize: '10pt',
  printLeading: '18pt',
  printHeadingLeading: '1.45',
  tracking: '0',
  yields: '—―“”…·',
  emphasis: 'sans',
  semibold: 700,
  css: `body { line-break: strict; overflow-wrap: anywhere }
@media screen { body { text-autospace: normal } }
p, li { text-align: justify }
.contents li, .languages li, .marks, .when, .label, .key, figcaption p { text-align: start }
`,
}

/**
 * Ideographs look different in Chinese and in Korean: there the Japanese families must not step in, and no other may
 * take the wide punctuation.
 */
const OWN_IDEOGRAPHS: Script = {
  ...EAST_ASIAN,
  serif: ['Source Serif 4'],
  sans: ['Source Sans 3'],
  mono: ['IBM Plex Mono', 'Source Sans 3'],
}

/** By ISO 15924 code, as `Intl.Locale.prototype.maximize` gives it. Scripts that are not here are set like Latin. */
const TABLE: Readonly<Record<string, Script>> = {
  Arab: {
    ...LATIN,
    serif: ['Amiri', 'Source Serif 4', 'Noto Serif JP'],
    sans: ['Vazirmatn', 'Source Sans 3', 'Noto Sans JP'],
    mono: ['IBM Plex Mono', 'Vazirmatn', 'Noto Sans JP'],
    systemSerif: "'Noto Naskh Arabic', 'Geeza Pro', serif",
    systemSans: "'Segoe UI', Tahoma, sans-serif",
    emphasis: 'bold',
    semibold: 700,
    measure: '34em',
    leading: '1.95',
    headingLeading: '1.7',
    printSize: '12.5pt',
    printLeading: '24pt',
    printHeadingLeading: '2',
    tracking: '0',
    // Amiri is small on its body; the sans is not.
    css: '@media screen { article p:not(.when, .label, .audience, .key, figcaption p) { font-size: 1.125em } }\n',
    // Amiri writes lam and alef as two glyphs. Where they are one, readers of PDF give back alef and lam; and where
    // kerning moves a letter, some see the end of a word.
    print: {
      sans: ['Amiri', 'Source Sans 3', 'Noto Sans JP'],
      mono: ['IBM Plex Mono', 'Amiri', 'Noto Sans JP'],
      css: `body { font-kerning: none }
p, li { text-align: justify }
.contents li, .marks, .when, .label, .attribution, figcaption p, .key { text-align: start }
.metadata, .contents, .marks, .when, table { font-size: 0.96em }
h1 { font-size: 25pt }
h2 { font-size: 17pt }
h3 { font-size: 14pt }
`,
    },
  },
  Hans: {
    ...OWN_IDEOGRAPHS,
    systemSerif: "'Songti SC', 'Noto Serif CJK SC', SimSun, serif",
    systemSans: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  },
  Hant: {
    ...OWN_IDEOGRAPHS,
    systemSerif: "'Songti TC', 'Noto Serif CJK TC', PMingLiU, serif",
    systemSans: "'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', sans-serif",
  },
  Hebr: {
    ...LATIN,
    systemSerif: "'Noto Serif Hebrew', 'New Peninim MT', David, serif",
    systemSans: "'Noto Sans Hebrew', 'Arial Hebrew', Arial, sans-serif",
    emphasis: 'bold',
    leading: '1.7',
    headingLeading: '1.35',
    tracking: '0',
  },
  Jpan: {
    ...EAST_ASIAN,
    systemSerif: "'Hiragino Mincho ProN', 'Yu Mincho', serif",
    systemSans: "'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif",
    css: `${EAST_ASIAN.css}body { text-spacing-trim: trim-start }
h1, h2, h3, h4, h5, h6, th { word-break: auto-phrase }
`,
  },
  Kore: {
    ...OWN_IDEOGRAPHS,
    systemSerif: "AppleMyungjo, Batang, 'Noto Serif CJK KR', serif",
    systemSans: "'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', sans-serif",
    emphasis: 'bold',
    leading: '1.75',
    // Korean has spaces between its words, and breaks there.
    css: 'body { word-break: keep-all; overflow-wrap: anywhere }\n',
  },
}

export interface ScriptOf {
  readonly locale: string
  readonly medium: Medium
  readonly theme: { readonly text: Face; readonly headings: Face }
  /** The faces that an organisation brought itself. */
  readonly fonts?: readonly { readonly family: string }[] | undefined
}

/** How a page is set. The families of the house; those of an organisation's own come before them where there are any. */
export interface Setting extends Script {
  /** ISO 15924. */
  readonly code: string
  /** What is written in the script and in no other. */
  readonly letters: RegExp
  readonly headings: readonly string[]
  readonly systemHeadings: string
  readonly headingWeight: 600 | 700
  /** Which kinds of type have a face of an organisation's own. */
  readonly own: Readonly<Record<keyof typeof OWN_FAMILIES, boolean>>
}

/** The script that a locale is written in, by CLDR's likely subtags. */
const scriptOf = (locale: string): string => new Intl.Locale(locale).maximize().script ?? 'Latn'

/** Scripts that are several to Unicode (UAX #24, ISO 15924 codes for combinations): what tells them from others. */
const PARTS: Readonly<Record<string, string>> = {
  Jpan: '[\\p{Script=Hira}\\p{Script=Kana}]',
  Kore: '\\p{Script=Hang}',
  Hans: '\\p{Script=Hani}',
  Hant: '\\p{Script=Hani}',
}

function lettersOf(code: string): RegExp {
  try {
    return new RegExp(PARTS[code] ?? `\\p{Script=${code}}`, 'u')
  } catch {
    // One that Unicode does not know by itself.
    return /\p{L}/u
  }
}

/** How a page is set: its locale's script in its medium, in the faces that its theme has. */
export function scriptStyle({ locale, medium, theme, fonts = [] }: ScriptOf): Setting {
  const code = scriptOf(locale)
  const listed = TABLE[code] ?? LATIN
  const script = medium === 'print' ? { ...listed, ...listed.print } : listed
  const has = (family: string): boolean => fonts.some((font) => font.family === family)
  const own = {
    text: has(OWN_FAMILIES.text),
    headings: has(OWN_FAMILIES.headings),
    code: has(OWN_FAMILIES.code),
  }
  const sans = theme.headings === 'sans'
  const faced =
    theme.text === 'serif'
      ? script
      : { ...script, serif: script.sans, systemSerif: script.systemSans }
  return {
    ...faced,
    code,
    letters: lettersOf(code),
    headings: sans ? script.sans : faced.serif,
    systemHeadings: sans ? script.systemSans : faced.systemSerif,
    headingWeight: sans && !own.headings ? script.semibold : 700,
    own,
    // Labels and tables are set in the text's own face too; so emphasis cannot be the other face, and what it lacks is as in the text.
    ...(own.text
      ? {
          sans: faced.serif,
          systemSans: faced.systemSerif,
          semibold: 700,
          emphasis: script.emphasis === 'sans' ? 'bold' : script.emphasis,
        }
      : {}),
  }
}
