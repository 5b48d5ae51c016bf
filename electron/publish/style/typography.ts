import type { Rendering } from '../rendering.ts'
import { scriptStyle } from './scripts.ts'

/** What a script asks of type, as custom properties that the style sheets build on. */
export function typography(page: Rendering): string {
  const script = scriptStyle(page.locale)
  const properties = Object.entries({
    serif: script.serif,
    sans: script.sans,
    mono: script.mono,
    measure: script.measure,
    leading: script.leading,
    'heading-leading': script.headingLeading,
    'print-size': script.printSize,
    'print-leading': script.printLeading,
    'print-heading-leading': script.printHeadingLeading,
    tracking: script.tracking,
  })
  return `:root {\n${properties.map(([name, value]) => `  --${name}: ${value};`).join('\n')}\n}\n${script.css}`
}
