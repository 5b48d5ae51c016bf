import type { Rendering } from '../rendering.ts'
import { counterStyleOf } from './counter.ts'
import { scriptStyle, type Script } from './scripts.ts'

const stack = (families: readonly string[], system: string): string =>
  [...families.map((family) => `'${family}'`), system].join(', ')

const EMPHASIS: Readonly<Record<Script['emphasis'], string>> = {
  italic: 'font-style: italic',
  sans: 'font-style: normal; font-family: var(--sans)',
  bold: 'font-style: normal; font-weight: 700',
}

/** What a locale's script asks of type, as custom properties that the style sheets build on. */
export function typography(page: Rendering): string {
  const script = scriptStyle(page)
  const properties = Object.entries({
    serif: stack(script.serif, script.systemSerif),
    sans: stack(script.sans, script.systemSans),
    mono: stack(script.mono, 'ui-monospace, Menlo, Consolas, monospace'),
    measure: script.measure,
    leading: script.leading,
    'heading-leading': script.headingLeading,
    'print-size': script.printSize,
    'print-leading': script.printLeading,
    'print-heading-leading': script.printHeadingLeading,
    tracking: script.tracking,
    semibold: String(script.semibold),
    counter: counterStyleOf(page.locale),
  })
  return `:root {\n${properties.map(([name, value]) => `  --${name}: ${value};`).join('\n')}\n}`
}

/** The few rules of a locale's script; they come last. */
export function scriptRules(page: Rendering): string {
  const script = scriptStyle(page)
  return `em { ${EMPHASIS[script.emphasis]} }\n${script.css}`
}
