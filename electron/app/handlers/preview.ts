import { ok, type Result } from '../../../model/errors/result.ts'
import type { Correction } from '../../../model/releases/manifest.ts'
import { renderPage } from '../../publish/page.ts'
import type { StoredPostmortem } from '../../store/library.ts'
import type { CallContext, Handler, HandlersOf } from '../context.ts'
import { decidedIn, sinceLast } from '../releasing.ts'
import { looksIn, looksOf } from '../theme.ts'
import { viewOf } from '../view.ts'

/** What readers of this page would be told of. To compare with the last release costs, so that it waits for a decision. */
function corrections(
  stored: StoredPostmortem,
  { id, audience, release }: Parameters<Handler<'preview.page'>>[0],
  { library, ports }: CallContext,
): Result<readonly Correction[]> {
  if (release !== undefined && Object.values(release.decisions).includes('correction')) {
    const since = sinceLast(stored, audience, release.locales, library)
    return since.ok ? ok(decidedIn(since.value, release.decisions, ports.clock())) : since
  }
  const last = library.lastRelease(id, audience)
  return last.ok ? ok(last.value?.manifest.corrections ?? []) : last
}

export const previewHandlers: HandlersOf<'preview.page'> = {
  'preview.page': async (input, context) => {
    const { id, locale, audience, theme } = input
    const { library } = context
    const stored = library.open(id)
    if (!stored.ok) return stored
    const view = viewOf(stored.value, locale, audience)
    if (!view.ok) return view
    const looks =
      theme === undefined ? looksOf(stored.value.document, library) : looksIn(theme, library)
    if (!looks.ok) return looks
    const told = corrections(stored.value, input, context)
    if (!told.ok) return told
    const html = await renderPage({
      ...view.value,
      corrections: told.value,
      ...looks.value,
      medium: 'preview',
      // The window's own address for each: a page that is drawn anew at every word must not carry its images along.
      images: new Map(),
      alternates: [],
    })
    return html.ok ? ok({ html: html.value, untranslated: view.value.untranslated.size }) : html
  },
}
