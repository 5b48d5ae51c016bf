/** `npm run package [-- option…]`: builds, and makes the installers for the system at hand; options go to electron-builder. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './root.ts'

const run = (...args: string[]) =>
  spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1

const built = run(join(ROOT, 'build/build.ts'))
process.exitCode =
  built === 0
    ? run(
        join(ROOT, 'node_modules/electron-builder/cli.js'),
        '--config=build/electron-builder.config.cjs',
        '--publish=never',
        ...process.argv.slice(2),
      )
    : built
