import { basename } from 'node:path'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { leavesOf } from '../../../model/leak/leaves.ts'
import { releaseName, withSlug } from '../../publish/release.ts'
import type { HandlersOf } from '../context.ts'
import { writeWhole } from '../file.ts'
import { blockersOfPage } from '../gate.ts'
import { leakGuard } from '../leak-guard.ts'
import { writeMarkdownFile } from '../markdown-file.ts'
import { render } from '../render.ts'
import { ownWordsIn } from '../theme.ts'
import { viewOf } from '../view.ts'

export const exportHandlers: HandlersOf<'export.file'> = {
  /**
   * One locale as one file. A page (HTML, PDF or DOCX) for anyone outside the house is PUBLISH_BLOCKED while a text of it
   * is not translated; Markdown, and pages for `internal`, are for work in progress.
   */
  'export.file': ({ id, locale, audience, format, path, pdf, fragment, job }, context) =>
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
      const blockers =
        format === 'md' ? [] : blockersOfPage(stored.value, chosen, audience, own.value)
      if (blockers.length > 0) return fail('PUBLISH_BLOCKED', { count: blockers.length })
      const defaultName = releaseName(document, chosen, fragment ? `fragment.${format}` : format)
      const file = path ?? (await ports.dialogs.save({ defaultName, extensions: [format] }))
      if (file === null) return ok({ path: null, bytes: 0 })
      const write = async (): Promise<Result<number>> => {
        const last = library.lastRelease(id, audience)
        if (!last.ok) return last
        const corrections = last.value?.manifest.corrections ?? []
        const said = [...leavesOf(corrections, '')].map(({ text }) => text)
        const guard = await leakGuard(stored.value, audience, context, said)
        if (!guard.ok) return guard
        const whole = { ...view.value, corrections }
        if (format === 'md') return writeMarkdownFile(whole, file, library, guard.value)
        const bytes = await render(whole, format, {
          library,
          alternates: [],
          printer: ports.printer,
          signal,
          choice: pdf,
          fragment,
        })
        if (!bytes.ok) return bytes
        const safe = await guard.value.look(basename(file), bytes.value)
        return safe.ok ? writeWhole(file, bytes.value) : safe
      }
      const done = await write()
      if (!done.ok) return done
      written.add(file)
      return ok({ path: file, bytes: done.value })
    }),
}
