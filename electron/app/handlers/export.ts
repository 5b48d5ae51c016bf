import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { releaseName, withSlug } from '../../publish/release.ts'
import type { HandlersOf } from '../context.ts'
import { writeWhole } from '../file.ts'
import { blockersOfPage } from '../gate.ts'
import { writeMarkdownFile } from '../markdown-file.ts'
import { render } from '../render.ts'
import { viewOf } from '../view.ts'

export const exportHandlers: HandlersOf<'export.file'> = {
  /**
   * One locale as one file. A page (HTML or PDF) for anyone outside the house is PUBLISH_BLOCKED while a text of it
   * is not translated; Markdown, and pages for `internal`, are for work in progress.
   */
  'export.file': ({ id, locale, audience, format, path, job }, { library, ports, jobs, written }) =>
    jobs.run(job, async (signal) => {
      const stored = library.open(id)
      if (!stored.ok) return stored
      const document = withSlug(stored.value.document)
      const chosen = locale ?? document.sourceLocale
      const view = viewOf({ ...stored.value, document }, chosen, audience)
      if (!view.ok) return view
      const blockers = format === 'md' ? [] : blockersOfPage(stored.value, chosen, audience)
      if (blockers.length > 0) return fail('PUBLISH_BLOCKED', { count: blockers.length })
      const defaultName = releaseName(document, chosen, format)
      const file = path ?? (await ports.dialogs.save({ defaultName, extensions: [format] }))
      if (file === null) return ok({ path: null, bytes: 0 })
      const write = async (): Promise<Result<number>> => {
        if (format === 'md') return writeMarkdownFile(view.value, file, library)
        const bytes = await render(view.value, format, {
          library,
          alternates: [],
          printer: ports.printer,
          signal,
        })
        return bytes.ok ? writeWhole(file, bytes.value) : bytes
      }
      const done = await write()
      if (!done.ok) return done
      written.add(file)
      return ok({ path: file, bytes: done.value })
    }),
}
