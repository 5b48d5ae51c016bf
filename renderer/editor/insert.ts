import type { EntryKind } from '../../model/document/entry.ts'
import type { SectionKind } from '../../model/document/section.ts'

/** What a screen lets a person put in beside text. A screen of translations has none of it. */
export interface Inserts {
  /** Puts an entry after the block (in its place, where it is empty) and goes there. */
  entry(kind: EntryKind, block: string): void
  /** Lets a person choose images and puts them after the block. */
  image(block: string): void
  /** Puts a section after the one that the block is in and goes there. */
  section(kind: SectionKind, block: string): void
}
