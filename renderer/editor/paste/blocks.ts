import { $getEditor } from 'lexical'
import * as v from 'valibot'
import { BlockSchema, type Block } from '../../../model/document/block.ts'
import { newId } from '../../../model/document/identifier.ts'
import type { Flow } from '../../../model/document/prose.ts'
import { FACT_FORMS } from '../../../model/document/text.ts'
import { mapBlock, unitsOfBlock } from '../../../model/units/unit.ts'
import { renamedBlock } from '../../../model/units/rename.ts'
import { known, ReadingsSchema, type Piece, type Readings } from './own.ts'
import { pasteHostOf } from './source.ts'

/** Whole blocks on the clipboard, entries too, in the form of the document. */
export const BLOCKS_TYPE = 'application/x-afterword-blocks'

const PayloadSchema = v.object({
  namespace: v.literal('afterword'),
  postmortem: v.string(),
  blocks: v.pipe(v.array(BlockSchema), v.maxLength(10_000)),
  readings: ReadingsSchema,
})

/** Blocks that were copied: out of which postmortem, and how its facts read there. */
export interface CopiedBlocks {
  readonly postmortem: string
  readonly blocks: readonly Block[]
  readonly readings: Readings
}

/** The copied blocks for the clipboard. `read` says how a fact reads; undefined: there is no such fact. */
export function writeBlocks(
  postmortem: string,
  blocks: readonly Block[],
  read: (fact: string, form: (typeof FACT_FORMS)[number]) => string | undefined,
): string {
  const text = JSON.stringify(blocks)
  const named = new Set([...text.matchAll(/"fact":"([^"]+)"/g)].map(([, id]) => id!))
  const readings: Readings = {}
  for (const fact of named) {
    readings[fact] = Object.fromEntries(
      FACT_FORMS.flatMap((form) => {
        const reading = read(fact, form)
        return reading === undefined ? [] : [[form, reading]]
      }),
    )
  }
  return JSON.stringify({ namespace: 'afterword', postmortem, blocks, readings })
}

/** Blocks from the clipboard, or undefined where it is none of ours: anybody can write under our name. */
export function readBlocks(data: string): CopiedBlocks | undefined {
  try {
    const payload = v.safeParse(PayloadSchema, JSON.parse(data))
    if (!payload.success) return undefined
    const { postmortem, readings } = payload.output
    // A note comes with its reference and not by itself.
    const blocks = payload.output.blocks.filter(({ kind }) => kind !== 'footnote')
    return blocks.length === 0 ? undefined : { postmortem, blocks, readings }
  } catch {
    return undefined
  }
}

/** What a text has a place for: the texts of blocks, each still for those who may see it. */
export function $blockPieces(data: string): Piece[] | undefined {
  const copied = readBlocks(data)
  const host = pasteHostOf($getEditor())
  if (copied === undefined || host === undefined) return undefined
  const { document } = host.session.store.getState().state
  const facts = new Set(document.facts.map(({ id }) => id))
  const notes = copied.postmortem === host.session.id
  return copied.blocks.flatMap((block): Piece[] => {
    const units = [...unitsOfBlock('', block)]
    const renamed = renamedBlock(block, new Map(units.map(({ id }) => [id, newId()])))
    const said = mapBlock(renamed, (_, content) => known(content, facts, copied.readings, notes))
    const { audience } = said
    if (said.kind === 'prose') return [{ audience, node: said.node }]
    return [...unitsOfBlock('', said)].map(({ id, content }): Piece => {
      const node: Flow = { type: 'paragraph', data: { id }, children: content }
      return { audience, node }
    })
  })
}
