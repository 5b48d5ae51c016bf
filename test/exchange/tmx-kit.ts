/**
 * The TMX Compliance Kit of LISA against our reader: `node test/exchange/tmx-kit.ts FOLDER`, where FOLDER is the kit, as
 * github.com/omegat-org/omegat has it among its test data. None of its files are ours, so none are here. Each memory must be
 * read, and where a text lies beside it in two languages, each line must be found with its translation. Prints a line for
 * each memory, and ends with 1 where one is missing.
 */
import { createReadStream, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodingOf } from '../../electron/exchange/xml/decode.ts'
import { readTmx } from '../../electron/exchange/tmx/read.ts'
import { plainText } from '../../model/document/text.ts'
import type { Entry } from '../../model/memory/entry.ts'
import { Refusal } from '../../model/errors/result.ts'

const [folder = ''] = process.argv.slice(2)
const names = readdirSync(folder)

async function entriesOf(name: string): Promise<{ entries: Entry[]; skipped: number }> {
  const entries: Entry[] = []
  let skipped = 0
  const bytes = createReadStream(join(folder, name), { highWaterMark: 7 })
  for await (const part of readTmx(name, bytes, new Date(0).toISOString())) {
    entries.push(...part.entries)
    skipped += part.skipped
  }
  return { entries, skipped }
}

function linesOf(name: string): string[] {
  const bytes = readFileSync(join(folder, name))
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  return text.split(/\r?\n/).filter((line) => line.trim() !== '')
}

/** Each line of the text beside a memory with its translation, by the language that its file is named after. */
function wantedOf(name: string): { locale: string; source: string; target: string }[] {
  const stem = name.replace(/\.tmx$/, '')
  return names.flatMap((other) => {
    const locale = other.startsWith(`${stem}_`) && /_([a-z]{2}-[a-z]{2})\.txt$/.exec(other)?.[1]
    if (!locale) return []
    const [sources, targets] = [linesOf(`${stem}.txt`), linesOf(other)]
    return sources.map((source, at) => ({ locale, source, target: targets[at] ?? '' }))
  })
}

let [wrong, lines] = [0, 0]
const memories = names.filter((name) => name.endsWith('.tmx')).toSorted()
for (const name of memories) {
  try {
    const { entries, skipped } = await entriesOf(name)
    const wanted = wantedOf(name)
    const missing = wanted.filter(
      ({ locale, source, target }) =>
        !entries.some(
          (entry) =>
            entry.targetLocale.toLowerCase() === locale &&
            plainText(entry.source) === source &&
            plainText(entry.target) === target,
        ),
    )
    lines += wanted.length
    if (missing.length > 0 || entries.length === 0) wrong++
    process.stdout.write(
      `${name}\t${String(entries.length)} entries, ${String(skipped)} skipped, ` +
        `${String(wanted.length - missing.length)} of ${String(wanted.length)} lines\n`,
    )
    for (const one of missing) process.stdout.write(`! ${JSON.stringify(one)}\n`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    wrong++
    process.stdout.write(`! ${name}\t${JSON.stringify(error.failure)}\n`)
  }
}
process.stdout.write(
  `${String(memories.length - wrong)} of ${String(memories.length)} memories, ${String(lines)} lines looked for\n`,
)
process.exitCode = memories.length > 0 && wrong === 0 ? 0 : 1
