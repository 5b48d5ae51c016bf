/** Something to choose in the palette. */
export interface Item {
  /** Stays the same from one opening to the next. */
  readonly key: string
  readonly group: 'recent' | 'commands' | 'insert' | 'sections' | 'places'
  readonly text: string
  /** Where it belongs; found by as well. */
  readonly note?: string | undefined
  /** What it is found by as well as by its text. */
  readonly also?: string | undefined
  readonly keys?: string | undefined
  /** The language of `text`, where it is the document's. */
  readonly lang?: string | undefined
  run(): void
}
