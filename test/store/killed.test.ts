import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainText } from '../../model/document/text.ts'
import { openTestLibrary, testFolder, valueOf } from '../fixtures/library.ts'
import { bundled, runNode } from '../fixtures/processes.ts'

const KILLS = 20
let typist: Awaited<ReturnType<typeof bundled>>

beforeAll(async () => {
  typist = await bundled('type')
})
afterAll(() => typist.remove())

const textOf = (document: ReturnType<typeof read>['document'], id: string): string => {
  const block = document.sections.flatMap(({ blocks }) => blocks).find((one) => one.id === id)
  return block?.kind === 'prose' && block.node.type === 'paragraph'
    ? plainText(block.node.children)
    : ''
}

function read(file: string) {
  const library = openTestLibrary(file)
  try {
    const [listed] = valueOf(library.list())
    return valueOf(library.open(listed!.id))
  } finally {
    library.close()
  }
}

test(`a process that is killed ${KILLS} times while it saves loses nothing that it called saved`, async () => {
  const file = join(testFolder(), 'library.afterword')
  let acknowledged = 0
  let saves = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const writer = runNode(typist.file, file)
    await writer.until('saved')
    await wait(Math.random() * 120)
    writer.child.kill('SIGKILL')
    await writer.ended
    const said = [...writer.output().matchAll(/saved (\d+)\n/g)].map((match) => Number(match[1]))
    saves += said.length
    acknowledged = Math.max(acknowledged, ...said)
    const { document, revision } = read(file)
    // One more may have been committed just before its word got out, never one less.
    expect([acknowledged, acknowledged + 1]).toContain(revision)
    const expected = `Revision ${revision} of the account, word after word after word.`
    expect(textOf(document, 'latest')).toBe(expected)
    expect(textOf(document, `p${revision % 40}`)).toBe(expected)
    acknowledged = revision
  }
  expect(saves).toBeGreaterThan(KILLS)
})
