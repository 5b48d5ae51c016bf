import { Buffer } from 'node:buffer'
import { basename } from 'node:path'
import { fail, ok } from '../../../model/errors/result.ts'
import { renderPicture } from '../../publish/pictures/picture.ts'
import { releaseName, withSlug } from '../../publish/release.ts'
import type { HandlersOf } from '../context.ts'
import { writeWhole } from '../file.ts'
import { blockersOfPage } from '../gate.ts'
import { leakGuard } from '../leak-guard.ts'
import { looksOf, ownWordsIn } from '../theme.ts'
import { viewOf } from '../view.ts'

export const exportPictureHandlers: HandlersOf<'export.picture'> = {
  /** A part of one locale as a PNG file. As for a page, PUBLISH_BLOCKED while a text of it is not translated. */
  'export.picture': ({ id, locale, audience, picture, path, job }, context) =>
    context.jobs.run(job, async (signal) => {
      const { library, ports, written } = context
      const stored = library.open(id)
      if (!stored.ok) return stored
      const document = withSlug(stored.value.document, audience)
      const chosen = locale ?? document.sourceLocale
      const view = viewOf({ ...stored.value, document }, chosen, audience)
      if (!view.ok) return view
      const own = ownWordsIn(library)
      if (!own.ok) return own
      const blockers = blockersOfPage(stored.value, chosen, audience, own.value)
      if (blockers.length > 0) return fail('PUBLISH_BLOCKED', { count: blockers.length })
      // Before anybody is asked for a place: there may be nothing to draw.
      const looks = looksOf(document, library)
      if (!looks.ok) return looks
      const what = { ...view.value, ...looks.value, images: new Map(), alternates: [] }
      const drawn = await renderPicture(what, picture)
      if (!drawn.ok) return drawn
      if (signal.aborted) return fail('CANCELLED')
      const defaultName = releaseName(document, chosen, `${picture}.png`)
      const file = path ?? (await ports.dialogs.save({ defaultName, extensions: ['png'] }))
      if (file === null) return ok({ path: null, bytes: 0 })
      const { png, says } = drawn.value
      const guard = await leakGuard(stored.value, audience, context)
      if (!guard.ok) return guard
      for (const bytes of [new Uint8Array(Buffer.from(says.join('\n'))), png]) {
        const safe = await guard.value.look(basename(file), bytes)
        if (!safe.ok) return safe
      }
      const done = await writeWhole(file, png)
      if (!done.ok) return done
      written.add(file)
      return ok({ path: file, bytes: done.value })
    }),
}
