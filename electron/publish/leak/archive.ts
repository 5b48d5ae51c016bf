import { Buffer } from 'node:buffer'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { inside, Unreadable, type Piece, type Unpack } from './piece.ts'

/** Of all files of an archive together; a release holds a few megabytes. */
const MOST_INFLATED = 512 * 1024 * 1024

const open = promisify<Buffer, { lazyEntries: boolean; autoClose: boolean }, ZipFile>(fromBuffer)

const entriesOf = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.readEntry()
  })

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  return buffer(stream)
}

/** The files of an archive with their names, and what stands between them. */
export async function* archivePieces(
  bytes: Uint8Array,
  where: string,
  depth: number,
  unpack: Unpack,
): AsyncGenerator<Piece, void, undefined> {
  const refuse = (error: unknown): never => {
    throw new Unreadable(where, String(error))
  }
  yield { kind: 'noise', where, bytes }
  const zip = await open(Buffer.from(bytes), { lazyEntries: true, autoClose: false }).catch(refuse)
  const entries = await entriesOf(zip).catch(refuse)
  const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (size > MOST_INFLATED) throw new Unreadable(where, `${String(size)} bytes`)
  yield {
    kind: 'text',
    where,
    text: `${zip.comment}\n${entries.map(({ fileName, fileComment }) => `${fileName}\n${fileComment}`).join('\n')}`,
  }
  for (const entry of entries) {
    const content = await contentOf(zip, entry).catch(refuse)
    yield* unpack(content, inside(where, entry.fileName), depth + 1)
  }
}
