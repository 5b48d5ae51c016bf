import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { PublishedFile } from '../../../model/contract/calls.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { manifest, manifestText, releaseName, withSlug } from '../../publish/release.ts'
import type { StoredPostmortem } from '../../store/library.ts'
import type { CallContext, Handler, HandlersOf } from '../context.ts'
import { blockersOfRelease } from '../gate.ts'
import { leakGuard, type LeakGuard } from '../leak-guard.ts'
import { folderInside, MANIFEST, releaseFolder, type ReleaseFolder } from '../release-folder.ts'
import { render } from '../render.ts'
import { localesOf, viewOf } from '../view.ts'

type Input = Parameters<Handler<'publish.run'>>[0]

/** A release that may be made: everything that was asked for, looked at. */
interface Release {
  readonly stored: StoredPostmortem
  readonly input: Input
  readonly locales: readonly string[]
  readonly formats: readonly ('html' | 'pdf')[]
}

async function releaseOf(input: Input, { library, terms }: CallContext): Promise<Result<Release>> {
  const opened = library.open(input.id)
  if (!opened.ok) return opened
  const stored = { ...opened.value, document: withSlug(opened.value.document, input.audience) }
  const all = localesOf(stored.document)
  const unknown = input.locales?.find((locale) => !all.includes(locale))
  if (unknown !== undefined) return fail('LOCALE_UNKNOWN', { locale: unknown })
  const locales = all.filter((locale) => input.locales?.includes(locale) ?? true)
  const formats = [...new Set(input.formats ?? (['html', 'pdf'] as const))]
  const checks = library.checks(input.id)
  if (!checks.ok) return checks
  const memory = await terms.checks()
  if (!memory.ok) return memory
  const blockers = blockersOfRelease(stored, checks.value, locales, input.audience, memory.value)
  if (blockers.length > 0) return fail('PUBLISH_BLOCKED', { count: blockers.length })
  return ok({ stored, input, locales, formats })
}

/** Renders every file into the folder, telling how far it is. */
async function fill(
  folder: ReleaseFolder,
  { stored, input, locales, formats }: Release,
  signal: AbortSignal,
  guard: LeakGuard,
  { ports, events, library }: CallContext,
): Promise<Result<PublishedFile[]>> {
  const steps = locales.flatMap((locale) => formats.map((format) => ({ locale, format })))
  const files: PublishedFile[] = []
  const tell = (step: string): void =>
    events.emit('job.progress', { job: input.job, done: files.length, total: steps.length, step })
  for (const { locale, format } of steps) {
    tell(`${locale} ${format}`)
    const view = viewOf(stored, locale, input.audience)
    if (!view.ok) return view
    const alternates = locales.filter((other) => other !== locale)
    const bytes = await render(view.value, format, {
      library,
      alternates,
      printer: ports.printer,
      signal,
    })
    if (!bytes.ok) return bytes
    const file = releaseName(stored.document, locale, format)
    const safe = await guard.look(file, bytes.value)
    if (!safe.ok) return safe
    const added = await folder.add(file, bytes.value)
    if (!added.ok) return added
    const sha256 = createHash('sha256').update(bytes.value).digest('hex')
    files.push({ file, locale, format, bytes: bytes.value.byteLength, sha256 })
  }
  tell('')
  return ok(files)
}

async function write(
  path: string,
  release: Release,
  signal: AbortSignal,
  context: CallContext,
): Promise<Result<PublishedFile[]>> {
  const { stored, input } = release
  const guard = leakGuard(stored, input.audience, context)
  if (!guard.ok) return guard
  const folder = await releaseFolder(path)
  if (!folder.ok) return folder
  try {
    const files = await fill(folder.value, release, signal, guard.value, context)
    if (!files.ok) return files
    const { document, revision } = stored
    const text = manifestText(
      manifest({
        document,
        revision,
        audience: input.audience,
        generator: `Afterword ${context.ports.version}`,
        files: files.value,
      }),
    )
    const bytes = new Uint8Array(Buffer.from(text))
    const safe = await guard.value.look(MANIFEST, bytes)
    if (!safe.ok) return safe
    const added = await folder.value.add(MANIFEST, bytes)
    if (!added.ok) return added
    if (signal.aborted) return fail('CANCELLED')
    const finished = await folder.value.finish()
    return finished.ok ? files : finished
  } finally {
    await folder.value.discard()
  }
}

export const publishHandlers: HandlersOf<'publish.run'> = {
  /**
   * Every locale, or those named, as HTML and PDF with a manifest. PUBLISH_BLOCKED where `blockersOfRelease` finds
   * something; nothing is written then. A folder that the command line names is taken as it is; in one that a person
   * chose in a dialog the release gets a folder of its own.
   */
  'publish.run': (input, context) =>
    context.jobs.run(input.job, async (signal) => {
      const release = await releaseOf(input, context)
      if (!release.ok) return release
      let path = input.path
      if (path === undefined) {
        const chosen = await context.ports.dialogs.folder()
        if (chosen === null) return ok({ path: null, files: [] })
        const { id, metadata } = release.value.stored.document
        path = await folderInside(chosen, metadata.slug, id)
      }
      const files = await write(path, release.value, signal, context)
      if (!files.ok) return files
      context.written.add(path)
      for (const { file } of files.value) context.written.add(join(path, file))
      return ok({ path, files: files.value })
    }),
}
