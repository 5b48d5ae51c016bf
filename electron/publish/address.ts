import { h } from 'hastscript'
import type { ElementContent } from 'hast'
import type { Content } from '../../model/document/text.ts'
import type { Rendering } from './rendering.ts'

/** What is written on the web's own terms: no spaces, and letters of ASCII alone. */
const ADDRESS = /^(?=.*[/@.])[!-~]+$/
/** Behind the slashes of the scheme, and before each sign that parts it further (The Chicago Manual of Style, 17th ed., 7.46). */
const JOINTS = /(?<=:\/\/)|(?<![/:])(?=[/~.,_?#%=&@])/
/** A longer piece would not fit beside the margins. */
const LONGEST = 48

/**
 * The text of a link that is an address, with the places where a line may end in it: whole, it leaves a line before it
 * that is short, or is pulled apart where lines are set to one width. No word of it is divided. Undefined: the text is no address.
 */
export function address({ medium }: Rendering, content: Content): ElementContent[] | undefined {
  const [only, more] = content
  if (only?.type !== 'text' || more !== undefined || !ADDRESS.test(only.value)) return undefined
  const pieces = only.value.split(JOINTS)
  if (pieces.length === 1 || pieces.some(({ length }) => length > LONGEST)) return undefined
  return pieces.flatMap((piece, at) => [
    ...(at === 0 ? [] : [h('wbr')]),
    medium === 'print' ? h('span.bound', piece) : { type: 'text' as const, value: piece },
  ])
}
