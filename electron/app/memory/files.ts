import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { setImmediate as others } from 'node:timers/promises'
import type { MemoryReport } from '../../../model/contract/memory.ts'
import { ok, Refusal, type Result } from '../../../model/errors/result.ts'
import { pairOf } from '../../../model/memory/pair.ts'
import { readTmx } from '../../exchange/tmx/read.ts'
import { TAIL, writeHead, writeUnit } from '../../exchange/tmx/write.ts'
import type { Memory } from '../../store/memory.ts'
import type { Keep } from './readers.ts'
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
  keep: Keep,
  count: { written: number },
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
    count.written += kept.length
    yield kept.map(writeUnit).join('')
    tell(after, last.value)
    await others()
    if (signal.aborted) throw new Refusal('CANCELLED')
  }
  yield TAIL
}

/**
 * Writes the memory, or that of one pair of languages, as TMX 1.4b: whole or not at all. How many units that were. Errors:
 * FILE_UNWRITABLE, CANCELLED, LEAK_FOUND from `keep`, and of the library.
 */
export async function exportTmx(
  path: string,
  sides: { from: string; to: string } | null,
  memory: Memory,
  version: string,
  keep: Keep,
  signal: AbortSignal,
  tell: Tell,
): Promise<Result<number>> {
  const count = { written: 0 }
  const pair = sides && pairOf(sides.from, sides.to)
  try {
    const written = await writeWhole(path, tmxOf(memory, pair, version, keep, count, signal, tell))
    return written.ok ? ok(count.written) : written
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.failure }
    throw error
  }
}
