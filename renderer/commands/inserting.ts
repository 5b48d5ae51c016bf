/** Something to put in at the caret, as the editor offers it. */
export interface Insertion {
  readonly id: string
  readonly text: string
  readonly note?: string | undefined
  readonly lang?: string | undefined
  run(): void
}

let current: (() => readonly Insertion[]) | null = null

/** What the text that is edited offers; null where none is. */
export const inserting = (): (() => readonly Insertion[]) | null => current

/** Lets a text offer things to put in, until the answer is called. */
export function offerInsertions(offer: () => readonly Insertion[]): () => void {
  current = offer
  return () => {
    if (current === offer) current = null
  }
}
