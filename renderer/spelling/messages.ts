/** To the worker. `load` comes first; its dictionaries are addresses of gzipped tries. */
export type Ask =
  | { readonly id: number; readonly kind: 'load'; readonly dictionaries: readonly string[] }
  | { readonly id: number; readonly kind: 'check'; readonly words: readonly string[] }
  | { readonly id: number; readonly kind: 'suggest'; readonly word: string }

/** From the worker: the words that no dictionary has, or what may have been meant, best first. */
export interface Answer {
  readonly id: number
  readonly words: readonly string[]
}
