import { unzipSync, zipSync, strFromU8, strToU8, type Zippable } from 'fflate'

/** A ZIP file holds no earlier moment. A local one: that is what it holds. */
const BEGINNING = new Date(1980, 0, 1)

/** Names that were drawn by lot or counted on from the last file, by their place in this file instead. */
function renumbered(files: readonly (readonly [name: string, text: string])[]) {
  const counted = new Map<string, Map<string, string>>()
  const next = (kind: string, old: string): string => {
    const all = counted.get(kind) ?? new Map<string, string>()
    counted.set(kind, all)
    const known = all.get(old) ?? String(all.size + 1)
    all.set(old, known)
    return known
  }
  return files.map(([name, text]): [string, string] => [
    name,
    text
      .replaceAll(
        /(\s(?:r:(?:id|embed|link)|Id))="([^"]+)"/g,
        (_, attribute: string, id: string) => `${attribute}="rId${next('relation', id)}"`,
      )
      .replaceAll(
        /(<w:bookmark(?:Start|End)\b[^>]*?\sw:id)="(\d+)"/g,
        (_, before: string, id: string) => `${before}="${next('bookmark', id)}"`,
      )
      .replaceAll(
        /(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\sid)="(\d+)"/g,
        (_, before: string, id: string) => `${before}="${next('drawing', id)}"`,
      ),
  ])
}

/** The number of a note that is referred to once more looks like that of the first time. */
const raised = (text: string): string =>
  text.replaceAll(
    /(<w:fldSimple\b[^>]*"NOTEREF [^>]*><w:r>)/g,
    '$1<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>',
  )

/** WebP goes through the writer under the name of a format that nobody has any more. */
const named = (text: string): string =>
  text
    .replaceAll(/\.bmp"/g, '.webp"')
    .replace('ContentType="image/bmp" Extension="bmp"', 'ContentType="image/webp" Extension="webp"')

/**
 * The same file for the same document, byte for byte: names and numbers by their order, no moment of the clock, and the whole
 * section from right to left where its text runs so, which the writer has no word for.
 */
export function settled(docx: Uint8Array, direction: 'ltr' | 'rtl'): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const texts = parts
    .filter(([name]) => /\.(?:xml|rels)$/.test(name))
    .map(([name, bytes]) => [name, strFromU8(bytes)] as const)
  const written = new Map(renumbered(texts).map(([name, text]) => [name, raised(named(text))]))
  const body = 'word/document.xml'
  if (direction === 'rtl')
    written.set(body, written.get(body)!.replace(/(<w:docGrid\b)/, '<w:bidi/>$1'))
  const files: Zippable = {}
  // What the file is stands first, as readers of such packages expect.
  const first = '[Content_Types].xml'
  for (const [name, bytes] of [
    ...parts.filter(([one]) => one === first),
    ...parts.filter(([one]) => one !== first),
  ]) {
    const text = written.get(name)
    files[name.replace(/\.bmp$/, '.webp')] = text === undefined ? bytes : strToU8(text)
  }
  return zipSync(files, { mtime: BEGINNING, level: 9 })
}
