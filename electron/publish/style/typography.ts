import type { Rendering } from '../rendering.ts'
import { counterStyleOf } from './counter.ts'
import { OWN_FAMILIES } from '../fonts/own/family.ts'
import { scriptStyle, type Script, type Setting } from './scripts.ts'

const stack = (families: readonly string[], system: string): string =>
  [...families.map((family) => `'${family}'`), system].join(', ')

/** The families of a kind of type, an organisation's own first. */
const families = (
  { own }: Setting,
  kind: keyof typeof OWN_FAMILIES,
  house: readonly string[],
): readonly string[] => (own[kind] ? [OWN_FAMILIES[kind], ...house] : house)

const EMPHASIS: Readonly<Record<Script['emphasis'], string>> = {
  italic: 'font-style: italic',
  sans: 'font-style: normal; font-family: var(--sans)',
  bold: 'font-style: normal; font-weight: 700',
}

/** What a locale's script asks of type, as custom properties that the style sheets build on. */
export function typography(page: Rendering): string {
  const script = scriptStyle(page)
  const properties = Object.entries({
    serif: stack(families(script, 'text', script.serif), script.systemSerif),
    sans: stack(families(script, 'text', script.sans), script.systemSans),
    heading: stack(families(script, 'headings', script.headings), script.systemHeadings),
    mono: stack(families(script, 'code', script.mono), 'ui-monospace, Menlo, Consolas, monospace'),
    measure: script.measure,
    leading: script.leading,
    'heading-leading': script.headingLeading,
    'print-size': script.printSize,
    'print-leading': script.printLeading,
    'print-heading-leading': script.printHeadingLeading,
    tracking: script.tracking,
    semibold: String(script.semibold),
    'heading-weight': String(script.headingWeight),
    counter: counterStyleOf(page.locale),
  })
  return `:root {\n${properties.map(([name, value]) => `  --${name}: ${value};`).join('\n')}\n}`
}

/** The few rules of a locale's script; they come last. */
export function scriptRules(page: Rendering): string {
  const script = scriptStyle(page)
  return `em { ${EMPHASIS[script.emphasis]} }\n${script.css}`
}
