import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { parseSync } from 'vite'

export const ROOT = resolve(import.meta.dirname, '../..')

const ignored = new Set([
  '.git',
  ...readFileSync(join(ROOT, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, '')),
])

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (ignored.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [relative(ROOT, path).split(sep).join('/')]
  })
}

/** Every file that belongs to the repository, by its path from the root, with `/`. */
export const FILES: readonly string[] = walk(ROOT).toSorted()

/** The code of the program: what is built, and what builds it. Tests are not among it. */
export const CODE = FILES.filter((file) =>
  /^(model|locales|electron|renderer|build)\/.*\.(ts|tsx|mjs)$/.test(file),
)

export const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

const parsed = new Map<string, ReturnType<typeof parseSync>>()

/** The syntax tree and module record of a file, by the parser that bundles it. */
export function parse(file: string): ReturnType<typeof parseSync> {
  const known = parsed.get(file)
  if (known !== undefined) return known
  const result = parseSync(file, read(file))
  const [error] = result.errors
  if (error !== undefined) throw new Error(`${file}: ${error.message}`)
  parsed.set(file, result)
  return result
}

const path = (file: string, specifier: string) =>
  specifier.startsWith('.')
    ? relative(ROOT, resolve(ROOT, dirname(file), specifier.replace(/\?.*$/, '')))
        .split(sep)
        .join('/')
    : specifier

/** One import as it is written, and what it leads to: a path from the root for our own, else the bare specifier. */
export interface Import {
  readonly specifier: string
  readonly target: string
  /** Nothing of it is left at run time, since only types are imported. */
  readonly erased: boolean
  readonly lazy: boolean
}

/** What a file imports, re-exports or loads lazily. */
export function importsOf(file: string): Import[] {
  const source = read(file)
  const { module } = parse(file)
  const found = (specifier: string, erased: boolean, lazy = false): Import => ({
    specifier,
    target: path(file, specifier),
    erased,
    lazy,
  })
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) =>
      found(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType)),
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [found(moduleRequest.value, isType)] : [],
      ),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const literal = /^(['"`])(.*)\1$/.exec(source.slice(start, end))
      return literal ? [found(literal[2]!, false, true)] : []
    }),
  ]
}

/** The packs of interface strings: language, namespace, and the keys flattened with dots. */
export interface Pack {
  readonly language: string
  readonly namespace: string
  readonly strings: ReadonlyMap<string, string>
}

function flatten(value: unknown, path: string, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(path, value)
  else
    for (const [key, inner] of Object.entries(value as object))
      flatten(inner, path === '' ? key : `${path}.${key}`, into)
}

export const PACKS: readonly Pack[] = FILES.flatMap((file) => {
  const found = /^locales\/([^/]+)\/interface\/([^/]+)\.json$/.exec(file)
  if (found === null) return []
  const strings = new Map<string, string>()
  flatten(JSON.parse(read(file)), '', strings)
  return [{ language: found[1]!, namespace: found[2]!, strings }]
})
