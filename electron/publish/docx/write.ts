import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
  type IRunOptions,
} from 'docx'
import type { Element, ElementContent } from 'hast'
import { publicationWords } from '../../../locales/publication-words.ts'
import { paperOf, type Paper } from '../../../model/document/paper.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { articleParts } from '../body.ts'
import { imprint, masthead } from '../masthead.ts'
import { rendering, type PageInput, type Rendering } from '../rendering.ts'
import { beginning, blocks, type Flow } from './flow.ts'
import { children } from './inline.ts'
import { hasClass, plainLook } from './look.ts'
import { coreProperties } from './properties.ts'
import { settled } from './settle.ts'
import { numbering, stylesOf } from './style.ts'

/** In twentieths of a point. */
const SHEETS: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 11906, height: 16838 },
  letter: { width: 12240, height: 15840 },
}
const MARGIN = 1420

const elementsIn = (parts: readonly ElementContent[]): Element[] =>
  parts.flatMap((part) => (part.type === 'element' ? [part, ...elementsIn(part.children)] : []))

/** How often each note is referred to, by its fragment. */
function countNotes(all: readonly Element[]): Flow['notes'] {
  const notes: Flow['notes'] = new Map()
  for (const one of all) {
    const [link] = one.children
    if (!hasClass(one, 'ref') || link?.type !== 'element') continue
    const fragment = String(link.properties.href).slice(1)
    notes.set(fragment, { count: (notes.get(fragment)?.count ?? 0) + 1, written: false })
  }
  return notes
}

/** The notes by their number, which Word shows at the foot of the sheet. In a note there is no reference to another. */
function footnotes(flow: Flow, all: readonly Element[]) {
  const look = plainLook(flow.page.locale)
  const inNote = { ...flow, notes: new Map() }
  const bidirectional = look.direction === 'rtl'
  const items = all.filter(
    ({ tagName, properties }) => tagName === 'li' && /^note-\d+$/.test(String(properties.id)),
  )
  return Object.fromEntries(
    items.map((item) => [
      String(item.properties.id).replace(/\D/g, ''),
      {
        children: [
          new Paragraph({
            style: 'FootnoteText',
            ...(bidirectional ? { bidirectional } : {}),
            children: children(inNote, look, item.children),
          }),
        ],
      },
    ]),
  )
}

const line = (page: Rendering, style: string, runs: readonly IRunOptions[]): Paragraph =>
  new Paragraph({
    style,
    ...(page.direction === 'rtl' ? { bidirectional: true } : {}),
    children: runs.map(
      (run) => new TextRun({ ...run, ...(page.direction === 'rtl' ? { rightToLeft: true } : {}) }),
    ),
  })

/** The number of each sheet and of all, in the words of the publication. */
const footer = (page: Rendering): Footer =>
  new Footer({
    children: [
      line(
        page,
        'Sheet',
        page.words.labels.page
          .split(/(\{pages?\})/)
          .map((part): IRunOptions =>
            part === '{page}'
              ? { children: [PageNumber.CURRENT] }
              : part === '{pages}'
                ? { children: [PageNumber.TOTAL_PAGES] }
                : { text: part },
          ),
      ),
    ],
  })

/** A build for a narrower circle says so on each sheet. */
const headers = (page: Rendering) =>
  page.audience === 'public'
    ? {}
    : {
        headers: {
          default: new Header({
            children: [line(page, 'Mark', [{ text: page.words.audiences[page.audience] }])],
          }),
        },
      }

function documentOf(page: Rendering, paper: Paper | undefined): Document {
  const parts = [...masthead(page), ...articleParts(page), ...imprint(page)]
  const all = elementsIn(parts)
  const targets = new Set(
    all.flatMap(({ properties: { href } }) =>
      typeof href === 'string' && href.startsWith('#') ? [href.slice(1)] : [],
    ),
  )
  const flow: Flow = { page, targets, notes: countNotes(all), starts: new Set([1]), instances: 0 }
  const written: FileChild[] = blocks(flow, beginning(plainLook(page.locale)), parts)
  const notes = footnotes(flow, all)
  return new Document({
    styles: stylesOf(page),
    numbering: numbering(flow.starts),
    footnotes: notes,
    sections: [
      {
        properties: {
          page: {
            size: SHEETS[paper ?? paperOf(page.locale)],
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        ...headers(page),
        footers: { default: footer(page) },
        children: written,
      },
    ],
  })
}

/**
 * A postmortem as a Word document (ISO/IEC 29500): every word of its page, as headings, lists, tables and notes that are what they
 * are called. What is drawn on the page is left out, because the list and the table beside it say the same. The same input gives
 * the same bytes.
 *
 * @returns the file; `LABELS_MISSING` where the locale has no publication words
 */
export async function renderDocx(
  input: Omit<PageInput, 'medium' | 'alternates'>,
): Promise<Result<Uint8Array>> {
  const words = publicationWords(input.locale, input.own)
  if (words === undefined) return fail('LABELS_MISSING', { locale: input.locale })
  const page = rendering({ ...input, medium: 'screen', alternates: [] }, words)
  const bytes = await Packer.toBuffer(documentOf(page, input.paper), undefined, [
    { path: 'docProps/core.xml', data: coreProperties(page) },
  ])
  return ok(settled(bytes, page.direction))
}
