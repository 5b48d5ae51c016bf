import { maySee, type Audience } from './audience.ts'
import { joined, seamed, sliced } from './splice.ts'
import { isBlank, type Content, type PassageAudience } from './text.ts'

/** Whom the passages of a text are for, in order. */
export const passagesIn = (content: Content): PassageAudience[] =>
  content.flatMap((node) => (node.type === 'passage' ? [node.audience] : []))

/** A text in stretches, each with the circle that it is for; null: whoever gets the text. */
export const stretchesOf = (
  content: Content,
): { readonly content: Content; readonly audience: PassageAudience | null }[] =>
  content.map((node) =>
    node.type === 'passage'
      ? { content: node.children, audience: node.audience }
      : { content: [node], audience: null },
  )

/**
 * A text as one audience reads it: passages for a narrower circle are gone, and what stood around them closes up, so
 * that neither a gap nor a comma says that there was one. The same object where nothing goes.
 */
export function contentForAudience(content: Content, reader: Audience): Content {
  const stretches: Content[] = [[]]
  for (const node of content) {
    if (node.type === 'passage' && !maySee(reader, node.audience)) stretches.push([])
    else stretches.push([...stretches.pop()!, node])
  }
  return stretches.length === 1 ? content : seamed(stretches)
}

/** The same text without the marks of its passages: everything is for whoever gets the text. */
const bare = (content: Content): Content =>
  content.flatMap((node) => (node.type === 'passage' ? node.children : [node]))

/**
 * Marks a stretch of a text for an audience, or (`public`) takes the mark off. Offsets count UTF-16 units; a fact and
 * a break are one each. What was marked for another audience inside the stretch is for the new one.
 */
export function withPassage(
  content: Content,
  start: number,
  end: number,
  audience: Audience,
): Content {
  const inside = bare(sliced(content, start, end))
  if (isBlank(inside)) return content
  const marked: Content =
    audience === 'public' ? inside : [{ type: 'passage', audience, children: inside }]
  return joined(joined(sliced(content, 0, start), marked), sliced(content, end, Infinity))
}
