import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import * as v from 'valibot'

/** What Liang's algorithm looks words up in: levels, the trie of the patterns, and exceptions, as the package has them. */
const PatternsSchema = v.looseTuple([v.array(v.array(v.number())), v.record(v.string(), v.any())])
export type Patterns = v.InferOutput<typeof PatternsSchema>

const NAME = /^[a-z][a-z0-9-]*$/

/** The patterns of this name in their package, as in a checkout. */
export function packagedPatterns(name: string): Patterns {
  if (!NAME.test(name)) throw new Error(`no name of patterns: ${name}`)
  const from = createRequire(join(import.meta.dirname, 'patterns.js'))
  return v.parse(PatternsSchema, from(`hyphen/patterns/${name}.js`))
}

/** The patterns of this name: beside the bundle that this runs in, or in their package. */
export function readPatterns(name: string): Patterns {
  const built = join(import.meta.dirname, '../hyphenation', `${name}.json`)
  return NAME.test(name) && existsSync(built)
    ? v.parse(PatternsSchema, JSON.parse(readFileSync(built, 'utf8')))
    : packagedPatterns(name)
}
