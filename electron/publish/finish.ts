import type { PDFDocument } from '@cantoo/pdf-lib'
import { toHtml } from 'hast-util-to-html'
import { publicationWords } from '../../locales/publication-words.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { directionOf } from '../../model/document/locale.ts'
import { plainText } from '../../model/document/text.ts'
import { pageBody } from './body.ts'
import { description, titleText } from './description.ts'
import { headingsOf } from './headings.ts'
import { archive, type Attachment } from './pdf/archive.ts'
import { markArtifacts } from './pdf/artifact.ts'
import { renumberElements } from './pdf/identifier.ts'
import { describeLinks } from './pdf/link.ts'
import { writeMetadata } from './pdf/metadata.ts'
import { noteLinks } from './note-links.ts'
import { nameBookmarks } from './pdf/outline.ts'
import { callParts } from './pdf/role.ts'
import { mendStructure } from './pdf/structure.ts'
import { mendUnicode } from './pdf/unicode.ts'
import { rendering, type PageInput } from './rendering.ts'

/** Objects that are written before anything else has a turn: some milliseconds. */
const OBJECTS_A_TICK = 500

interface Shown {
  readonly document: Postmortem
  readonly locale: string
  readonly corrections?: PageInput['corrections']
  readonly own?: PageInput['own']
}

/** What is said about the whole, as far as the words of the locale are there to say it. */
export function statedOf({ document, locale, own, corrections }: Shown) {
  const words = publicationWords(locale, own)
  if (words === undefined)
    return {
      title: plainText(document.title.content),
      description: '',
      headings: [],
      links: [],
      text: '',
    }
  const page = rendering(
    {
      document,
      locale,
      // The widest reader, so that nothing more is cut from what was printed.
      audience: 'internal',
      medium: 'print',
      untranslated: new Set(),
      // An image is what its address says: the bytes are in the PDF.
      images: new Map(),
      alternates: [],
      corrections,
    },
    words,
  )
  const body = pageBody(page)
  return {
    title: titleText(page),
    description: description(page),
    headings: headingsOf(body),
    links: noteLinks(page),
    text: toHtml(body),
  }
}

/**
 * Makes what Chromium printed a finished document: title, language, dates and authors from the postmortem, bookmarks
 * with the words of its headings, and the tags that PDF/UA-1 asks for. Chromium's own tags and outline are kept.
 * Nothing comes from the clock: the same page printed by the same engine becomes the same bytes.
 *
 * @param pdf the PDF of the page that `renderPage` made in the medium `print`; it is changed
 * @param page the document in the locale and cut to the audience, as it was rendered
 * @param source what it was made from, where the file is for archives
 */
export async function finishPdf(
  pdf: PDFDocument,
  page: Shown,
  source: Attachment | undefined,
  { title, description: summary, headings, links, text }: ReturnType<typeof statedOf>,
): Promise<Uint8Array> {
  const { metadata } = page.document
  markArtifacts(pdf)
  renumberElements(pdf)
  mendStructure(pdf)
  callParts(pdf, {
    headings: headings.map(({ anchor }) => anchor),
    notes: links.map(([fragment]) => fragment),
    notesSection: 'notes',
  })
  mendUnicode(pdf)
  nameBookmarks(
    pdf,
    headings.map(({ text }) => text),
  )
  describeLinks(
    pdf,
    new Map([
      ...headings.flatMap(({ text, anchor }) => (anchor ? [[anchor, text] as const] : [])),
      ...links,
    ]),
  )
  const authors = metadata.authors.filter((name) => name.trim() !== '')
  writeMetadata(pdf, {
    title,
    description: summary,
    authors: authors.length > 0 || metadata.organisation === '' ? authors : [metadata.organisation],
    locale: page.locale,
    direction: directionOf(page.locale),
    created: metadata.publishedOn,
    modified: metadata.updatedOn ?? metadata.publishedOn,
    identity: `${page.locale} ${text}`,
    archive: source !== undefined,
  })
  if (source) archive(pdf, source)
  // Tags are hundreds of small objects: in streams (PDF 1.5) they halve the file.
  return pdf.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    useObjectStreams: true,
    objectsPerTick: OBJECTS_A_TICK,
  })
}
