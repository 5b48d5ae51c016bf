import type { Buffer } from 'node:buffer'

/** From the lightest to the heaviest that a variable font has. */
export type Weights = readonly [least: number, most: number]

/** How heavy a variable font can be, by its axis `wght` (OpenType 1.9, "fvar"); undefined where it has none. */
export function weightsOf(table: Buffer | undefined): Weights | undefined {
  if (table === undefined) return undefined
  const from = table.readUInt16BE(4)
  const size = table.readUInt16BE(10)
  for (let axis = 0; axis < table.readUInt16BE(8); axis++) {
    const at = from + size * axis
    if (table.toString('latin1', at, at + 4) !== 'wght') continue
    return [table.readInt32BE(at + 4) / 65_536, table.readInt32BE(at + 12) / 65_536]
  }
  return undefined
}
