/**
 * The most of each kind that a document holds. The schemas refuse what is more; whoever lets a person add something asks
 * `overfull` before (room.ts), so that nothing is ever made that could not be saved.
 */
export const MOST = {
  sections: 1000,
  workstreams: 1000,
  facts: 20_000,
  locales: 200,
  authors: 50,
  /** In one section. */
  blocks: 50_000,
  /** Of one lesson, to findings and actions. */
  links: 100,
  /** Of one list; also the paragraphs of a quotation and the rows of a table. */
  items: 5000,
  columns: 200,
  /** The pieces of one text, one inside another counted by themselves. */
  nodes: 10_000,
  /** UTF-16 code units without another mark between them. */
  characters: 100_000,
  code: 1_000_000,
  /** UTF-16 code units of what stands on a line of its own: a name, a reference. */
  line: 500,
} as const
