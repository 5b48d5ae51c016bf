import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskAllowed, runOnDisk } from '../fixtures/disk.ts'
import { testFolder } from '../fixtures/library.ts'
import { bundled, runNode } from '../fixtures/processes.ts'

let reader: Awaited<ReturnType<typeof bundled>>
let typist: Awaited<ReturnType<typeof bundled>>
beforeAll(async () => {
  reader = await bundled('read')
  typist = await bundled('type')
})
afterAll(() => {
  reader.remove()
  typist.remove()
})

test.skipIf(!diskAllowed)(
  'a library on a disk that cannot be written is opened to read, with what only its log holds',
  async () => {
    const file = join(testFolder(), 'library.afterword')
    const writer = runNode(typist.file, file)
    await writer.until('saved 3\n')
    writer.child.kill('SIGKILL')
    await writer.ended
    const acknowledged = [...writer.output().matchAll(/saved (\d+)\n/g)].length
    expect(existsSync(`${file}-wal`)).toBe(true)

    const copy = join(testFolder(), 'copy')
    for (const suffix of ['', '-wal']) copyFileSync(file + suffix, copy + suffix)
    const script = `cp "$4" "$1/library" && cp "$4-wal" "$1/library-wal" && mount -o remount,ro "$1" &&
      exec "$2" "$3" "$1/library"`
    const reading = runOnDisk(testFolder(), script, reader.file, copy)
    expect(await reading.ended).toBe(0)
    const seen = JSON.parse(reading.output()) as { revision: number }
    expect(seen).toMatchObject({ readOnly: true, saved: 'LIBRARY_READ_ONLY' })
    expect(seen.revision).toBeGreaterThanOrEqual(acknowledged)
  },
)
