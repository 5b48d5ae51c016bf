/** The tools at a selection. */
export interface BubbleState {
  /** What they stand at; null: they are not there. */
  readonly range: Range | null
}
