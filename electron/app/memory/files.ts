import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { setImmediate as others } from 'node:timers/promises'
import type { Audience } from '../../../model/document/audience.ts'
import type { MemoryReport } from '../../../model/contract/memory.ts'
import { ok, Refusal, type Result } from '../../../model/errors/result.ts'
import { pairOf } from '../../../model/memory/pair.ts'
import { readTmx } from '../../exchange/tmx/read.ts'
import { TAIL, writeHead, writeUnit } from '../../exchange/tmx/write.ts'
import type { Library } from '../../store/library.ts'
import type { Memory } from '../../store/memory.ts'
import { lookedThrough } from '../library-secrets.ts'
import { leavingFor, type Leaving } from './readers.ts'
import { writeWhole } from '../file.ts'
import type { Tell } from '../progress.ts'
import { sizeOfFile, unread } from '../reading.ts'

const MEGABYTE = 1024 * 1024
/** The largest file that is taken; a million units have about half of that. */
const LARGEST = 2048 * MEGABYTE
/** Bytes that are read, and entries that are written, before others go first. */
const PIECE = 16 * 1024
const BATCH = 32

/** Adds what a file says, piece by piece. Throws what reading and the library refuse. */
async function takeAll(
  path: string,
  file: string,
  size: number,
  memory: Memory,
  now: string,
  signal: AbortSignal,
  tell: Tell,
): Promise<MemoryReport> {
  const report = { added: 0, known: 0, skipped: 0 }
  const stream = createReadStream(path, { highWaterMark: PIECE, signal })
  for await (const { entries, skipped } of readTmx(path, stream, now)) {
    report.skipped += skipped
    for (let at = 0; at < entries.length; at += BATCH) {
      const added = memory.add(file, entries.slice(at, at + BATCH))
      if (!added.ok) throw new Refusal(added.error.code, added.error.params)
      report.added += added.value.added
      report.known += added.value.known
      await others()
      if (signal.aborted) throw new Refusal('CANCELLED')
    }
    tell(stream.bytesRead, size)
  }
  return report
}

/** Takes all that came with a file out of the memory, a piece at a time. */
export async function forget(file: string, memory: Memory): Promise<Result<boolean>> {
  let dropped = memory.drop(file, BATCH)
  while (dropped.ok && !dropped.value) {
    await others()
    dropped = memory.drop(file, BATCH)
  }
  return dropped
}

/**
 * Takes the units of a TMX file into the memory: all of them, or none where it cannot be read to its end or somebody
 * stops it. Errors: those of the file, FILE_NOT_TEXT, XML_INVALID, TMX_INVALID, CANCELLED, and of the library.
 */
export async function importTmx(
  path: string,
  memory: Memory,
  now: string,
  signal: AbortSignal,
  tell: Tell,
): Promise<Result<MemoryReport>> {
  const size = await sizeOfFile(path, LARGEST)
  if (!size.ok) return size
  const begun = memory.begin(basename(path))
  if (!begun.ok) return begun
  try {
    const report = await takeAll(path, begun.value, size.value, memory, now, signal, tell)
    const finished = memory.finish(begun.value)
    return finished.ok ? ok(report) : finished
  } catch (error) {
    await forget(begun.value, memory)
    return unread(error, path, signal)
  }
}

/** Entries that are read before others go first. */
const SPAN = 64

async function* tmxOf(
  memory: Memory,
  pair: string | null,
  version: string,
  keep: Leaving['keep'],
  count: { units: number; left: number },
  signal: AbortSignal,
  tell: Tell,
): AsyncGenerator<string> {
  const last = memory.last()
  if (!last.ok) throw new Refusal(last.error.code, last.error.params)
  yield writeHead(version)
  for (let after = 0; after < last.value; after += SPAN) {
    const entries = memory.entries(pair, { after, to: Math.min(last.value, after + SPAN) })
    if (!entries.ok) throw new Refusal(entries.error.code, entries.error.params)
    const kept = entries.value.flatMap((entry) => keep(entry) ?? [])
    count.units += kept.length
    count.left += entries.value.length - kept.length
    yield kept.map(writeUnit).join('')
    tell(after, last.value)
    await others()
    if (signal.aborted) throw new Refusal('CANCELLED')
  }
  yield TAIL
}

/**
 * Writes the memory, or that of one pair of languages, as TMX 1.4b: whole or not at all. Those inside get all of it, with who confirmed it;
 * others what `leavingFor` lets them have. How many units that were, and how many stayed. Errors: FILE_UNWRITABLE, CANCELLED,
 * LEAK_FOUND, and of the library.
 */
export async function exportTmx(
  path: string,
  { sides, audience }: { sides: { from: string; to: string } | null; audience: Audience },
  library: Library,
  version: string,
  signal: AbortSignal,
  tell: Tell,
): Promise<Result<{ units: number; left: number }>> {
  const count = { units: 0, left: 0 }
  const pair = sides && pairOf(sides.from, sides.to)
  const textOf = (keep: Leaving['keep']): AsyncGenerator<string> =>
    tmxOf(library.memory, pair, version, keep, count, signal, tell)
  try {
    const leaving = audience === 'internal' ? null : await leavingFor(audience, library)
    const text =
      leaving === null
        ? textOf((entry) => entry)
        : lookedThrough(basename(path), textOf(leaving.keep), leaving.secrets)
    const written = await writeWhole(path, text)
    return written.ok ? ok(count) : written
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.failure }
    throw error
  }
}
