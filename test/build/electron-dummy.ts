import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { FuseV1Options } from '@electron/fuses'

/** Where Electron keeps its fuses in the binary: a sentinel, the version of the wire, its length, a character each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = Object.values(FuseV1Options).filter((value) => typeof value === 'number').length

/**
 * What the packager takes for Electron on Linux, where Electron's own binary cannot be had: a file with the fuse wire,
 * and the files around it that the packager touches. Nothing of it can run.
 */
export async function makeElectronDummy(folder: string, version: string): Promise<void> {
  const app = join(folder, 'default')
  mkdirSync(app, { recursive: true })
  writeFileSync(join(app, 'package.json'), '{"main":"main.js"}')
  writeFileSync(join(app, 'main.js'), '')
  mkdirSync(join(folder, 'dist/resources'), { recursive: true })
  mkdirSync(join(folder, 'dist/locales'))
  for (const locale of ['en-US', 'nl', 'xx'])
    writeFileSync(join(folder, 'dist/locales', `${locale}.pak`), locale)
  await createPackage(app, join(folder, 'dist/resources/default_app.asar'))
  writeFileSync(join(folder, 'dist/version'), version)
  const wire = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([1, FUSES]),
    Buffer.from('0'.repeat(FUSES)),
  ])
  const padding = Buffer.alloc(4096, '.')
  writeFileSync(join(folder, 'dist/electron'), Buffer.concat([padding, wire, padding]), {
    mode: 0o755,
  })
}
