import { Buffer } from 'node:buffer'
import type { Format } from '../../model/contract/calls.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { writeMarkdown } from '../exchange/markdown.ts'
import { finishPdf } from '../publish/finish.ts'
import { renderPage } from '../publish/page.ts'
import type { Ports } from './ports.ts'
import type { View } from './view.ts'

interface Rendering {
  /** Locales that are published beside this one. */
  readonly alternates: readonly string[]
  readonly printer: Ports['printer']
  readonly signal: AbortSignal
}

async function pdf(
  view: View,
  { alternates, printer, signal }: Rendering,
): Promise<Result<Uint8Array>> {
  const html = await renderPage({ ...view, medium: 'print', alternates })
  if (!html.ok) return html
  if (signal.aborted) return fail('CANCELLED')
  const printed = await printer.print(html.value, signal)
  if (!printed.ok) return printed
  if (signal.aborted) return fail('CANCELLED')
  return ok(await finishPdf(printed.value, view))
}

/** A view as the bytes of a file. Errors: LABELS_MISSING, PRINT_FAILED, RUNTIME_MISSING, CANCELLED. */
export async function render(
  view: View,
  format: Format,
  rendering: Rendering,
): Promise<Result<Uint8Array>> {
  if (rendering.signal.aborted) return fail('CANCELLED')
  if (format === 'pdf') return pdf(view, rendering)
  const text =
    format === 'md'
      ? writeMarkdown(view.document, view.locale)
      : await renderPage({ ...view, medium: 'screen', alternates: rendering.alternates })
  return text.ok ? ok(new Uint8Array(Buffer.from(text.value))) : text
}
