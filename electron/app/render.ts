import { Buffer } from 'node:buffer'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { finishPdf } from '../publish/finish.ts'
import { renderPage } from '../publish/page.ts'
import type { Library } from '../store/library.ts'
import { imagesOf } from './images.ts'
import type { Ports } from './ports.ts'
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
  const html = await renderPage({
    ...view,
    medium: 'print',
    images: images.value,
    alternates,
  })
  if (!html.ok) return html
  if (signal.aborted) return fail('CANCELLED')
  const printed = await printer.print(html.value, signal)
  if (!printed.ok) return printed
  if (signal.aborted) return fail('CANCELLED')
  return ok(await finishPdf(printed.value, view))
}

async function html(view: View, { library, alternates }: Rendering): Promise<Result<string>> {
  const images = imagesOf(view.document, library)
  if (!images.ok) return images
  return renderPage({ ...view, medium: 'screen', images: images.value, alternates })
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
