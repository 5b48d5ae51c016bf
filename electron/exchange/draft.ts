import type { Flow } from '../../model/document/prose.ts'
import type { Content } from '../../model/document/text.ts'

/** A picture that lies beside the file. */
export interface DraftPicture {
  readonly address: string
  readonly alt: Content
  readonly caption: Content
}

/** A block as a reader found it. `internal`: the file kept it out of sight (a comment), and so does the document. */
export interface DraftBlock {
  readonly node: Flow
  /** The pictures that it is, where it is nothing else; `node` says the same in words. */
  readonly pictures?: readonly DraftPicture[]
  readonly internal: boolean
}

/** What stands under one heading. The heading is empty for what comes before the first one. */
export interface DraftSection {
  readonly heading: Content
  readonly blocks: readonly DraftBlock[]
}

/** A note, by the id that references in the texts name. */
export interface DraftNote {
  readonly id: string
  readonly content: Content
}

/** What every reader of a format makes of a file: its outline in reading order, before anything is recognised in it. */
export interface Draft {
  readonly title: Content
  readonly sections: readonly DraftSection[]
  readonly notes?: readonly DraftNote[]
}
