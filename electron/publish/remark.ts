import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Rendering } from './rendering.ts'

/**
 * What the authors noted for themselves. The cut to an audience empties these for everyone but `internal`; this asks
 * once more, because a remark that gets out cannot be called back.
 */
export function remarks(page: Rendering, texts: readonly string[]): Element[] {
  const noted = texts.filter((text) => text.trim() !== '')
  if (page.audience !== 'internal' || noted.length === 0) return []
  return [
    h(
      'div.remark',
      noted.map((text) => h('p', { dir: 'auto' }, text)),
    ),
  ]
}
