import { builtinModules } from 'node:module'
import { expect, test } from 'vitest'
import { CODE, importsOf, read } from './sources.ts'

/** Who may import whom, as ARCHITECTURE.md says it. The most specific folder counts; each may import itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  locales: ['model'],
  'electron/store': ['model'],
  'electron/publish': ['model', 'locales'],
  'electron/exchange': ['model', 'locales'],
  'electron/network': ['model'],
  'electron/app': [
    'electron/store',
    'electron/publish',
    'electron/exchange',
    'electron/network',
    'model',
    'locales',
  ],
  'electron/shell': ['electron/app', 'model', 'locales'],
  'electron/cli': ['electron/app', 'model', 'locales'],
  'electron/chromium': [],
  renderer: ['model', 'locales'],
  build: ['electron/chromium', 'electron/publish'],
}
const folders = Object.keys(MAY).toSorted((a, b) => b.length - a.length)
const folderOf = (path: string) => folders.find((folder) => path.startsWith(`${folder}/`))

/** Packages that compute and nothing else: they touch no disk, network, page or process. */
const PURE = [
  'valibot',
  'uuid',
  'fractional-indexing',
  'temporal-polyfill',
  '@noble/hashes',
  '@formatjs/intl-localematcher',
  'mdast-util-from-markdown',
  'mdast-util-to-markdown',
  'mdast-util-gfm',
  'micromark-extension-gfm',
  'mdast',
  'diff',
]
const packageOf = (specifier: string) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier
const isPackage = (path: string) => folderOf(path) === undefined && !/\.(json|css|svg)$/.test(path)
const isNode = (path: string) => path.startsWith('node:') || builtinModules.includes(path)

const every = CODE.flatMap((file) => importsOf(file).map((one) => ({ file, ...one })))
const show = ({ file, target }: { file: string; target: string }) => `${file} -> ${target}`

test('the rules see the whole program', () => {
  expect(CODE.length).toBeGreaterThan(50)
  expect(CODE.filter((file) => folderOf(file) === undefined)).toEqual([])
})

test('a folder imports only the folders that it may', () => {
  const wrong = every.filter(({ file, target }) => {
    const from = folderOf(file)!
    const to = folderOf(target)
    return to !== undefined && to !== from && !MAY[from]!.includes(to)
  })
  expect(wrong.map(show)).toEqual([])
})

test('model and locales import pure packages alone', () => {
  const wrong = every.filter(
    ({ file, target }) =>
      /^(model|locales)\//.test(file) && isPackage(target) && !PURE.includes(packageOf(target)),
  )
  expect(wrong.map(show)).toEqual([])
})

test('the page uses nothing of Node and nothing of Electron', () => {
  const wrong = every.filter(
    ({ file, target }) =>
      file.startsWith('renderer/') &&
      (isNode(target) || ['electron', 'better-sqlite3'].includes(packageOf(target))),
  )
  expect(wrong.map(show)).toEqual([])
})

test('only the shell imports electron, and the stand-in nothing but its types', () => {
  const wrong = every.filter(
    ({ file, target, erased }) =>
      target === 'electron' &&
      !file.startsWith('electron/shell/') &&
      !(file.startsWith('electron/chromium/') && erased),
  )
  expect(wrong.map(show)).toEqual([])
})

test('only the store imports SQLite', () => {
  const wrong = every.filter(
    ({ file, target }) =>
      packageOf(target) === 'better-sqlite3' && !file.startsWith('electron/store/'),
  )
  expect(wrong.map(show)).toEqual([])
})

/** Modules of Node that reach other computers. A socket of this computer (`node:net`) is in three places, each by a name. */
const OUTWARD = /^(?:node:)?(?:https?|http2|tls|dgram|dns)(?:\/|$)|^undici/
const LOCAL_SOCKETS = [
  'electron/chromium/instance.ts',
  'electron/cli/print/worker.ts',
  'electron/shell/print.ts',
]

test('only the door of electron/network leads to the network, and only the core goes through it', () => {
  const wrong = every.filter(({ file, target }) => {
    if (/^(?:node:)?net$/.test(target)) return !LOCAL_SOCKETS.includes(file)
    if (target === 'electron/network/door.ts') return file !== 'electron/network/ask.ts'
    return OUTWARD.test(target) && file !== 'electron/network/door.ts'
  })
  expect(wrong.map(show)).toEqual([])
})

test('nobody reaches the network by a global of the platform', () => {
  const names = /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport)\s*\(/
  const found = CODE.filter((file) => /^(electron|renderer|model|locales)\//.test(file)).filter(
    (file) => names.test(read(file)),
  )
  // The worker reads word lists that are files of the bundle.
  expect(found).toEqual(['renderer/spelling/worker.ts'])
})

test('no file imports itself by way of others', () => {
  const graph = new Map(
    CODE.map((file) => [
      file,
      importsOf(file)
        .filter(({ erased }) => !erased)
        .map(({ target }) => target),
    ]),
  )
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      return
    }
    state.set(file, 'open')
    for (const target of graph.get(file) ?? [])
      if (graph.has(target)) visit(target, [...path, file])
    state.set(file, 'done')
  }
  for (const file of CODE) visit(file, [])
  expect(cycles).toEqual([])
})

test('parts of the model depend on each other in one direction', () => {
  const part = (path: string) => /^model\/([^/]+)\//.exec(path)?.[1]
  const edges = new Set(
    every.flatMap(({ file, target }) => {
      const [from, to] = [part(file), part(target)]
      return from !== undefined && to !== undefined && from !== to ? [`${from} -> ${to}`] : []
    }),
  )
  const mutual = [...edges].filter((edge) =>
    edges.has(edge.split(' -> ').toReversed().join(' -> ')),
  )
  expect(mutual).toEqual([])
})
