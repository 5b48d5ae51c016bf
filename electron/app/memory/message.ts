import type { Hit, Wanted } from '../../../model/memory/finder.ts'
import type { TokenPage } from '../../store/memory.ts'

/** What the core tells the thread that has the memory's tokens. */
export type ToThread =
  | { readonly type: 'page'; readonly pair: string; readonly page: TokenPage }
  | {
      readonly type: 'put'
      readonly pair: string
      readonly id: number
      readonly tokens: Uint32Array
    }
  | { readonly type: 'remove'; readonly pair: string; readonly id: number }
  | {
      readonly type: 'find'
      readonly request: number
      readonly pair: string
      readonly wanted: readonly Wanted[]
    }

/** Its answer: the hits of each text that was looked for. */
export interface FromThread {
  readonly request: number
  readonly hits: readonly (readonly Hit[])[]
}
