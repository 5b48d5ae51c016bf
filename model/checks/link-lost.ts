import type { Block } from '../document/block.ts'
import { textsOf } from '../document/says.ts'
import { isEntry } from '../document/block.ts'
import type { Problem } from './problem.ts'
import { excerpt, type Subject } from './subject.ts'

const pointers = (block: Block): readonly (readonly [field: string, id: string])[] => {
  if (block.kind === 'lesson') return (block.links ?? []).map((id) => ['links', id])
  return block.kind === 'finding' && block.supersedes ? [['supersedes', block.supersedes]] : []
}

/** Warnings: an entry that points to another which is not there. Readers do not see the link. */
export function linkLost({ document }: Subject): Problem[] {
  const there = new Set(document.sections.flatMap(({ blocks }) => blocks.map(({ id }) => id)))
  return document.sections.flatMap((section) =>
    section.blocks.filter(isEntry).flatMap((entry) =>
      pointers(entry)
        .filter(([, id]) => !there.has(id))
        .map(([field]): Problem => ({
          rule: 'link-lost',
          severity: 'warning',
          locale: null,
          unit: null,
          place: { section: section.id, block: entry.id, field },
          params: { text: excerpt(textsOf(entry)[0]?.content ?? []) },
        })),
    ),
  )
}
