/**
 * `node --import ./electron/chromium/register.ts dist/main/main.cjs`: what the program imports as `electron` is the
 * stand-in.
 */
import { registerHooks } from 'node:module'

const STANDIN = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: STANDIN, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
