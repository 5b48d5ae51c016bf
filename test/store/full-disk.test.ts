import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskAllowed, runOnDisk } from '../fixtures/disk.ts'
import { testFolder } from '../fixtures/library.ts'
import { bundled } from '../fixtures/processes.ts'

let filler: Awaited<ReturnType<typeof bundled>>
beforeAll(async () => {
  filler = await bundled('fill')
})
afterAll(() => filler.remove())

test.skipIf(!diskAllowed)(
  'a full disk refuses the save, keeps what was saved, and takes saves again when there is room',
  async () => {
    const script = 'exec "$2" "$3" "$1/library.afterword"'
    const filling = runOnDisk(testFolder(), script, filler.file)
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
