import { isEntry, type Block, type ProseBlock } from '../../../model/document/block.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import type { Section } from '../../../model/document/section.ts'

/** Notes are in a section and do not stand in its order: they hang on their references. */
export const standing = (blocks: readonly Block[]): readonly Block[] =>
  blocks.some(({ kind }) => kind === 'footnote')
    ? blocks.filter(({ kind }) => kind !== 'footnote')
    : blocks

/** Where a run of prose stands: in a section, after one of its entries or (null) at its start. */
export interface RunPlace {
  readonly section: string
  readonly after: string | null
}

/** The blocks of a run, and the orders between which it stands. */
export interface RunBlocks {
  readonly blocks: readonly ProseBlock[]
  readonly lower: string | null
  readonly upper: string | null
}

/** The consecutive prose blocks after an entry, or from the start of the section. */
export function runAt(document: Postmortem, { section, after }: RunPlace): RunBlocks {
  const all = standing(document.sections.find(({ id }) => id === section)?.blocks ?? [])
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1
  if (after !== null && start === 0) return { blocks: [], lower: null, upper: null }
  const rest = all.slice(start)
  const end = rest.findIndex(isEntry)
  const blocks = (end === -1 ? rest : rest.slice(0, end)).filter((block) => block.kind === 'prose')
  return {
    blocks,
    lower: all[start - 1]?.order ?? null,
    upper: end === -1 ? null : (rest[end]?.order ?? null),
  }
}

/** What a section shows one under another: runs of prose and entries, by id. */
export type Stretch =
  | { readonly kind: 'run'; readonly after: string | null }
  | { readonly kind: 'entry'; readonly id: string }

/**
 * The stretches of a section. A run is listed where it has blocks, and at the start of a section that has nothing
 * else to type in.
 */
export function stretchesOf(section: Section): Stretch[] {
  const out: Stretch[] = []
  let after: string | null = null
  let open = false
  for (const block of standing(section.blocks)) {
    if (isEntry(block)) {
      out.push({ kind: 'entry', id: block.id })
      after = block.id
      open = false
    } else if (!open) {
      out.push({ kind: 'run', after })
      open = true
    }
  }
  return out.length === 0 ? [{ kind: 'run', after: null }] : out
}
