import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { GRAMMARS, numbers, sentences } from './incidents.ts'

export interface Pair {
  readonly source: string
  readonly target: string
}

/** What a memory is filled with, and what is looked for in it. */
export interface Corpus {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly pairs: readonly Pair[]
  readonly queries: readonly string[]
}

/** A quoted string of a .po file (gettext manual, "The Format of PO Files"). */
const unquoted = (line: string): string => {
  const quoted = /"(.*)"\s*$/.exec(line)?.[1] ?? ''
  return quoted.replaceAll(/\\(.)/g, (_, mark: string) => ({ n: '\n', t: '\t' })[mark] ?? mark)
}

/** The translated messages of a .po file, without those that are marked as guesses. */
function* messagesIn(text: string): Generator<Pair> {
  for (const part of text.split(/\r?\n\r?\n/)) {
    if (/^#,.*\bfuzzy\b/m.test(part) || /^#~/m.test(part)) continue
    const fields: Record<string, string> = {}
    let field = ''
    for (const line of part.split(/\r?\n/)) {
      const begun = /^(msgid|msgstr)\s+"/.exec(line)?.[1]
      if (begun !== undefined) field = begun
      else if (!line.startsWith('"')) field = ''
      if (field !== '') fields[field] = (fields[field] ?? '') + unquoted(line)
    }
    const { msgid: source = '', msgstr: target = '' } = fields
    if (source !== '' && target !== '') yield { source, target }
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(join(folder, entry.name))
      : entry.name.endsWith('.po')
        ? [join(folder, entry.name)]
        : [],
  )

function* textsOf(repository: string, revision: string): Generator<string> {
  const git = (args: readonly string[], input = ''): Buffer =>
    execFileSync('git', ['--git-dir', repository, ...args], { input, maxBuffer: 1 << 30 })
  const branch = git(['branch', '--all', '--format=%(refname)'])
    .toString()
    .split('\n')
    .find((name) => name.endsWith(`/${revision}`))
  const files = git(['ls-tree', '-r', branch ?? revision])
    .toString()
    .split('\n')
  const ids = files.filter((file) => file.endsWith('.po')).map((file) => file.split(/\s/)[2]!)
  const all = git(['cat-file', '--batch'], `${ids.join('\n')}\n`)
  for (let at = 0; at < all.length;) {
    const end = all.indexOf(10, at)
    const [, kind, size] = all.toString('utf8', at, end).split(' ')
    at = end + 1
    // A shallow copy may list what it does not have.
    if (kind === 'missing') continue
    yield all.toString('utf8', at, at + Number(size))
    at += Number(size) + 1
  }
}

const once = (texts: Iterable<string>): Map<string, Pair> => {
  const pairs = new Map<string, Pair>()
  for (const text of texts) for (const pair of messagesIn(text)) pairs.set(pair.source, pair)
  return pairs
}

const isSentence = (text: string): boolean => text.length >= 20 && text.length <= 600

/** So many of the texts, the same ones each time. */
function some(texts: readonly string[], count: number): string[] {
  const next = numbers(5)
  const left = [...texts]
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(next(left.length), 1)[0]!,
  )
}

/**
 * Translated messages of .po files. In a git directory the memory is one revision, and what is looked for is new in a later
 * one: what a translator meets. In a folder one text of forty is taken out and looked for.
 */
export function poCorpus(
  place: string,
  from: string,
  to: string,
  revisions: readonly [string, string],
  queries: number,
): Corpus {
  const isGit = existsSync(join(place, 'HEAD')) && statSync(join(place, 'objects')).isDirectory()
  const before = once(
    isGit ? textsOf(place, revisions[0]) : filesIn(place).map((file) => readFileSync(file, 'utf8')),
  )
  const sought: string[] = []
  if (isGit) {
    for (const source of once(textsOf(place, revisions[1])).keys())
      if (!before.has(source) && isSentence(source)) sought.push(source)
  } else
    for (const [at, source] of [...before.keys()].entries())
      if (at % 40 === 0 && isSentence(source)) {
        sought.push(source)
        before.delete(source)
      }
  const name = `${from} ${isGit ? revisions.join(' to ') : 'of files'}`
  return { name, from, to, pairs: [...before.values()], queries: some(sought, queries) }
}

/** Sentences that the repository makes itself. */
export function ownCorpus(
  from: keyof typeof GRAMMARS,
  to: string,
  size: number,
  queries: number,
): Corpus {
  const all = sentences(GRAMMARS[from], size + queries * 4, 1)
  const pairs = all.slice(0, size).map((source, at) => ({ source, target: `${at}` }))
  return { name: `${from} generated`, from, to, pairs, queries: some(all.slice(size), queries) }
}
