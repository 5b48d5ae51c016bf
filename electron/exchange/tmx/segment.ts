import { PASSAGE_AUDIENCES, type Content, type Phrasing } from '../../../model/document/text.ts'
import { safeUrl } from '../../../model/document/link.ts'
import { escapeText, withoutForbidden, writeAttributes } from '../xml/write.ts'

/** The marks of our texts by the types of TMX 1.4b (section 3.1, `type`); those that it does not list begin with `x-`. */
const MARKS = { strong: 'bold', emphasis: 'italic', delete: 'x-strike' } as const
const BREAK = 'lb'
const CODE = 'x-code'
const FACT = 'x-fact'
const NOTE = 'fnote'
const LINK = 'link'
const PASSAGE = 'x-passage'

const written = (text: string): string => escapeText(withoutForbidden(text))

/** The content of a `seg`. What is a pair for us is `bpt` and `ept`; what stands alone is `ph`. */
export function writeSegment(content: Content): string {
  let last = 0
  const pair = (type: string, what: string, inner: string, i: number): string => {
    const attributes = writeAttributes({ i: String(i), x: String(i), type })
    return `<bpt${attributes}>${written(what)}</bpt>${inner}<ept${writeAttributes({ i: String(i) })}/>`
  }
  const alone = (type: string, what: string): string =>
    `<ph${writeAttributes({ x: String(++last), type })}>${written(what)}</ph>`
  const one = (node: Phrasing): string => {
    switch (node.type) {
      case 'text':
        return written(node.value)
      case 'break':
        return alone(BREAK, '')
      case 'fact':
        return alone(FACT, `${node.fact} ${node.form}`)
      case 'footnoteReference':
        return alone(NOTE, node.note)
      case 'inlineCode':
        return pair(CODE, '', written(node.value), ++last)
      case 'link': {
        const i = ++last
        return pair(LINK, node.url, all(node.children), i)
      }
      case 'passage': {
        const i = ++last
        return pair(PASSAGE, node.audience, all(node.children), i)
      }
      case 'strong':
      case 'emphasis':
      case 'delete': {
        const i = ++last
        return pair(MARKS[node.type], '', all(node.children), i)
      }
    }
  }
  const all = (nodes: Content): string => nodes.map(one).join('')
  return all(content)
}

/** A mark that was begun. Undefined makes: the words stay, the code goes. */
interface Frame {
  readonly i: string | undefined
  readonly children: Phrasing[]
  readonly make: ((children: Phrasing[]) => Phrasing | undefined) | undefined
}

type Attributes = Readonly<Record<string, string | undefined>>

const plain = (nodes: Content): string =>
  nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plain(node.children) : ''))
    .join('')

function makerOf(type: string, what: string, depth: number): Frame['make'] {
  const mark = Object.entries(MARKS).find(([, name]) => name === type)?.[0] as
    keyof typeof MARKS | undefined
  if (mark !== undefined) return (children) => ({ type: mark, children })
  const url = type === LINK ? safeUrl(what) : undefined
  if (url !== undefined) return (children) => ({ type: 'link', url, children })
  if (type === CODE) return (children) => ({ type: 'inlineCode', value: plain(children) })
  if (type === PASSAGE) {
    const audience = PASSAGE_AUDIENCES.find((one) => one === what)
    // For whom it was is not known any more, so it is for nobody.
    return (children) =>
      audience === undefined || depth > 0 ? undefined : { type: 'passage', audience, children }
  }
  return undefined
}

function standing(type: string, what: string): Phrasing[] {
  if (type === BREAK) return [{ type: 'break' }]
  if (type === NOTE) return [{ type: 'footnoteReference', note: what }]
  const [fact = '', form] = what.split(' ')
  if (type === FACT && (form === 'long' || form === 'short')) return [{ type: 'fact', fact, form }]
  return []
}

/** Reads one `seg` as its parts come. Codes of other programs go, the words between them stay. */
export interface SegmentReader {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
  content(): Content
}

export function segmentReader(): SegmentReader {
  const frames: Frame[] = [{ i: undefined, children: [], make: undefined }]
  /** Inside a code; its own elements (`sub`) belong to it. */
  let code: { name: string; attributes: Attributes; what: string; depth: number } | undefined
  const add = (node: Phrasing): void => {
    const { children } = frames.at(-1)!
    const last = children.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      children[children.length - 1] = { type: 'text', value: last.value + node.value }
    else children.push(node)
  }
  const end = ({ children, make }: Frame): void => {
    if (make === undefined) children.forEach(add)
    else {
      const node = make(children)
      if (node !== undefined) add(node)
    }
  }
  const begin = (i: string | undefined, type: string, what: string): void => {
    frames.push({ i, children: [], make: makerOf(type, what, frames.length - 1) })
  }
  /** Ends the mark at a place, and what was begun in it and never ended. */
  const endAt = (at: number): void => {
    while (frames.length - 1 > at) end({ ...frames.pop()!, make: undefined })
    end(frames.pop()!)
  }
  return {
    open(name, attributes) {
      if (code !== undefined) code.depth++
      else if (name === 'hi') begin('', attributes['type'] ?? '', '')
      else code = { name, attributes, what: '', depth: 0 }
    },
    close(name) {
      if (code === undefined) {
        const at = frames.findLastIndex(({ i }) => i === '')
        if (name === 'hi' && at > 0) endAt(at)
        return
      }
      if (code.depth-- > 0) return
      const { attributes, what } = code
      const type = attributes['type'] ?? ''
      if (code.name === 'bpt') begin(attributes['i'] ?? '?', type, what)
      else if (code.name === 'ept') {
        const at = frames.findLastIndex(({ i }) => i === (attributes['i'] ?? '?'))
        if (at > 0) endAt(at)
      } else if (code.name === 'ph') standing(type, what).forEach(add)
      code = undefined
    },
    text(text) {
      if (code === undefined) add({ type: 'text', value: text.replaceAll(/\s*\n\s*/g, ' ') })
      else code.what += text
    },
    content() {
      while (frames.length > 1) end({ ...frames.pop()!, make: undefined })
      return frames[0]!.children
    },
  }
}
