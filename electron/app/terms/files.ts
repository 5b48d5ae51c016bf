import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { setImmediate as others } from 'node:timers/promises'
import { ok, Refusal, type Result } from '../../../model/errors/result.ts'
import type { Concept } from '../../../model/terms/concept.ts'
import type { TermPart } from '../../../model/terms/draft.ts'
import { merging, type Merging } from '../../../model/terms/merge.ts'
import type { Termbase } from '../../../model/terms/termbase.ts'
import { csvConcept, csvHead } from '../../exchange/terms/csv-write.ts'
import { readTermsCsv } from '../../exchange/terms/csv-read.ts'
import type { Delimiter } from '../../exchange/terms/csv-rows.ts'
import { readTbx } from '../../exchange/terms/tbx-read.ts'
import { TBX_TAIL, tbxConcept, tbxHead } from '../../exchange/terms/tbx-write.ts'
import type { Library } from '../../store/library.ts'
import { writeWhole } from '../file.ts'
import { lookedThrough } from '../library-secrets.ts'
import type { Tell } from '../progress.ts'
import { sizeOfFile, unread } from '../reading.ts'
import { termsLeaving, type TermReaders } from './readers.ts'

const MEGABYTE = 1024 * 1024
const LARGEST = 256 * MEGABYTE
/** Bytes that are read, and concepts that are taken or written, before others go first. */
const PIECE = 32 * 1024
const BATCH = 64

/** By its first sign a file is XML or a table. */
async function* sniffed(path: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<TermPart> {
  const chunks = stream[Symbol.asyncIterator]()
  const first = await chunks.next()
  const bytes = first.done === true ? new Uint8Array() : first.value
  // The mark of the encoding and zeros of UTF-16 stand before it.
  const sign = bytes.find((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf, 0xff, 0xfe].includes(byte))
  async function* all(): AsyncGenerator<Uint8Array> {
    yield bytes
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next())
      yield next.value
  }
  yield* sign === 0x3c ? readTbx(path, all()) : readTermsCsv(path, all())
}

/**
 * Merges what a file says into a copy of the termbase; nothing is changed by it. Errors: those of the file, FILE_NOT_TEXT, XML_INVALID,
 * TBX_INVALID, CSV_UNCLOSED, CSV_NO_TERMS, CANCELLED.
 */
export async function readTerms(
  path: string,
  { concepts }: Termbase,
  signal: AbortSignal,
  tell: Tell,
): Promise<Result<Merging>> {
  const size = await sizeOfFile(path, LARGEST)
  if (!size.ok) return size
  const merged = merging(concepts.values())
  try {
    const stream = createReadStream(path, { highWaterMark: PIECE, signal })
    for await (const { concepts: drafts, refused } of sniffed(path, stream)) {
      merged.refuse(refused)
      for (let at = 0; at < drafts.length; at += BATCH) {
        for (const draft of drafts.slice(at, at + BATCH)) merged.take(draft)
        await others()
        if (signal.aborted) throw new Refusal('CANCELLED')
      }
      tell(stream.bytesRead, size.value)
    }
    return ok(merged)
  } catch (error) {
    return unread(error, path, signal)
  }
}

export type TermFormat =
  { readonly name: 'tbx' } | { readonly name: 'csv'; readonly delimiter: Delimiter }

async function* textOf(
  concepts: readonly Concept[],
  format: TermFormat,
  version: string,
  signal: AbortSignal,
  tell: Tell,
): AsyncGenerator<string> {
  yield format.name === 'tbx' ? tbxHead(version) : csvHead(format.delimiter)
  const write = (concept: Concept): string =>
    format.name === 'tbx' ? tbxConcept(concept) : csvConcept(concept, format.delimiter)
  for (let at = 0; at < concepts.length; at += BATCH) {
    yield concepts
      .slice(at, at + BATCH)
      .map(write)
      .join('')
    tell(at, concepts.length)
    await others()
    if (signal.aborted) throw new Refusal('CANCELLED')
  }
  if (format.name === 'tbx') yield TBX_TAIL
}

/**
 * Writes concepts by their ids, whole or not at all: all of them for those inside, for others what `termsLeaving` lets them have. How
 * many, and what those are called that stayed. Errors: FILE_UNWRITABLE, CANCELLED, LEAK_FOUND, and of the library.
 */
export async function writeTerms(
  path: string,
  format: TermFormat,
  all: Iterable<Concept>,
  { readers, library, version }: { readers: TermReaders; library: Library; version: string },
  signal: AbortSignal,
  tell: Tell,
): Promise<Result<{ concepts: number; left: readonly string[] }>> {
  const sorted = [...all].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  try {
    const leaving =
      readers.audience === 'internal' ? null : await termsLeaving(sorted, readers, library)
    const { concepts, left } = leaving ?? { concepts: sorted, left: [] }
    const text = textOf(concepts, format, version, signal, tell)
    const safe = leaving === null ? text : lookedThrough(basename(path), text, leaving.secrets)
    const written = await writeWhole(path, safe)
    return written.ok ? ok({ concepts: concepts.length, left }) : written
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.failure }
    throw error
  }
}
