import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openLibrary, type Library, type StoredPostmortem } from '../../electron/store/library.ts'
import { brokenSeal } from '../../electron/store/seal.ts'
import { blankPostmortem, blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import { change } from '../fixtures/changes.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'

const START = Date.parse('2024-03-01T09:00:00Z')
const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A library whose time stands still until a test moves it. */
function timed(file = join(testFolder(), 'library.afterword'), author = 'mira') {
  const time = { now: START }
  const open = (who = author): Library =>
    valueOf(openLibrary(file, { clock: () => new Date(time.now), author: who }))
  return { file, time, open }
}

const title = (value: string): Change => ({ type: 'title.put', content: [{ type: 'text', value }] })
const section = blankSection('prose', 'a0', 'Background')
const block = paragraphBlock('a0', 'As it was')

function created(library: Library): string {
  const document = {
    ...blankPostmortem('en', 'First'),
    sections: [{ ...section, blocks: [block] }],
  }
  valueOf(library.create(document, []))
  return document.id
}

function save(library: Library, id: string, ...changes: Change[]): void {
  valueOf(library.save(id, valueOf(library.open(id)).revision, changes))
}

const numbers = (library: Library, id: string): number[] =>
  valueOf(library.versions(id)).map(({ number }) => number)
const titleOf = (library: Library, id: string, version: number): unknown =>
  valueOf(library.openVersion(id, version)).document.title.content
const same = ({ document, translations }: StoredPostmortem): unknown => ({
  document: { ...document, facts: document.facts.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
  translations: translations.toSorted((a, b) =>
    `${a.locale} ${a.unit}` < `${b.locale} ${b.unit}` ? -1 : 1,
  ),
})

test('typing without a pause is one version, and a pause, a new opening, another person or a name begins the next', () => {
  const { time, open } = timed()
  let library = open()
  const id = created(library)
  save(library, id, title('Second'))
  time.now += MINUTE
  save(library, id, title('Third'))
  expect(numbers(library, id)).toEqual([2, 1])
  time.now += 6 * MINUTE
  save(library, id, title('After a pause'))
  expect(numbers(library, id)).toEqual([3, 2, 1])
  expect(titleOf(library, id, 1)).toEqual([{ type: 'text', value: 'First' }])
  expect(titleOf(library, id, 2)).toEqual([{ type: 'text', value: 'Third' }])
  library.close()
  library = open()
  save(library, id, title('Opened again'))
  expect(numbers(library, id)).toEqual([4, 3, 2, 1])
  valueOf(library.nameVersion(id, 4, 'Sent to the board'))
  save(library, id, title('After the board'))
  expect(numbers(library, id)).toEqual([5, 4, 3, 2, 1])
  library.close()
  library = open('noor')
  save(library, id, title('By another hand'))
  const listed = valueOf(library.versions(id)).map(({ author, name, changed }) => [
    author,
    name,
    changed,
  ])
  expect(listed).toEqual([
    ['noor', null, 1],
    ['mira', null, 1],
    ['mira', 'Sent to the board', 1],
    ['mira', null, 1],
    ['mira', null, 1],
    ['mira', null, 0],
  ])
  library.close()
})

test('work without a pause still has a version at least every ten minutes', () => {
  const { time, open } = timed()
  const library = open()
  const id = created(library)
  for (let minute = 0; minute < 60; minute++) {
    time.now += MINUTE
    save(library, id, title(`Minute ${minute}`))
  }
  expect(numbers(library, id).length).toBeGreaterThanOrEqual(6)
  expect(numbers(library, id).length).toBeLessThanOrEqual(8)
  library.close()
})

test('every version opens as it stood, whatever was changed after it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.array(change, { minLength: 1, maxLength: 4 })), {
        minLength: 2,
        maxLength: 12,
      }),
      (saves) => {
        const { file, time, open } = timed()
        const library = open()
        const id = created(library)
        const stood = new Map<number, unknown>()
        for (const [pause, changes] of saves) {
          const { revision } = valueOf(library.open(id))
          time.now += pause ? 6 * MINUTE : 1000
          const before = valueOf(library.open(id))
          const last = numbers(library, id)[0]!
          // A save that does not fit is refused whole, and leaves no version either.
          const saved = library.save(id, revision, changes)
          if (!saved.ok) expect(numbers(library, id)[0]).toBe(last)
          else if (numbers(library, id)[0] !== last) stood.set(last, same(before))
        }
        for (const [number, state] of stood)
          expect(same(valueOf(library.openVersion(id, number)))).toEqual(state)
        const now = numbers(library, id)[0]!
        expect(same(valueOf(library.openVersion(id, now)))).toEqual(same(valueOf(library.open(id))))
        library.close()
        const connection = new Database(file)
        expect(brokenSeal(connection)).toBeUndefined()
        connection.close()
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

test('a removed section comes back with its blocks in the version before', () => {
  const { open } = timed()
  const library = open()
  const id = created(library)
  save(library, id, { type: 'section.remove', section: section.id })
  expect(valueOf(library.open(id)).document.sections).toEqual([])
  expect(valueOf(library.openVersion(id, 1)).document.sections).toEqual([
    { ...section, blocks: [block] },
  ])
  library.close()
})

test('versions grow fewer with age, and those with a name, the first and the last ones stay', () => {
  const { file, time, open } = timed()
  const library = open()
  const id = created(library)
  const stood = new Map<number, unknown>()
  // Two hundred days, three mornings of work a week, four versions each.
  for (let day = 0; day < 200; day += 2)
    for (let quarter = 0; quarter < 4; quarter++) {
      time.now = START + day * DAY + quarter * 15 * MINUTE
      save(library, id, title(`Day ${day}, quarter ${quarter}`))
      const { number } = valueOf(library.versions(id))[0]!
      stood.set(number, titleOf(library, id, number))
      if (day === 20 && quarter === 1) valueOf(library.nameVersion(id, number, 'First draft'))
    }
  const kept = valueOf(library.versions(id))
  expect(kept.length).toBeLessThan(100)
  expect(kept.at(-1)!.number).toBe(1)
  expect(kept.filter(({ name }) => name !== null)).toHaveLength(1)
  const ages = kept.slice(1, -1).filter(({ at }) => time.now - Date.parse(at) > 91 * DAY)
  const weeks = ages
    .filter(({ name }) => name === null)
    .map(({ at }) => Math.floor(Date.parse(at) / (7 * DAY)))
  expect(new Set(weeks).size).toBe(weeks.length)
  // What was kept is still what it was: the rows of those that went were handed on.
  for (const { number } of kept.slice(0, -1))
    expect(titleOf(library, id, number)).toEqual(stood.get(number))
  library.close()
  const connection = new Database(file)
  expect(brokenSeal(connection)).toBeUndefined()
  connection.close()
})

test('a damaged row of the past is named where its version is opened, and keeps nobody from saving', () => {
  const { file, time, open } = timed()
  let library = open()
  const id = created(library)
  save(library, id, title('Second'))
  library.close()
  const connection = new Database(file)
  connection.prepare("UPDATE past SET json = replace(json, 'First', 'Fiist')").run()
  expect(brokenSeal(connection)).toBe(`past ${id}`)
  connection.close()
  library = open()
  const opened = library.openVersion(id, 1)
  expect(!opened.ok && opened.error).toEqual({
    code: 'LIBRARY_DAMAGED',
    params: { file, row: `past head ${id} 1` },
  })
  time.now += 400 * DAY
  save(library, id, title('Third'))
  expect(titleOf(library, id, 2)).toEqual([{ type: 'text', value: 'Second' }])
  library.close()
})

test('a version that is not there is refused, and a library that takes no changes names none', () => {
  const { file, open } = timed()
  const library = open()
  const id = created(library)
  const unknown = library.openVersion(id, 9)
  expect(!unknown.ok && unknown.error).toEqual({ code: 'VERSION_UNKNOWN', params: { version: 9 } })
  const unnamed = library.nameVersion(id, 9, 'Nine')
  expect(!unnamed.ok && unnamed.error.code).toBe('VERSION_UNKNOWN')
  library.close()
  const reading = valueOf(openLibrary(file, { clock: () => new Date(START), readOnly: true }))
  const named = reading.nameVersion(id, 1, 'One')
  expect(!named.ok && named.error.code).toBe('LIBRARY_READ_ONLY')
  expect(valueOf(reading.versions(id))).toHaveLength(1)
  reading.close()
})

test('eight hours of typing cost the history less than the text that was typed, times ten', () => {
  const { file, time, open } = timed()
  const library = open()
  const document = blankPostmortem('en', 'A long day')
  const blocks = Array.from({ length: 60 }, (_, at) =>
    paragraphBlock(
      `a${String(at).padStart(3, '0')}x`,
      'Somebody wrote this paragraph the day before. '.repeat(8),
    ),
  )
  valueOf(library.create({ ...document, sections: [{ ...section, blocks }] }, []))
  let revision = 0
  let typed = 0
  const texts = blocks.map(() => 'Somebody wrote this paragraph the day before. '.repeat(8))
  // A save every five seconds for eight hours, 25 characters each; the writer stays at a paragraph for four minutes and
  // rests for a quarter of an hour every two hours.
  for (let second = 0; second < 8 * 3600; second += 5) {
    time.now += second % 7200 === 7195 ? 15 * MINUTE : 5000
    const at = (Math.floor(second / 240) * 7) % blocks.length
    texts[at] = `${texts[at]!.slice(0, 900)} five words in 5 seconds.`
    typed += 25
    const text = { ...paragraphBlock(blocks[at]!.order, texts[at]), id: blocks[at]!.id }
    const changed = {
      ...text,
      node: { ...('node' in text ? text.node : {}), data: { id: text.id } },
    }
    const put = { type: 'block.put', section: section.id, block: changed } as Change
    revision = valueOf(library.save(document.id, revision, [put])).revision
  }
  const versions = valueOf(library.versions(document.id)).length
  library.close()
  const connection = new Database(file)
  const bytes = connection
    .prepare('SELECT sum(length(json) + length(id) + length(hash) + 60) FROM past')
    .pluck()
    .get() as number
  connection.close()
  console.log(
    `eight hours: ${typed} characters, ${revision} saves, ${versions} versions, ${bytes} bytes of history`,
  )
  expect(versions).toBeGreaterThan(40)
  expect(bytes).toBeLessThan(typed * 10)
}, 300_000)
