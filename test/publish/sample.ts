import { sample } from '../../electron/app/sample/sample.ts'
import { viewOf } from '../../electron/app/view.ts'
import { renderPage, type PageInput } from '../../electron/publish/page.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'

const { document, translations } = sample()
const stored = { document, translations, revision: 1 }

/** The languages of the sample, the source first. */
export const SAMPLE_LOCALES: readonly string[] = [document.sourceLocale, ...document.locales]

/** The sample in one of its languages, as the public may see it. */
export function sampleIn(locale: string): Postmortem {
  const view = viewOf(stored, locale, 'public')
  if (!view.ok) throw new Error(view.error.code)
  return view.value.document
}

/** The sample as it is published: a page for the public and the screen unless another choice is made. */
export async function samplePage(
  locale: string,
  choice: Partial<Omit<PageInput, 'document' | 'locale'>> = {},
): Promise<string> {
  const view = viewOf(stored, locale, choice.audience ?? 'public')
  if (!view.ok) throw new Error(view.error.code)
  const rendered = await renderPage({
    ...view.value,
    medium: 'screen',
    images: new Map(),
    alternates: SAMPLE_LOCALES,
    ...choice,
  })
  if (!rendered.ok) throw new Error(rendered.error.code)
  return rendered.value
}
