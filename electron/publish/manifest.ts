import type { Manifest } from '../../model/releases/manifest.ts'

/** The versions of the language data that wrote the dates and numbers of a release. */
export function languageData(
  versions: Readonly<Record<string, string | undefined>>,
): Manifest['languageData'] {
  const { icu = '', cldr = '', unicode = '', tz = '' } = versions
  return { icu, cldr, unicode, tz }
}

/** The manifest with its files sorted by name, so that one release has one manifest. */
export const manifestOf = (manifest: Omit<Manifest, 'version'>): Manifest => ({
  version: 2,
  ...manifest,
  files: manifest.files.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
})

/** The manifest as the text of its file. */
export const manifestText = (value: Manifest): string => `${JSON.stringify(value, null, 2)}\n`
