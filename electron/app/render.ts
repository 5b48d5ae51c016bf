import { Buffer } from 'node:buffer'
import type { FragmentChoice } from '../../model/document/fragment.ts'
import type { PdfChoice } from '../../model/document/paper.ts'
import { plainText } from '../../model/document/text.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import type { PublishedFormat } from '../../model/releases/manifest.ts'
import type { OwnWords } from '../../model/publication/own-words.ts'
import { renderDocx } from '../publish/docx/write.ts'
import { renderFragment } from '../publish/fragment.ts'
import { languageData } from '../publish/manifest.ts'
import { releaseName } from '../publish/release.ts'
import { writeMarkdown } from '../exchange/markdown.ts'
import type { Attachment } from '../publish/pdf/archive.ts'
import { renderPage, type PageInput } from '../publish/page.ts'
import { renderSite, type SiteFile } from '../publish/site.ts'
import { printPdf } from '../publish/print.ts'
import type { Library } from '../store/library.ts'
import { imagesOf } from './images.ts'
import type { Ports } from './ports.ts'
import { looksOf } from './theme.ts'
import { keyOf, type Unfinished } from './unfinished.ts'
import type { View } from './view.ts'

interface Rendering {
  /** Where the images are. */
  readonly library: Library
  /** Locales that are published beside this one. */
  readonly alternates: readonly string[]
  readonly printer: Ports['printer']
  readonly signal: AbortSignal
  readonly choice?: PdfChoice | undefined
  /** HTML as a piece of another page. */
  readonly fragment?: FragmentChoice | undefined
  /** Where what was made is kept until a whole release is out; without it nothing is. */
  readonly kept?: { readonly unfinished: Unfinished; readonly version: string } | undefined
}

/**
 * What was made before of all this, or what is made of it now. A page and a PDF are made from their input and the program, and from
 * nothing else, so that the hash of both says whether it is still the same.
 */
async function once(
  { kept, signal }: Rendering,
  from: readonly unknown[],
  make: () => Promise<Result<Uint8Array>>,
): Promise<Result<Uint8Array>> {
  if (kept === undefined) return make()
  const { unfinished, version } = kept
  const key = keyOf([version, languageData(process.versions), ...from])
  const found = await unfinished.find(key)
  if (signal.aborted) return fail('CANCELLED')
  if (found !== undefined) return ok(found)
  const made = await make()
  if (made.ok) await unfinished.keep(key, made.value)
  return made
}

/** What a PDF for archives has in it: the text that its audience may see, as Markdown, and never more. */
function sourceOf(view: View, own: OwnWords): Result<Attachment> {
  const { document, locale, corrections } = view
  const text = writeMarkdown(document, locale, new Map(), corrections, own)
  if (!text.ok) return text
  return ok({
    file: releaseName(document, locale, 'md'),
    type: 'text/markdown',
    bytes: new Uint8Array(Buffer.from(text.value)),
    says: plainText(document.title.content),
    modified: document.metadata.updatedOn ?? document.metadata.publishedOn,
  })
}

async function pdf(view: View, rendering: Rendering): Promise<Result<Uint8Array>> {
  const { library, printer, signal, choice = {} } = rendering
  const images = imagesOf(view.document, library)
  if (!images.ok) return images
  const looks = looksOf(view.document, library)
  if (!looks.ok) return looks
  const source = choice.archive ? sourceOf(view, looks.value.own) : ok(undefined)
  if (!source.ok) return source
  const { paper } = choice
  // On paper nothing leads to the other languages.
  const input = { ...view, ...looks.value, images: images.value, alternates: [], paper }
  return once(rendering, ['pdf', input, source.value], () =>
    printPdf(
      input,
      async (html) => (signal.aborted ? fail('CANCELLED') : printer.print(html, signal)),
      source.value,
    ),
  )
}

const inBytes = (text: Result<string>): Result<Uint8Array> =>
  text.ok ? ok(new Uint8Array(Buffer.from(text.value))) : text

async function html(view: View, rendering: Rendering): Promise<Result<Uint8Array>> {
  const { library, alternates, fragment } = rendering
  const images = imagesOf(view.document, library)
  if (!images.ok) return images
  const looks = looksOf(view.document, library)
  if (!looks.ok) return looks
  const page = { ...view, images: images.value, ...looks.value }
  if (fragment !== undefined) return inBytes(renderFragment(page, fragment))
  const input = { ...page, medium: 'screen', alternates } as const
  return once(rendering, ['html', input], async () => inBytes(await renderPage(input)))
}

async function docx(view: View, rendering: Rendering): Promise<Result<Uint8Array>> {
  const { library, choice } = rendering
  const images = imagesOf(view.document, library)
  if (!images.ok) return images
  const looks = looksOf(view.document, library)
  if (!looks.ok) return looks
  const input = { ...view, ...looks.value, images: images.value, paper: choice?.paper }
  return once(rendering, ['docx', input], () => renderDocx(input))
}

/** A view as the bytes of a file. Errors: LABELS_MISSING, IMAGE_MISSING, PRINT_FAILED, RUNTIME_MISSING, CANCELLED. */
export async function render(
  view: View,
  format: PublishedFormat,
  rendering: Rendering,
): Promise<Result<Uint8Array>> {
  if (rendering.signal.aborted) return fail('CANCELLED')
  if (format === 'pdf') return pdf(view, rendering)
  return format === 'docx' ? docx(view, rendering) : html(view, rendering)
}

/** Views of one postmortem as the files of a site. Errors: LABELS_MISSING, IMAGE_MISSING, CANCELLED. */
export async function renderViews(
  views: readonly View[],
  { library, signal }: Pick<Rendering, 'library' | 'signal'>,
): Promise<Result<SiteFile[]>> {
  if (signal.aborted) return fail('CANCELLED')
  const inputs: PageInput[] = []
  const [first] = views
  if (first === undefined) return ok([])
  // One look for all: the fonts of one page are those of the others.
  const looks = looksOf(first.document, library)
  if (!looks.ok) return looks
  for (const view of views) {
    const images = imagesOf(view.document, library)
    if (!images.ok) return images
    const alternates = views.flatMap(({ locale }) => (locale === view.locale ? [] : [locale]))
    inputs.push({ ...view, images: images.value, ...looks.value, medium: 'screen', alternates })
  }
  return renderSite(inputs)
}
