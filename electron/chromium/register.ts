/**
 * `node --import ./electron/chromium/register.ts dist/main/main.cjs`: what the program imports as `electron` is the
 * stand-in.
 */
import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'

const STANDIN = new URL('./electron.ts', import.meta.url).href

// A fifth of the start is compiling. In the checkout and not in the system's temporary folder, where others may write.
enableCompileCache(join(import.meta.dirname, '../../.cache/compile'))

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: STANDIN, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
