/**
 * `npm run build [part…]`: bundles the program into `dist/`. Without parts it builds all of them, copies the fonts and the
 * patterns that divide words, links the command and leaves a stamp, by which `npm start` knows that nothing is stale.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { BUNDLES, bundle, type Bundle } from './bundle.ts'
import { linkCommand } from './link.ts'
import { ROOT } from './root.ts'
import { fingerprint, stamp } from './stamp.ts'

const named = process.argv.slice(2)
const unknown = named.filter((name) => !BUNDLES.includes(name as Bundle))
if (unknown.length > 0) {
  process.stderr.write(`No such part: ${unknown.join(', ')}. Parts: ${BUNDLES.join(', ')}\n`)
  process.exit(2)
}

const started = performance.now()
const before = fingerprint()
const parts = named.length > 0 ? (named as Bundle[]) : BUNDLES
const failed: string[] = []

// One after the other on purpose: the bundler is parallel inside, and messages stay with their part.
for (const part of parts) {
  try {
    await bundle(part)
    process.stderr.write(`built ${part}\n`)
  } catch (error) {
    failed.push(part)
    process.stderr.write(`${part}: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

if (named.length === 0) {
  linkCommand()
  for (const part of ['fonts', 'hyphenation']) {
    const script = join(ROOT, `build/${part}.ts`)
    if (spawnSync(process.execPath, [script], { stdio: 'inherit' }).status !== 0) failed.push(part)
  }
  if (failed.length === 0) stamp(before)
}

const seconds = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
process.stderr.write(
  failed.length > 0
    ? `Not built: ${failed.join(', ')}\n`
    : `Built in ${seconds.format((performance.now() - started) / 1000)} s\n`,
)
process.exit(failed.length > 0 ? 1 : 0)
