import { Buffer } from 'node:buffer'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { renderPage } from '../publish/page.ts'
import { printPdf } from '../publish/print.ts'
import type { Library } from '../store/library.ts'
import { imagesOf } from './images.ts'
import type { Ports } from './ports.ts'
import { themeOf } from './theme.ts'
import type { View } from './view.ts'

interface Rendering {
  /** Where the images are. */
  readonly library: Library
  /** Locales that are published beside this one. */
  readonly alternates: readonly string[]
  readonly printer: Ports['printer']
  readonly signal: AbortSignal
}

async function pdf(
  view: View,
  { library, alternates, printer, signal }: Rendering,
): Promise<Result<Uint8Array>> {
  const images = imagesOf(view.document, library)
  if (!images.ok) return images
  const theme = themeOf(view.document, library)
  if (!theme.ok) return theme
  const page = { ...view, theme: theme.value, images: images.value, alternates }
  return printPdf(page, async (html) =>
    signal.aborted ? fail('CANCELLED') : printer.print(html, signal),
  )
}

async function html(view: View, { library, alternates }: Rendering): Promise<Result<string>> {
  const images = imagesOf(view.document, library)
  if (!images.ok) return images
  const theme = themeOf(view.document, library)
  if (!theme.ok) return theme
  return renderPage({
    ...view,
    medium: 'screen',
    images: images.value,
    theme: theme.value,
    alternates,
  })
}

/** A view as the bytes of a file. Errors: LABELS_MISSING, IMAGE_MISSING, PRINT_FAILED, RUNTIME_MISSING, CANCELLED. */
export async function render(
  view: View,
  format: 'html' | 'pdf',
  rendering: Rendering,
): Promise<Result<Uint8Array>> {
  if (rendering.signal.aborted) return fail('CANCELLED')
  if (format === 'pdf') return pdf(view, rendering)
  const text = await html(view, rendering)
  return text.ok ? ok(new Uint8Array(Buffer.from(text.value))) : text
}
