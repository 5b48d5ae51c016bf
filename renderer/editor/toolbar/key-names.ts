const IS_MAC = /mac/i.test(navigator.platform)

/** A key combination as this system writes it: `Mod Shift X` is Ctrl+Shift+X, or ⌘⇧X on a Mac. */
export function keys(combination: string): string {
  const parts = combination.split(' ')
  if (!IS_MAC) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+')
  const signs: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
  return parts.map((part) => signs[part] ?? part).join('')
}
