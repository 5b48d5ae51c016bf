import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Audience } from '../../model/document/audience.ts'
import type { Rendering } from './rendering.ts'

/** In a build for a narrower circle: which passages the public does not get. Public passages stand as they are. */
export function restricted(page: Rendering, audience: Audience, content: Element[]): Element[] {
  if (audience === 'public' || content.length === 0) return content
  return [h('div.restricted', [h('p.audience', page.words.audiences[audience]), ...content])]
}
