import * as v from 'valibot'
import type { Ignored } from '../../model/checks/translation/ignored.ts'
import type { CheckSettings } from '../../model/checks/translation/settings.ts'
import type { Settings } from '../../model/contract/settings.ts'
import type { Spot, SpotView } from '../../model/contract/spot.ts'
import type { Comment } from '../../model/document/comment.ts'
import { ChangesSchema, type Change } from '../../model/document/change.ts'
import { PostmortemSchema, type Postmortem } from '../../model/document/postmortem.ts'
import { TranslationSchema, type Translation } from '../../model/document/translation.ts'
import { fail, Refusal, type Result } from '../../model/errors/result.ts'
import type { Abbreviations } from '../../model/memory/stored.ts'
import type { Asset, CleanImage } from '../../model/image/image.ts'
import type { Version } from '../../model/history/version.ts'
import type { ReleaseRecord } from '../../model/releases/record.ts'
import type { FontFile } from '../../model/theme/font.ts'
import type { Theme } from '../../model/theme/theme.ts'
import type { OwnTemplate } from '../../model/template/own-template.ts'
import type { Audience } from '../../model/document/audience.ts'
import { assemble, partsOf } from './assemble.ts'
import type { StoredAsset } from './asset-table.ts'
import type { NewFont } from './font-table.ts'
import type { FormerSource } from './source-table.ts'
import { backupDue, backUp } from './backup.ts'
import { checkState, ignoreProblem, type CheckState, type IgnoredProblem } from './checks.ts'
import { guard } from './fault.ts'
import { headOf, type HeadRow } from './head-table.ts'
import type { KeptText } from './kept-table.ts'
import { list, type Listed } from './list.ts'
import { memoryOf, prepareMemory, type Memory } from './memory.ts'
import type { MemoryChange } from './memory-table.ts'
import { locationOf } from './location.ts'
import { VERSION } from './migrate.ts'
import { open, type Opened } from './open.ts'
import { tablesOf } from './tables.ts'
import { termsOf, type Terms } from './terms.ts'
import {
  addTemplate,
  listTemplates,
  openTemplate,
  removeTemplate,
  renameTemplate,
  restoreTemplate,
  type StoredTemplate,
} from './templates.ts'
import {
  listThemes,
  openTheme,
  removeTheme,
  restoreTheme,
  saveTheme,
  type StoredTheme,
} from './themes.ts'
import { keepVersion, listVersions, nameVersion, noteSave, openVersion } from './versions.ts'
import { assertDistinct, changesOf } from './whole.ts'
import { writer } from './write.ts'

export interface LibraryOptions {
  readonly clock: () => Date
  /** Who saves, as versions name them; empty where nobody knows. */
  readonly author?: string
  /** The abbreviations of a language, after which no sentence ends. */
  readonly abbreviations?: Abbreviations
  /** Open without writing: the way into a library of a later version, or on a disk that cannot be written. */
  readonly readOnly?: boolean
}

export interface StoredPostmortem {
  readonly document: Postmortem
  readonly translations: Translation[]
  /** Left out of a version: what is said about the document is no part of it. */
  readonly comments?: Comment[]
  readonly revision: number
}

/**
 * Every postmortem on this machine, in one SQLite file with one writer. What a method answers with `ok` is on the
 * disk. Errors of the file and refusals are values; anything thrown is a defect.
 */
export interface Library {
  readonly file: string
  readonly readOnly: boolean
  /** The file was made by this opening. */
  readonly fresh: boolean
  list(): Result<Listed[]>
  create(
    document: Postmortem,
    translations: readonly Translation[],
    options?: { sample?: boolean },
  ): Result<{ revision: number }>
  open(id: string): Result<StoredPostmortem>
  /** Writes the rows that the changes name, all or none. `base` is the revision that they were made on. */
  save(
    id: string,
    base: number,
    changes: readonly Change[],
  ): Result<{ revision: number; savedAt: string }>
  /** What the stale translations into a language were made from. */
  formerSources(id: string, locale: string): Result<FormerSource[]>
  /** Every text that the library keeps of a postmortem, whatever it is and whoever may see it. */
  keptTexts(id: string): Result<KeptText[]>
  /** What was published, the newest first. */
  releases(id: string): Result<ReleaseRecord[]>
  /** What was published last for an audience; null where nothing was. */
  lastRelease(id: string, audience: Audience): Result<ReleaseRecord | null>
  addRelease(id: string, record: ReleaseRecord): Result<void>
  /** Takes a release out again that could not be written. */
  dropRelease(id: string, release: string): Result<void>
  /** Every version, the one that stands now first. */
  versions(id: string): Result<Version[]>
  /** A version whole; `revision` is the one that stands now. */
  openVersion(id: string, version: number): Result<StoredPostmortem>
  /** Makes a version of what stands now: the next save begins another. */
  keepVersion(id: string): Result<void>
  /** A version with a name is never thinned out. Null takes the name away. */
  nameVersion(id: string, version: number, name: string | null): Result<void>
  /** Into the bin, which the next opening empties. */
  remove(id: string): Result<void>
  restore(id: string): Result<void>
  /** The sample, if it is there or in the bin. */
  sample(): Result<{ id: string; deleted: boolean } | undefined>
  /** The person's own templates, the oldest first. */
  themes(): Result<StoredTheme[]>
  /** One of ours by the name of its look, or one of the library's own. Errors: THEME_UNKNOWN. */
  openTheme(id: string): Result<Theme>
  /** Its id. Errors: THEME_UNKNOWN, THEME_NAME_TAKEN. */
  saveTheme(theme: { id?: string | undefined; name: string; theme: Theme }): Result<string>
  removeTheme(id: string): Result<void>
  restoreTheme(id: string): Result<void>
  templates(): Result<StoredTemplate[]>
  openTemplate(id: string): Result<OwnTemplate>
  /** The new one's id. */
  addTemplate(name: string, template: OwnTemplate): Result<string>
  renameTemplate(id: string, name: string): Result<void>
  /** Into the bin, which the next opening empties. */
  removeTemplate(id: string): Result<void>
  restoreTemplate(id: string): Result<void>
  /** An image, as clean as `readImage` made it. The same bytes stand once. */
  putAsset(image: CleanImage): Result<Asset>
  /** IMAGE_MISSING, LIBRARY_DAMAGED. */
  asset(id: string): Result<StoredAsset>
  /** Adds a font for themes; it stays for as long as a theme has it. */
  putFont(font: NewFont): Result<FontFile>
  hasFont(id: string): Result<boolean>
  /** Its bytes. Errors: FONT_MISSING. */
  font(id: string): Result<Buffer>
  /** Where the person was in a view of a postmortem; null where nobody was. */
  spot(id: string, view: SpotView): Result<Spot | null>
  setSpot(id: string, view: SpotView, spot: Spot): Result<void>
  readonly memory: Memory
  readonly terms: Terms
  /** What the checks of translations go by in a postmortem. */
  checks(id: string): Result<CheckState>
  /** Sets a problem aside for the texts as they stand. CHANGE_REFUSED where there is no such translation. */
  ignoreProblem(
    id: string,
    problem: Pick<Ignored, 'unit' | 'locale' | 'rule' | 'reason'>,
  ): Result<void>
  heedProblem(id: string, problem: IgnoredProblem): Result<void>
  checkSettings(): Result<CheckSettings>
  setCheckSettings(settings: CheckSettings): Result<void>
  settings(): Result<Settings>
  setSettings(settings: Settings): Result<void>
  /** A verified copy beside the library; its path. */
  backUp(): Result<string>
  /** The same where the last one is more than a day old, else null. */
  backUpDaily(): Result<string | null>
  close(): void
}

const why = (issues: readonly v.BaseIssue<unknown>[]): { path: string; why: string } => ({
  path: v.getDotPath(issues[0]!) ?? '',
  why: issues[0]!.message.slice(0, 200),
})

function parsed<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value)
  if (!result.success) throw new Refusal('DOCUMENT_INVALID', why(result.issues))
  return result.output
}

/** Opens the library, making or raising it where needed, and empties its bin. See `open` for what can go wrong. */
export function openLibrary(file: string, options: LibraryOptions): Result<Library> {
  const { readOnly = false, clock } = options
  const opened = guard(file, () => open(file, readOnly, clock()))
  if (!opened.ok) return opened
  const library = guard(file, () => libraryOn(file, opened.value, options))
  if (library.ok) return library
  opened.value.close()
  return opened.value.newer === undefined ? library : newer(file, opened.value.newer)
}

const newer = (file: string, version: number): Result<never> =>
  fail('LIBRARY_NEWER', { file, version, supported: VERSION })

function libraryOn(file: string, opened: Opened, options: LibraryOptions): Library {
  const { clock, author = '', abbreviations = () => [] } = options
  const { connection } = opened
  const tables = tablesOf(connection, file, abbreviations)
  const location = locationOf(file)
  const now = (): string => clock().toISOString()
  /** The postmortems that were saved since the library was opened. */
  const touched = new Set<string>()
  if (!opened.readOnly)
    connection
      .transaction(() => {
        tables.heads.purge()
        tables.templates.purge()
        tables.themes.purge()
        tables.sources.purge()
        // Nobody works on a document yet: what nothing refers to now, no undo can bring back.
        tables.assets.purge()
        tables.fonts.purge()
        prepareMemory(connection, tables)
      })
      .immediate()

  const read = <T>(action: () => T): Result<T> => {
    const result = guard(file, action)
    // What a later app wrote is not damaged because we cannot read it.
    return !result.ok && opened.newer !== undefined && result.error.code.startsWith('LIBRARY_')
      ? newer(file, opened.newer)
      : result
  }
  const write = <T>(action: () => T): Result<T> =>
    guard(file, () => {
      if (opened.readOnly) throw new Refusal('LIBRARY_READ_ONLY', { file })
      location.assert()
      const value = connection.transaction(action).immediate()
      location.assert()
      return value
    })
  const memory = memoryOf(connection, tables, { read, write, now })
  const terms = termsOf(tables.concepts, { read, write, now })
  const rowOf = (id: string): HeadRow => {
    const row = tables.heads.row(id)
    if (row === undefined || row.deleted_at !== null)
      throw new Refusal('POSTMORTEM_UNKNOWN', { id })
    return row
  }

  return {
    file,
    readOnly: opened.readOnly,
    fresh: opened.fresh,
    list: () => read(() => list(tables)),
    create(document, translations, { sample = false } = {}) {
      let remembered: readonly MemoryChange[] = []
      const created = write(() => {
        const whole = parsed(PostmortemSchema, document)
        const texts = parsed(v.array(TranslationSchema), translations)
        assertDistinct(whole, texts)
        if (tables.heads.row(whole.id))
          throw new Refusal('CHANGE_REFUSED', { why: `postmortem ${whole.id} is there already` })
        const at = now()
        tables.heads.insert(headOf(whole), sample, at)
        tables.versions.put(whole.id, { number: 1, since: at, at, author, name: null })
        const rows = writer(tables, tables.heads.row(whole.id)!)
        for (const change of changesOf(whole, texts)) rows.apply(change)
        remembered = rows.finish()
        return { revision: 0 }
      })
      if (created.ok) memory.tell(remembered)
      return created
    },
    open: (id) =>
      read(() => {
        const row = rowOf(id)
        const translations = tables.translations.read(id)
        return {
          document: assemble(file, partsOf(tables, row)),
          translations,
          comments: tables.comments.read(id),
          revision: row.revision,
        }
      }),
    save(id, base, changes) {
      let remembered: readonly MemoryChange[] = []
      const saved = write(() => {
        const row = rowOf(id)
        if (row.revision !== base) throw new Refusal('REVISION_CONFLICT', { id })
        const all = parsed(ChangesSchema, changes)
        if (all.length === 0) return { revision: base, savedAt: row.changed_at }
        const savedAt = now()
        const save = { changes: all, author, at: savedAt, first: !touched.has(id) }
        const rows = writer(tables, row, noteSave(tables, id, save))
        for (const change of all) rows.apply(change)
        remembered = rows.finish()
        tables.heads.touch(id, savedAt)
        return { revision: base + 1, savedAt }
      })
      if (saved.ok && changes.length > 0) touched.add(id)
      if (saved.ok) memory.tell(remembered)
      return saved
    },
    formerSources: (id, locale) => read(() => tables.sources.read(rowOf(id).id, locale)),
    keptTexts: (id) => read(() => [...tables.kept.read(rowOf(id).id)]),
    releases: (id) => read(() => tables.releases.read(rowOf(id).id)),
    lastRelease: (id, audience) => read(() => tables.releases.last(rowOf(id).id, audience) ?? null),
    addRelease: (id, record) => write(() => tables.releases.add(rowOf(id).id, record)),
    dropRelease: (id, release) => write(() => tables.releases.remove(rowOf(id).id, release)),
    versions: (id) => read(() => listVersions(tables, rowOf(id).id)),
    openVersion: (id, version) =>
      read(() => {
        const row = rowOf(id)
        return { ...openVersion(tables, row, version), revision: row.revision }
      }),
    keepVersion: (id) => write(() => keepVersion(tables, rowOf(id).id, author, now())),
    nameVersion: (id, version, name) =>
      write(() => nameVersion(tables, rowOf(id).id, version, name)),
    remove: (id) => write(() => tables.heads.setDeleted(rowOf(id).id, now())),
    restore: (id) =>
      write(() => {
        if (!tables.heads.row(id)) throw new Refusal('POSTMORTEM_UNKNOWN', { id })
        tables.heads.setDeleted(id, null)
      }),
    sample: () =>
      read(() => {
        const row = tables.heads.sample()
        return row && { id: row.id, deleted: row.deleted_at !== null }
      }),
    themes: () => read(() => listThemes(tables)),
    openTheme: (id) => read(() => openTheme(tables, id)),
    saveTheme: (theme) => write(() => saveTheme(tables, theme, now())),
    removeTheme: (id) => write(() => removeTheme(tables, id, now())),
    restoreTheme: (id) => write(() => restoreTheme(tables, id)),
    templates: () => read(() => listTemplates(tables)),
    openTemplate: (id) => read(() => openTemplate(tables, id)),
    addTemplate: (name, template) => write(() => addTemplate(tables, name, template, now())),
    renameTemplate: (id, name) => write(() => renameTemplate(tables, id, name)),
    removeTemplate: (id) => write(() => removeTemplate(tables, id, now())),
    restoreTemplate: (id) => write(() => restoreTemplate(tables, id)),
    putAsset: (image) => write(() => tables.assets.put(image, now())),
    asset: (id) =>
      read(() => {
        const found = tables.assets.read(id)
        if (found === undefined) throw new Refusal('IMAGE_MISSING', { asset: id.slice(0, 12) })
        return found
      }),
    putFont: (font) => write(() => tables.fonts.put(font, now())),
    hasFont: (id) => read(() => tables.fonts.has(id)),
    font: (id) =>
      read(() => {
        const found = tables.fonts.read(id)
        if (found === undefined) throw new Refusal('FONT_MISSING', { font: id.slice(0, 12) })
        return found
      }),
    spot: (id, view) => read(() => tables.spots.read(id, view)),
    setSpot: (id, view, spot) => write(() => tables.spots.write(id, view, spot)),
    memory,
    terms,
    checks: (id) => read(() => checkState(tables, rowOf(id).id)),
    ignoreProblem: (id, problem) =>
      write(() => ignoreProblem(tables, rowOf(id), problem, { at: now(), author })),
    heedProblem: (id, problem) => write(() => tables.checks.heed(rowOf(id).id, problem)),
    checkSettings: () => read(() => tables.checks.settings()),
    setCheckSettings: (settings) => write(() => tables.checks.setSettings(settings)),
    settings: () => read(() => tables.settings.read()),
    setSettings: (settings) => write(() => tables.settings.write(settings)),
    backUp: () => read(() => backUp(connection, file, clock())),
    backUpDaily: () =>
      read(() => {
        const today = clock()
        return opened.readOnly || !backupDue(file, today) ? null : backUp(connection, file, today)
      }),
    close: () => opened.close(),
  }
}
