import { expect, test } from 'vitest'
import { Visitor, type ESTree } from 'vite'
import { CODE, FILES, importsOf, PACKS, parse, read } from './sources.ts'

const TESTS = FILES.filter((file) => /^(test\/.*|[^/]+)\.(ts|tsx)$/.test(file))
const everything = [...CODE, ...TESTS]

/** Modules that a tool or a person starts, whose exports need no reader. */
const isEntry = (file: string) =>
  file.startsWith('build/') ||
  /^electron\/chromium\/(electron|conformance)\.ts$/.test(file) ||
  file.endsWith('.d.ts')

test('nothing is exported that nobody reads', () => {
  const wanted = new Set<string>()
  for (const file of everything) {
    const { module } = parse(file)
    const targets = new Map(importsOf(file).map(({ target, specifier }) => [specifier, target]))
    for (const { moduleRequest, entries } of [
      ...module.staticImports,
      ...module.staticExports.flatMap(({ entries: all }) =>
        all.flatMap((entry) =>
          entry.moduleRequest ? [{ moduleRequest: entry.moduleRequest, entries: [entry] }] : [],
        ),
      ),
    ])
      for (const { importName } of entries)
        wanted.add(
          `${targets.get(moduleRequest.value)}#${importName.kind === 'Name' ? importName.name : '*'}`,
        )
    for (const { target, lazy } of importsOf(file)) if (lazy) wanted.add(`${target}#*`)
  }
  const dead = CODE.filter((file) => !isEntry(file) && !wanted.has(`${file}#*`)).flatMap((file) => {
    const source = read(file)
    return (
      parse(file)
        .module.staticExports.flatMap(({ entries }) => entries)
        .flatMap(({ exportName }) =>
          exportName.kind === 'Name' && exportName.name ? [exportName.name] : [],
        )
        .filter((name) => !wanted.has(`${file}#${name}`))
        // What its own module reads is alive, if not in need of its export.
        .filter((name) => source.match(new RegExp(String.raw`\b${name}\b`, 'g'))!.length < 2)
        .map((name) => `${file}: ${name}`)
    )
  })
  expect(dead).toEqual([])
})

test('every file of the program is reached from an entry', () => {
  const entries = [
    'electron/shell/main.ts',
    'electron/shell/preload.ts',
    'electron/shell/print.ts',
    'electron/cli/main.ts',
    'electron/chromium/register.ts',
    // What the registered hook puts in place of the package, and what only the type checker reads.
    'electron/chromium/electron.ts',
    'electron/chromium/conformance.ts',
    'renderer/main.tsx',
    // Begun by its address, as workers are.
    'renderer/spelling/worker.ts',
    'electron/app/memory/thread.ts',
    // By this the tests take the app's window in hand.
    'electron/chromium/branch.ts',
    ...CODE.filter((file) => file.startsWith('build/')),
  ]
  const reached = new Set<string>()
  const visit = (file: string) => {
    if (reached.has(file) || !CODE.includes(file)) return
    reached.add(file)
    for (const { target } of importsOf(file)) visit(target)
  }
  entries.forEach(visit)
  const lost = CODE.filter((file) => !reached.has(file) && !file.endsWith('.d.ts'))
  expect(lost).toEqual([])
})

test('every package is used', () => {
  const manifest = JSON.parse(read('package.json')) as Readonly<
    Record<'dependencies' | 'devDependencies' | 'scripts', Readonly<Record<string, string>>>
  >
  const specifiers = new Set(
    everything.flatMap((file) => importsOf(file).map(({ target }) => target)),
  )
  const styles = FILES.filter((file) => file.endsWith('.css'))
    .map(read)
    .join('\n')
  const code = everything.map(read).join('\n')
  const isUsed = (name: string) =>
    [...specifiers].some((specifier) => specifier === name || specifier.startsWith(`${name}/`)) ||
    styles.includes(name) ||
    // Run by name, resolved by path, or types of a package without any.
    code.includes(`'${name}`) ||
    code.includes(`node_modules/${name}/`) ||
    name.startsWith('@types/')
  /** Run by `npm test` and the packager's configuration. */
  const tools = ['oxlint', 'oxlint-tsgolint', 'prettier', 'typescript']
  const unused = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    (name) => !isUsed(name) && !tools.includes(name),
  )
  expect(unused).toEqual([])
})

/** String literals of the program, and templates as patterns in which a slot stands for anything. */
function stringsOf(files: readonly string[]): {
  literals: Set<string>
  patterns: RegExp[]
  asked: { file: string; key: RegExp }[]
} {
  const literals = new Set<string>()
  const patterns: RegExp[] = []
  const asked: { file: string; key: RegExp }[] = []
  const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const pattern = (node: ESTree.TemplateLiteral) =>
    new RegExp(`^${node.quasis.map(({ value }) => escape(value.raw)).join('.+')}$`)
  for (const file of files)
    new Visitor({
      Literal: ({ value }) => {
        if (typeof value === 'string') literals.add(value)
      },
      TemplateLiteral: (node) => {
        if (node.quasis.some(({ value }) => /\w/.test(value.raw))) patterns.push(pattern(node))
      },
      CallExpression: ({ callee, arguments: [first] }) => {
        if (callee.type !== 'Identifier' || callee.name !== 't') return
        if (first?.type === 'Literal' && typeof first.value === 'string')
          asked.push({ file, key: new RegExp(`^${escape(first.value)}$`) })
        if (first?.type === 'TemplateLiteral') asked.push({ file, key: pattern(first) })
      },
    }).visit(parse(file).program)
  return { literals, patterns, asked }
}

const strings = stringsOf(CODE)
const keys = [
  ...new Set(
    PACKS.flatMap(({ namespace, strings: own }) =>
      [...own.keys()].map(
        (key) => `${namespace}:${key.replace(/_(zero|one|two|few|many|other)$/, '')}`,
      ),
    ),
  ),
]
const bare = (key: string) => key.slice(key.indexOf(':') + 1)

test('every string that the program asks for is there', () => {
  expect(strings.asked.length).toBeGreaterThan(100)
  const missing = strings.asked.filter(
    ({ key }) => !keys.some((name) => key.test(name) || key.test(bare(name))),
  )
  expect(missing.map(({ file, key }) => `${file}: ${key.source}`)).toEqual([])
})

test('every string that is there is asked for', () => {
  // A code or a rule is the key of its sentence; `words.test.ts` holds these against the closed sets.
  const closed = /^(errors|checks):/
  const spare = keys.filter(
    (key) =>
      !closed.test(key) &&
      ![key, bare(key)].some(
        (name) =>
          strings.literals.has(name) || strings.patterns.some((pattern) => pattern.test(name)),
      ),
  )
  expect(spare).toEqual([])
})
