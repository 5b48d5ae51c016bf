import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ports } from '../../electron/app/ports.ts'
import { newId } from '../../model/document/identifier.ts'
import { fail } from '../../model/errors/result.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { testPrinter } from '../fixtures/printer.ts'
import { change, NEW, OLD, written } from '../fixtures/published.ts'

let paper: Awaited<ReturnType<typeof testPrinter>>
beforeAll(async () => {
  paper = await testPrinter()
})
afterAll(() => paper.close())

/** A printer that says in which languages it printed, and does not get to the end of one of them. */
function counted() {
  const printed: string[] = []
  let refused: string | undefined
  const printer: Ports['printer'] = {
    async print(html, signal) {
      const locale = /<html lang="([^"]+)"/.exec(html)![1]!
      if (locale === refused) return fail('PRINT_FAILED', { why: 'no paper' })
      printed.push(locale)
      return paper.printer.print(html, signal)
    },
  }
  return {
    printer,
    refuse: (locale: string | undefined) => (refused = locale),
    /** The languages since it was asked last, each once. */
    take: () => [...new Set(printed.splice(0))],
  }
}

/** What lies beside the library of a release that was not finished. */
const kept = (library: string): string[] => {
  const folder = `${library}-unfinished`
  return existsSync(folder)
    ? readdirSync(folder).flatMap((name) => readdirSync(join(folder, name)))
    : []
}

test('what was ready when a release failed is taken up by the next, and made anew where its text is another', async () => {
  const { printer, refuse, take } = counted()
  const one = await written(printer)
  const release = (count: number) => readdirSync(one.folder).includes(`release-${count}`)
  refuse('nl')
  expect(await one.publish()).toMatchObject({ ok: false, error: { code: 'PRINT_FAILED' } })
  expect(readdirSync(one.folder)).toEqual([])
  expect(take()).toEqual(['en'])
  expect(await one.publish()).toMatchObject({ ok: false })
  expect(take()).toEqual([])
  // The Dutch says something else now; the English does not.
  await one.translate(one.paragraph, OLD.en, `${OLD.nl} Gelukkig.`)
  refuse(undefined)
  valueOf((await one.publish()) as never)
  expect(take()).toEqual(['nl'])
  expect(release(3)).toBe(true)
  const file = (count: number) =>
    readFileSync(join(one.folder, `release-${count}`, 'a-night.en.pdf')).toString('base64')
  // Nothing is kept of a release that is out: the next one is made from the beginning, and is the same.
  valueOf((await one.publish()) as never)
  expect(take()).toEqual(['en', 'nl'])
  expect(file(4) === file(3)).toBe(true)
})

test('what was ready when a release was stopped is taken up, and nothing of it is published before', async () => {
  const { printer, take } = counted()
  const one = await written(printer)
  const job = newId()
  const stop = one.core.on('job.progress', ({ job: of, step }) => {
    // The English page and its PDF are done when the Dutch PDF is waited for.
    if (of === job && step === 'nl pdf') void one.core.call('job.cancel', { job }, 'cli')
  })
  expect(await one.publish({}, { job })).toEqual(fail('CANCELLED'))
  stop()
  expect(readdirSync(one.folder)).toEqual([])
  take()
  valueOf((await one.publish()) as never)
  expect(take()).not.toContain('en')
  // A text that was changed is never taken for the one that was ready.
  await one.save([change(one)])
  await one.translate(one.paragraph, NEW.en, NEW.nl)
  const [difference] = await one.changes()
  valueOf((await one.publish({ [difference!.key]: 'typographic' })) as never)
  expect(take()).toEqual(['en', 'nl'])
})

test('what a disk damaged is made anew, and what nobody came back for is gone at the next opening', async () => {
  const { printer, refuse, take } = counted()
  const file = join(testFolder(), 'library.afterword')
  const one = await written(printer, file)
  refuse('nl')
  await one.publish()
  expect(take()).toEqual(['en'])
  const folder = join(`${file}-unfinished`, one.id)
  expect(kept(file).length).toBeGreaterThan(1)
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name))
    bytes[bytes.length - 1]! ^= 1
    writeFileSync(join(folder, name), bytes)
  }
  await one.publish()
  expect(take()).toEqual(['en'])
  await one.core.close()
  mkdirSync(join(`${file}-unfinished`, newId()))
  const now = new Date('2024-03-05T09:00:00Z')
  utimesSync(folder, now, now)
  const again = await openTestCore(file, { printer, clock: () => now })
  expect(readdirSync(`${file}-unfinished`)).toEqual([one.id])
  await again.close()
  await openTestCore(file, { printer, clock: () => new Date('2024-03-13T09:00:00Z') })
  expect(kept(file)).toEqual([])
})
