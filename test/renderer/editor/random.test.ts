import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyAll, inverseAll, type DocumentState } from '../../../model/document/state.ts'
import { changesTo } from '../../../model/history/changes.ts'
import { changesBack } from '../../../model/history/restore.ts'
import { plainFlow } from './flows.ts'
import { bench, type Bench } from './random-bench.ts'
import { changesOf } from './random-document.ts'
import {
  broughtBack,
  inOrder,
  keptFrom,
  noIdTwice,
  notesThere,
  shownIsStored,
  stable,
} from './random-laws.ts'
import { $do, pick, step, type Clipboard, type Step } from './random.ts'

/** All that a state says, so that two can be held against each other. */
const written = ({ document, translations }: DocumentState): string => {
  const units = [...(translations.get('nl') ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([document, units])
}

interface Past {
  readonly clipboard: Clipboard
  /** What the document was after each step, for bringing back. */
  readonly versions: DocumentState[]
  /** Every state that there was, also between the keys of one step. */
  readonly seen: Set<string>
}

/** Takes a step and says what holds of this kind of step. */
function take(one: Step, work: Bench, { clipboard, versions, seen }: Past): void {
  const { session, editor, home, now } = work
  const before = now()
  switch (one.kind) {
    case 'undo':
    case 'redo':
      session[one.kind]()
      // Not back to before there was anything to work on.
      if (!now().document.sections.some(({ id }) => id === home)) session.redo()
      expect(seen, `${one.kind} leads to where one was`).toContain(written(now()))
      return
    case 'restore': {
      const version = versions[one.at % versions.length]!
      const blocks = version.document.sections.flatMap(({ blocks }) => blocks)
      const block = pick(
        blocks.filter(({ kind }) => kind !== 'footnote'),
        one.to,
      )
      const part =
        one.to % 5 === 0
          ? version.document.sections.find(({ id }) => id !== home)
          : block && { id: block.id }
      if (part === undefined) return
      const isBlock = part.id === block?.id
      session.apply(
        changesBack(before, version, { part: isBlock ? 'block' : 'section', id: part.id }),
      )
      if (isBlock) broughtBack(before, version, now(), part.id)
      return
    }
    case 'whole': {
      const version = versions[one.at % versions.length]!
      session.apply(changesTo(before, version))
      expect(written(now())).toBe(written(version))
      return
    }
    default: {
      const changes = changesOf(one, before, home)
      if (changes.length > 0) session.apply(changes)
      else editor.update(() => $do(one, clipboard, session.id), { discrete: true })
      stable(before, now())
      // Those two are what a person says of it.
      if (one.kind !== 'audience' && one.kind !== 'passage') keptFrom(before, now())
    }
  }
}

async function run(work: Bench, steps: readonly Step[]): Promise<void> {
  const { session, now } = work
  const past: Past = { clipboard: { data: null }, versions: [now()], seen: new Set() }
  past.seen.add(written(now()))
  const stop = session.store.subscribe(({ state }) => past.seen.add(written(state)))
  for (const one of steps) {
    const before = now()
    const { serial } = session.store.getState().lastChanged
    take(one, work, past)
    for (const defect of work.defects.splice(0)) throw defect
    const after = now()
    noIdTwice(after)
    inOrder(after)
    notesThere(after)
    shownIsStored(work)
    const last = session.store.getState().lastChanged
    if (last.serial === serial + 1) {
      expect(applyAll(after, inverseAll(before, last.changes))).toEqual(before)
      expect(applyAll(before, last.changes)).toEqual(after)
    }
    past.versions.push(after)
  }
  stop()
  const end = now()
  await session.flush()
  expect(session.store.getState().save.kind).toBe('saved')
  expect(await work.stored()).toEqual(end.document)
}

test('whatever is done to a document, its texts keep their ids and translations, and every step can be taken back', async () => {
  const runs = Number(process.env['AFTERWORD_RANDOM_RUNS'] ?? 80)
  let taken = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(plainFlow, { minLength: 1, maxLength: 5 }),
      fc.array(step, { minLength: 10, maxLength: 40 }),
      async (flows, steps) => {
        const work = await bench(flows)
        try {
          await run(work, steps)
          taken += steps.length
        } finally {
          work.stop()
        }
      },
    ),
    {
      numRuns: runs,
    },
  )
  expect(taken).toBeGreaterThanOrEqual(runs * 10)
})
