import { ok } from '../../../model/errors/result.ts'
import { renderPage } from '../../publish/page.ts'
import type { HandlersOf } from '../context.ts'
import { viewOf } from '../view.ts'

export const previewHandlers: HandlersOf<'preview.page'> = {
  'preview.page': async ({ id, locale, audience }, { library }) => {
    const stored = library.open(id)
    if (!stored.ok) return stored
    const view = viewOf(stored.value, locale, audience)
    if (!view.ok) return view
    const html = await renderPage({
      ...view.value,
      medium: 'preview',
      // The window's own address for each: a page that is drawn anew at every word must not carry its images along.
      images: new Map(),
      alternates: [],
    })
    return html.ok ? ok({ html: html.value, untranslated: view.value.untranslated.size }) : html
  },
}
