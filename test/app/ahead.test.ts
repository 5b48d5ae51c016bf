import { setImmediate as later } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ahead } from '../../electron/app/ahead.ts'

/** Something that says when it begins and ends, and ends when it is told to. */
function work() {
  const log: string[] = []
  const ends = new Map<string, () => void>()
  const make = async (name: string): Promise<string> => {
    log.push(`begin ${name}`)
    await new Promise<void>((resolve) => ends.set(name, resolve))
    log.push(`end ${name}`)
    return name.toUpperCase()
  }
  return { log, make, end: (name: string) => ends.get(name)!() }
}

test('gives all in their order, and has only so many begun and not taken', async () => {
  const { log, make, end } = work()
  const taken: string[] = []
  const all = (async () => {
    for await (const [item, made] of ahead(['a', 'b', 'c', 'd'], 2, make)) {
      taken.push(await made)
      log.push(`take ${item}`)
    }
  })()
  await later()
  expect(log).toEqual(['begin a', 'begin b'])
  end('b')
  await later()
  expect(taken).toEqual([])
  end('a')
  await later()
  expect(log.slice(2)).toEqual(['end b', 'end a', 'take a', 'begin c', 'take b', 'begin d'])
  end('d')
  end('c')
  await all
  expect(taken).toEqual(['A', 'B', 'C', 'D'])
})

test('waits for what is begun where it is stopped early, and begins no more', async () => {
  const { log, make, end } = work()
  const failing = async (name: string): Promise<string> => {
    const made = await make(name)
    throw new Error(made)
  }
  const all = (async () => {
    for await (const [, made] of ahead(['a', 'b', 'c'], 2, failing)) await made
  })()
  all.catch(() => {})
  await later()
  end('a')
  await later()
  expect(log).toEqual(['begin a', 'begin b', 'end a'])
  end('b')
  await expect(all).rejects.toThrow('A')
  expect(log.slice(3)).toEqual(['end b'])
})
