import {
  Bookmark,
  EmphasisMarkType,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  SimpleField,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx'
import type { Element, ElementContent } from 'hast'
import { safeUrl } from '../../../model/document/link.ts'
import { scriptStyle } from '../style/scripts.ts'
import type { Rendering } from '../rendering.ts'
import { languageOf } from './language.ts'
import { hasClass, textOf, within, type Look } from './look.ts'
import { MONO, NOTE } from './style.ts'

/** What everything in the body of a document needs at hand. */
export interface Body {
  readonly page: Rendering
  /** The fragments that something leads to, by which they get a bookmark. */
  readonly targets: ReadonlySet<string>
  /** How many references each note has; those that were written are taken away. */
  readonly notes: Map<string, { readonly count: number; written: boolean }>
}

/** A fragment as the name of a bookmark: letters, digits and low lines (ISO/IEC 29500-1, 17.13.6.2). */
export const bookmarkName = (fragment: string): string =>
  fragment.replaceAll(/[^\p{L}\p{N}]/gu, '_')

/** What XML 1.0 cannot hold (2.2). */
// oxlint-disable-next-line no-control-regex -- These are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const EMPHASIS = {
  italic: { italics: true },
  bold: { bold: true },
  // Where letters do not lean, marks beside them emphasise.
  sans: { emphasisMark: { type: EmphasisMarkType.DOT } },
} as const satisfies Readonly<Record<string, IRunOptions>>

function runOptions({ page }: Body, look: Look): IRunOptions {
  const rightToLeft = look.direction === 'rtl' && !look.code
  return {
    ...(look.strong ? { bold: true } : {}),
    ...(look.emphasis ? EMPHASIS[scriptStyle(page).emphasis] : {}),
    ...(look.deleted ? { strike: true } : {}),
    ...(look.code ? { font: MONO, noProof: true } : {}),
    ...(look.raised ? { superScript: true } : {}),
    ...(look.restricted ? { color: NOTE } : {}),
    ...(look.linked ? { style: 'Hyperlink' } : {}),
    ...(rightToLeft ? { rightToLeft: true } : {}),
    ...(look.locale === page.locale ? {} : { language: languageOf(look.locale) }),
  }
}

/** White space is what separates words; only where lines count it is what it is. */
function textRuns(body: Body, look: Look, value: string): TextRun[] {
  const text = value.replaceAll(FORBIDDEN, '')
  if (!look.lines)
    return [new TextRun({ ...runOptions(body, look), text: text.replaceAll(/\s*\n\s*/g, ' ') })]
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map(
      (line, at) =>
        new TextRun({ ...runOptions(body, look), text: line, ...(at > 0 ? { break: 1 } : {}) }),
    )
}

/** The first reference to a note is the note's own; others repeat its number, which Word keeps up by itself. */
function noteReference(body: Body, look: Look, link: Element): ParagraphChild[] {
  const fragment = String(link.properties.href).slice(1)
  const note = body.notes.get(fragment)
  const number = Number(fragment.replace(/\D/g, ''))
  const name = bookmarkName(`ref-${String(number)}`)
  if (note === undefined) return children(body, look, link.children)
  if (note.written) return [new SimpleField(`NOTEREF ${name} \\f \\h`, textOf(link))]
  note.written = true
  const reference = new FootnoteReferenceRun(number)
  return note.count > 1 ? [new Bookmark({ id: name, children: [reference] })] : [reference]
}

function link(body: Body, look: Look, element: Element): ParagraphChild[] {
  const href = element.properties.href
  if (typeof href !== 'string') return children(body, look, element.children)
  const inside = children(body, within(look, element), element.children)
  if (look.linked) return inside
  if (href.startsWith('#'))
    return [new InternalHyperlink({ anchor: bookmarkName(href.slice(1)), children: inside })]
  const address = safeUrl(href)
  if (address === undefined) return children(body, look, element.children)
  return [new ExternalHyperlink({ link: address, children: inside })]
}

function child(body: Body, look: Look, node: ElementContent): ParagraphChild[] {
  if (node.type === 'text') return textRuns(body, look, node.value)
  if (node.type !== 'element' || node.tagName === 'svg') return []
  if (node.tagName === 'br') return [new TextRun({ break: 1 })]
  if (hasClass(node, 'back')) return []
  const [only] = node.children
  if (hasClass(node, 'ref') && only?.type === 'element') return noteReference(body, look, only)
  if (node.tagName === 'a') return link(body, look, node)
  return children(body, within(look, node), node.children)
}

/** Phrasing content of a page as what stands in a paragraph. */
export const children = (
  body: Body,
  look: Look,
  nodes: readonly ElementContent[],
): ParagraphChild[] => nodes.flatMap((node) => child(body, look, node))

/** The same under a bookmark where something leads to the element. */
export function marked(body: Body, id: unknown, inside: ParagraphChild[]): ParagraphChild[] {
  if (typeof id !== 'string' || !body.targets.has(id)) return inside
  return [new Bookmark({ id: bookmarkName(id), children: inside })]
}
