import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { iconFont } from './icon-font.ts'
import { ROOT } from './root.ts'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'

/** The parts of the program, each one bundle under `dist/`. */
export const BUNDLES = ['main', 'preload', 'print', 'memory', 'cli', 'renderer'] as const
export type Bundle = (typeof BUNDLES)[number]

/** What stays a package at run time: native code and WebAssembly. All other packages are devDependencies and bundled. */
const packages = Object.keys(
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object })
    .dependencies,
)

/** The licences of all packages that are compiled in, as they ask for. */
const LICENSES = { fileName: 'licenses.md' }

/** One file (and its lazy chunks) for Node: main, preload and print as CommonJS, which Electron's sandboxed preload demands. */
function node(name: Exclude<Bundle, 'renderer'>, entry: string): InlineConfig {
  const format = name === 'cli' ? 'es' : 'cjs'
  const extension = name === 'cli' ? 'mjs' : 'cjs'
  return {
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { target: 'node', noExternal: true, external: packages },
    build: {
      ssr: join(ROOT, entry),
      outDir: join(ROOT, 'dist', name),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: true,
      license: LICENSES,
      rolldownOptions: {
        external: ['electron', ...packages, ...builtinModules, /^node:/],
        output: {
          format,
          entryFileNames: `${name}.${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  }
}

/** The window's page. The browsers it must run in: Electron's own, and an installed Chromium of the last two years. */
const page: InlineConfig = {
  root: join(ROOT, 'renderer'),
  base: '/',
  configFile: false,
  logLevel: 'warn',
  plugins: [react(), iconFont],
  build: {
    outDir: join(ROOT, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    license: LICENSES,
    // The page's policy allows no data: fonts, and the window loads from the disk: nothing is won by inlining.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4096,
    reportCompressedSize: false,
  },
}

const CONFIGS: Readonly<Record<Bundle, InlineConfig>> = {
  main: node('main', 'electron/shell/main.ts'),
  preload: node('preload', 'electron/shell/preload.ts'),
  print: node('print', 'electron/shell/print.ts'),
  memory: node('memory', 'electron/app/memory/thread.ts'),
  cli: node('cli', 'electron/cli/main.ts'),
  renderer: page,
}

/** Writes `dist/<name>/`. Rejects with the bundler's message. */
export async function bundle(name: Bundle): Promise<void> {
  await build(CONFIGS[name])
}
