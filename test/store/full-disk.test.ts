import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testFolder } from '../fixtures/library.ts'
import { bundled, run } from '../fixtures/processes.ts'

// A file system of 3 MB in a mount namespace of the process's own: it goes when the process does. As root, or as
// anybody where the system gives users namespaces.
const NAMESPACES = [['--mount'], ['--user', '--map-root-user', '--mount']]
const mounting = (folder: string): string => `mount -t tmpfs -o size=3m tmpfs ${folder}`
const namespace = NAMESPACES.find(
  (flags) =>
    process.platform === 'linux' &&
    spawnSync('unshare', [...flags, 'sh', '-c', mounting('/tmp')]).status === 0,
)
if (!namespace)
  console.warn('SKIPPED: this system lets nobody mount a small disk, so a full one was not tried.')

let filler: Awaited<ReturnType<typeof bundled>>
beforeAll(async () => {
  filler = await bundled('fill')
})
afterAll(() => filler.remove())

test.skipIf(!namespace)(
  'a full disk refuses the save, keeps what was saved, and takes saves again when there is room',
  async () => {
    const folder = testFolder()
    const program = `${mounting('"$1"')} && exec "$2" "$3" "$1/library.afterword"`
    const filling = run('unshare', [
      ...namespace!,
      'sh',
      '-c',
      program,
      'sh',
      folder,
      process.execPath,
      filler.file,
    ])
    expect(await filling.ended).toBe(0)
    const seen = JSON.parse(filling.output()) as Record<string, unknown>
    const acknowledged = seen['acknowledged'] as number
    expect(acknowledged).toBeGreaterThan(5)
    expect(seen).toEqual({
      refusal: 'DISK_FULL',
      again: ['DISK_FULL', 'DISK_FULL', 'DISK_FULL'],
      acknowledged,
      whileFull: { title: `Revision ${acknowledged}`, revision: acknowledged, facts: acknowledged },
      after: ['saved', 'saved', 'saved', 'saved', 'saved'],
      revision: acknowledged + 5,
      reopened: {
        title: `Revision ${acknowledged + 5}`,
        revision: acknowledged + 5,
        facts: acknowledged + 5,
      },
    })
  },
)
