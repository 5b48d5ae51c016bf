import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Ignored } from '../../../model/checks/translation/ignored.ts'
import { leavesOf } from '../../../model/leak/leaves.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import {
  USUAL_FORMATS,
  type Correction,
  type PublishedFile,
  type PublishedFormat,
} from '../../../model/releases/manifest.ts'
import { fontsIn } from '../../../model/theme/font.ts'
import { pageName, releaseName, withSlug } from '../../publish/release.ts'
import { manifestText } from '../../publish/manifest.ts'
import type { PageInput } from '../../publish/rendering.ts'
import type { SiteFile } from '../../publish/site.ts'
import type { StoredPostmortem } from '../../store/library.ts'
import { ahead } from '../ahead.ts'
import type { CallContext, Handler, HandlersOf } from '../context.ts'
import { releaseGate } from '../gate.ts'
import { leakGuard, type LeakGuard } from '../leak-guard.ts'
import { folderInside, MANIFEST, releaseFolder, type ReleaseFolder } from '../release-folder.ts'
import { correctionsOf, recordOf, sinceLast, type Since } from '../releasing.ts'
import { render, renderViews } from '../render.ts'
import { ownWordsIn, themeOf } from '../theme.ts'
import { unfinishedOf } from '../unfinished.ts'
import { localesOf, viewOf, type View } from '../view.ts'

type Input = Parameters<Handler<'publish.run'>>[0]

/** A release that may be made: everything that was asked for, looked at. */
interface Release {
  readonly stored: StoredPostmortem
  readonly input: Input
  readonly locales: readonly string[]
  readonly formats: readonly PublishedFormat[]
  readonly since: Since
  readonly corrections: readonly Correction[]
  /** What would have stopped it, had nobody set it aside. */
  readonly asides: readonly Ignored[]
}

/** The locales of a postmortem that were asked for, in their order. LOCALE_UNKNOWN. */
function chosen(
  { document }: StoredPostmortem,
  wanted: readonly string[] | undefined,
): Result<string[]> {
  const all = localesOf(document)
  const unknown = wanted?.find((locale) => !all.includes(locale))
  if (unknown !== undefined) return fail('LOCALE_UNKNOWN', { locale: unknown })
  return ok(all.filter((locale) => wanted?.includes(locale) ?? true))
}

async function releaseOf(
  input: Input,
  { library, terms, ports }: CallContext,
): Promise<Result<Release>> {
  const { id, audience, decisions = {} } = input
  const opened = library.open(id)
  if (!opened.ok) return opened
  const stored = { ...opened.value, document: withSlug(opened.value.document, audience) }
  const locales = chosen(stored, input.locales)
  if (!locales.ok) return locales
  const formats = [...new Set(input.formats ?? USUAL_FORMATS)]
  const checks = library.checks(id)
  if (!checks.ok) return checks
  const memory = await terms.checks()
  if (!memory.ok) return memory
  const own = ownWordsIn(library)
  if (!own.ok) return own
  const { blockers, asides } = releaseGate(
    stored,
    checks.value,
    locales.value,
    audience,
    memory.value,
    own.value,
  )
  if (blockers.length > 0) return fail('PUBLISH_BLOCKED', { count: blockers.length })
  const since = sinceLast(opened.value, audience, locales.value, library)
  if (!since.ok) return since
  const corrections = correctionsOf(since.value, decisions, ports.clock())
  if (!corrections.ok) return corrections
  return ok({
    stored,
    input,
    locales: locales.value,
    formats,
    since: since.value,
    corrections: corrections.value,
    asides,
  })
}

interface Step {
  readonly file: string
  readonly locale: string
  readonly format: PublishedFormat
  /** Whether the corrections stand there alone. */
  readonly changes: boolean
}

function stepsOf({ stored, input, locales, formats, corrections }: Release): Step[] {
  const { document } = stored
  return locales.flatMap((locale) => [
    ...formats.map((format) => ({
      file: releaseName(document, locale, format),
      locale,
      format,
      changes: false,
    })),
    ...(input.changes && corrections.length > 0
      ? [
          {
            file: pageName(document, locale, 'corrections'),
            locale,
            format: 'html' as const,
            changes: true,
          },
        ]
      : []),
  ])
}

/** The page of the corrections alone: what the postmortem is about, and nothing else of it. */
const withoutSections = (view: View): View & Pick<PageInput, 'only'> => ({
  ...view,
  document: { ...view.document, sections: [] },
  only: 'corrections',
})

/** The pages of a site with what they share; none where it was not asked for. */
async function siteOf(
  { stored, input, locales, formats, corrections }: Release,
  signal: AbortSignal,
  { library }: CallContext,
): Promise<Result<readonly SiteFile[]>> {
  if (input.site !== true || !formats.includes('html')) return ok([])
  const views: View[] = []
  for (const locale of locales) {
    const view = viewOf(stored, locale, input.audience)
    if (!view.ok) return view
    views.push({ ...view.value, corrections })
  }
  return renderViews(views, { library, signal })
}

/** While one file is finished and looked through, the browser prints the next. More would wait for it, and hold their images. */
const AT_ONCE = 3

/** What the guard says of a file that it does not let go. */
const REFUSED = new Set<string>(['LEAK_FOUND', 'LEAK_UNREADABLE'])

/** Renders every file into the folder, telling how far it is. */
async function fill(
  folder: ReleaseFolder,
  release: Release,
  signal: AbortSignal,
  guard: LeakGuard,
  context: CallContext,
): Promise<Result<PublishedFile[]>> {
  const { stored, input, locales, corrections } = release
  const { ports, events, library } = context
  const steps = stepsOf(release)
  const files: PublishedFile[] = []
  let total = steps.length
  const tell = (step: string): void =>
    events.emit('job.progress', { job: input.job, done: files.length, total, step })
  const add = async (
    one: Pick<PublishedFile, 'file' | 'locale' | 'format'>,
    bytes: Uint8Array,
  ): Promise<Result<void>> => {
    const safe = await guard.look(one.file, bytes)
    if (!safe.ok) return safe
    const added = await folder.add(one.file, bytes)
    if (!added.ok) return added
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    files.push({ ...one, bytes: bytes.byteLength, sha256 })
    return ok(undefined)
  }
  if (input.site === true) tell('')
  const site = await siteOf(release, signal, context)
  if (!site.ok) return site
  total += site.value.filter(({ locale }) => locale === null).length
  for (const { file, locale, bytes, says = [] } of site.value) {
    if (signal.aborted) return fail('CANCELLED')
    const safe = await guard.look(file, new Uint8Array(Buffer.from(says.join('\n'))))
    if (!safe.ok) return safe
    const added = await add({ file, locale, format: locale === null ? 'shared' : 'html' }, bytes)
    if (!added.ok) return added
    tell('')
  }
  const kept = { unfinished: unfinishedOf(library, input.id), version: ports.version }
  const there = new Set(files.map(({ file }) => file))
  const make = async ({ locale, format, changes }: Step): Promise<Result<Uint8Array>> => {
    const view = viewOf(stored, locale, input.audience)
    if (!view.ok) return view
    const whole = { ...view.value, corrections }
    return render(changes ? withoutSections(whole) : whole, format, {
      library,
      alternates: locales.filter((other) => other !== locale),
      printer: ports.printer,
      signal,
      choice: input.pdf,
      kept,
    })
  }
  const left = steps.filter(({ file }) => !there.has(file))
  for await (const [{ file, locale, format }, made] of ahead(left, AT_ONCE, make)) {
    tell(`${locale} ${format}`)
    const bytes = await made
    if (!bytes.ok) return bytes
    const added = await add({ file, locale, format }, bytes.value)
    if (!added.ok) return added
  }
  tell('')
  return ok(files)
}

/** Puts the manifest beside the files, keeps the release in the library, and gives all of it its place; or none. */
async function finish(
  folder: ReleaseFolder,
  { stored, input, since, corrections, asides }: Release,
  files: readonly PublishedFile[],
  signal: AbortSignal,
  guard: LeakGuard,
  context: CallContext,
): Promise<Result<void>> {
  const { audience, decisions = {}, left = [] } = input
  const theme = themeOf(stored.document, context.library)
  if (!theme.ok) return theme
  const fonts = fontsIn(theme.value.fonts)
  const made = { stored, audience, since, corrections, decisions, left, asides, files, fonts }
  const record = recordOf(made, context)
  const bytes = new Uint8Array(Buffer.from(manifestText(record.manifest)))
  const safe = await guard.look(MANIFEST, bytes)
  if (!safe.ok) return safe
  const added = await folder.add(MANIFEST, bytes)
  if (!added.ok) return added
  if (signal.aborted) return fail('CANCELLED')
  // First: what was published must be known, or the next release could change it unsaid.
  const kept = context.library.addRelease(input.id, record)
  if (!kept.ok) return kept
  const finished = await folder.finish()
  if (finished.ok) await unfinishedOf(context.library, input.id).clear()
  else context.library.dropRelease(input.id, record.manifest.release)
  return finished
}

async function write(
  path: string,
  release: Release,
  signal: AbortSignal,
  context: CallContext,
): Promise<Result<PublishedFile[]>> {
  const { stored, input, corrections } = release
  // What a correction says was published before, and why a language is left out is said by who publishes.
  const said = [corrections, input.left ?? []].flatMap((value) => [...leavesOf(value, '')])
  const guard = await leakGuard(
    stored,
    input.audience,
    context,
    said.map(({ text }) => text),
  )
  if (!guard.ok) return guard
  const folder = await releaseFolder(path)
  if (!folder.ok) return folder
  try {
    const files = await fill(folder.value, release, signal, guard.value, context)
    if (!files.ok) {
      // What may not leave lies in wait nowhere: nothing else changes it but a program that makes it anew.
      if (REFUSED.has(files.error.code)) await unfinishedOf(context.library, input.id).clear()
      return files
    }
    const done = await finish(folder.value, release, files.value, signal, guard.value, context)
    return done.ok ? files : done
  } finally {
    await folder.value.discard()
  }
}

export const publishHandlers: HandlersOf<'publish.run' | 'release.changes'> = {
  'release.changes': ({ id, audience, locales: wanted }, { library }) => {
    const stored = library.open(id)
    if (!stored.ok) return stored
    const locales = chosen(stored.value, wanted)
    if (!locales.ok) return locales
    const since = sinceLast(stored.value, audience, locales.value, library)
    if (!since.ok) return since
    const { last, differences } = since.value
    return ok({
      last: last && {
        number: last.manifest.number,
        at: last.manifest.at,
        corrections: last.manifest.corrections.length,
      },
      differences: [...differences],
    })
  },
  /**
   * Every locale, or those named, in each format with a manifest. PUBLISH_BLOCKED where `blockersOfRelease` finds
   * something, RELEASE_UNDECIDED where something published is different and nobody said what that is; nothing is written then. A
   * folder that the command line names is taken as it is; in one that a person chose in a dialog the release gets a folder of its own.
   */
  'publish.run': (input, context) =>
    context.jobs.run(input.job, async (signal) => {
      const release = await releaseOf(input, context)
      if (!release.ok) return release
      let path = input.path
      if (path === undefined) {
        const folder = await context.ports.dialogs.folder()
        if (folder === null) return ok({ path: null, files: [] })
        const { id, metadata } = release.value.stored.document
        path = await folderInside(folder, metadata.slug, id)
      }
      const files = await write(path, release.value, signal, context)
      if (!files.ok) return files
      context.written.add(path)
      for (const { file } of files.value) context.written.add(join(path, file))
      return ok({ path, files: files.value })
    }),
}
