import { Buffer } from 'node:buffer'

/** Names of a family and of a style in it: those of many styles first, then those that know four (OpenType 1.9, "name"). */
const FAMILY = [16, 1]
const STYLE = [17, 2]
const LONGEST = 100

interface Name {
  readonly id: number
  /** In English for Windows or for anybody, which most fonts have. */
  readonly isFirst: boolean
  readonly text: string
}

function namesIn(table: Buffer): Name[] {
  const from = table.readUInt16BE(4)
  return Array.from({ length: table.readUInt16BE(2) }, (_, index): Name => {
    const at = 6 + 12 * index
    const [platform, , language, id, length, offset] = Array.from({ length: 6 }, (__, part) =>
      table.readUInt16BE(at + 2 * part),
    ) as [number, number, number, number, number, number]
    const bytes = table.subarray(from + offset, from + offset + length)
    const wide = platform !== 1 && bytes.length % 2 === 0
    const text = wide ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('latin1')
    return { id, isFirst: platform === 3 && language === 0x409, text }
  })
}

const clean = (text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim()

/** What a font calls itself. Empty where it does not say, or not in a way that can be read. */
export function namesOf(table: Buffer | undefined): {
  readonly family: string
  readonly style: string
} {
  if (table === undefined) return { family: '', style: '' }
  let names: Name[]
  try {
    names = namesIn(table)
  } catch {
    return { family: '', style: '' }
  }
  const called = (ids: readonly number[]): string => {
    for (const id of ids) {
      const found = names.filter((name) => name.id === id)
      const text = clean((found.find(({ isFirst }) => isFirst) ?? found[0])?.text ?? '')
      if (text !== '') return text
    }
    return ''
  }
  return { family: called(FAMILY), style: called(STYLE) }
}
