import type { Failure } from '../../model/errors/result.ts'

/** What the window may truthfully say about the work on screen. */
export type SaveState =
  /** All of it stands in the library. `at`: when the last save was acknowledged (RFC 3339); null before the first. */
  | { readonly kind: 'saved'; readonly at: string | null }
  /** Something is typed that nobody has tried to save yet; it will be within a second. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  /** The last try failed. The work is still held here and is tried again. */
  | { readonly kind: 'failed'; readonly error: Failure }
  /** The library takes no changes. */
  | { readonly kind: 'readOnly' }
