import { SaxesParser } from 'saxes'
import { fail, ok, Refusal, type Result } from '../../../model/errors/result.ts'
import { finish, type Steps } from '../steps.ts'
import type { XmlElement } from './element.ts'

/** Deeper than any format that is read nests, and far from the end of the stack. */
const DEEPEST = 200
/** A file within the limit of bytes may still be all tags. */
const MOST_ELEMENTS = 1_000_000

/** Characters that are read between two stops. */
const PIECE = 32 * 1024

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[]
}

/** saxes begins its messages with the place, and names it `file:line:column: ` where it knows a file. */
const reason = (message: string): string => message.replace(/^(?:[^:\n]*:)?\d+:\d+: /, '')

/**
 * XML 1.0 with namespaces as a tree. There is no document type declaration and so no entity but the five that XML has by
 * itself: nothing is fetched and nothing grows. Errors: XML_INVALID with the line and what is wrong there.
 */
export function* parsingXml(text: string, file: string): Steps<Result<XmlElement>> {
  const parser = new SaxesParser({ xmlns: true })
  const open: Open[] = []
  let root: XmlElement | undefined
  let count = 0
  let line = 1
  const refuse = (why: string): never => {
    throw new Refusal('XML_INVALID', { file, line: parser.line, why })
  }
  const add = (value: string) => {
    const children = open.at(-1)?.children
    if (children === undefined) return
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + value
    else children.push(value)
  }
  parser.on('error', (error) => refuse(reason(error.message)))
  parser.on('doctype', () => refuse('DOCTYPE'))
  parser.on('opentagstart', () => {
    line = parser.line
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    count++
    if (open.length >= DEEPEST || count > MOST_ELEMENTS) refuse(`<${name}>`)
    const element: Open = {
      name,
      local,
      namespace: uri,
      attributes: Object.values(attributes).map((one) => ({
        name: one.name,
        local: one.local,
        namespace: one.uri,
        value: one.value,
      })),
      children: [],
      line,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  try {
    for (let at = 0; at < text.length; at += PIECE) {
      parser.write(text.slice(at, at + PIECE))
      yield at / text.length
    }
    parser.close()
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.failure }
    throw error
  }
  return root === undefined ? fail('XML_INVALID', { file, line: 1, why: '' }) : ok(root)
}

/** The same without a stop, for what is small. */
export const parseXml = (text: string, file: string): Result<XmlElement> =>
  finish(parsingXml(text, file))
