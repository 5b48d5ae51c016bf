import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

/** A sentence and what a professional made of it, without its markup. */
export interface Pair {
  readonly id: string
  readonly source: string
  readonly target: string
}

export interface PairSet {
  readonly source: string
  readonly target: string
  readonly pairs: readonly Pair[]
}

const FileSchema = v.object({
  lang: v.string(),
  type: v.picklist(['source', 'target']),
  text: v.record(v.string(), v.string()),
})

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** The text of a fragment of XML. */
const plain = (xml: string): string =>
  xml.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

/**
 * Reads pairs from a folder with files of JSON, two for each pair of languages: `{lang, type, text}`, in which `type` is
 * `source` or `target` and `text` has fragments of XML by id. Files belong together by what their names begin with, up
 * to the first underscore, and by what they end with.
 */
export function readPairs(folder: string): PairSet[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      name,
      ...v.parse(FileSchema, JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    }))
  const group = (name: string): string => `${name.split('_')[0]} ${name.split('_').at(-1)}`
  return files
    .filter(({ type }) => type === 'target')
    .flatMap((target) => {
      const source = files.find(
        ({ name, type }) => type === 'source' && group(name) === group(target.name),
      )
      if (source === undefined) return []
      const pairs = Object.entries(source.text).flatMap(([id, text]) =>
        target.text[id] === undefined
          ? []
          : [{ id, source: plain(text), target: plain(target.text[id]) }],
      )
      return [{ source: source.lang, target: target.lang, pairs }]
    })
}
