import { Buffer } from 'node:buffer'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

/** A table of 100,000 words has less than ten megabytes of XML. */
const MOST_INFLATED = 60 * 1024 * 1024
const MOST_ENTRIES = 5000

/** Opens an archive. Names with `..`, backslashes or a root are refused by yauzl, and so are sizes that are not true. */
const open = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }
    fromBuffer(Buffer.from(bytes), options, (error, zip) => (error ? reject(error) : resolve(zip)))
  })

function read(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Uint8Array[] = []
      let size = 0
      stream.on('data', (chunk: Uint8Array) => {
        size += chunk.byteLength
        // What an entry says of its size may be a lie until it has been inflated.
        if (size > MOST_INFLATED) stream.destroy(new Error(`${entry.fileName}: ${String(size)}`))
        else chunks.push(chunk)
      })
      stream.on('error', reject)
      stream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    })
  })
}

/** One file of an archive, or undefined where it has none of that name. Throws what is wrong with the archive. */
export async function fileInArchive(
  bytes: Uint8Array,
  name: string,
): Promise<Uint8Array | undefined> {
  const zip = await open(bytes)
  let seen = 0
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(undefined))
    zip.on('entry', (entry: Entry) => {
      seen++
      if (seen > MOST_ENTRIES) reject(new Error(`> ${String(MOST_ENTRIES)}`))
      else if (entry.fileName !== name) zip.readEntry()
      else if (entry.uncompressedSize > MOST_INFLATED)
        reject(new Error(`${name}: ${String(entry.uncompressedSize)}`))
      else read(zip, entry).then(resolve, reject)
    })
    zip.readEntry()
  })
}
