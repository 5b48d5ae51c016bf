import { ok } from '../../../model/errors/result.ts'
import { renderPage } from '../../publish/page.ts'
import type { HandlersOf } from '../context.ts'
import { themeOf } from '../theme.ts'
import { viewOf } from '../view.ts'

export const previewHandlers: HandlersOf<'preview.page'> = {
  'preview.page': async ({ id, locale, audience, theme }, { library }) => {
    const stored = library.open(id)
    if (!stored.ok) return stored
    const view = viewOf(stored.value, locale, audience)
    if (!view.ok) return view
    const look = theme === undefined ? themeOf(stored.value.document, library) : ok(theme)
    if (!look.ok) return look
    const html = await renderPage({
      ...view.value,
      theme: look.value,
      medium: 'preview',
      // The window's own address for each: a page that is drawn anew at every word must not carry its images along.
      images: new Map(),
      alternates: [],
    })
    return html.ok ? ok({ html: html.value, untranslated: view.value.untranslated.size }) : html
  },
}
