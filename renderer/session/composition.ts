let composing = false

if (typeof document !== 'undefined') {
  document.addEventListener('compositionstart', () => (composing = true), true)
  document.addEventListener('compositionend', () => (composing = false), true)
  // A field that goes away takes its composition along without a word.
  document.addEventListener('focusout', () => (composing = false), true)
}

/** Ends what an input method is at, as leaving the field does: a window that closes cannot wait for a person. */
export function endComposition(): void {
  if (composing && document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** How often one looks again, in ms. */
const LOOK = 30

/**
 * Resolves when no input method is at work, and what it wrote has gone to the session: a text that changed under it
 * would come out twice.
 */
export async function calm(): Promise<void> {
  while (composing)
    do await new Promise((resolve) => setTimeout(resolve, LOOK))
    while (composing)
}
