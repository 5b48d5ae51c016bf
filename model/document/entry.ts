import * as v from 'valibot'
import { IdentifierSchema } from './identifier.ts'
import { AssetIdSchema, SideSchema } from '../image/image.ts'
import { MOST } from './limits.ts'
import { UnitTextSchema } from './text.ts'
import { DateSchema, TimeValueSchema } from './time.ts'

/** Internal remarks of the authors. Not units, not translated, never published to anyone but `internal`. */
const Remark = v.pipe(v.string(), v.maxLength(20_000))

export const OUTCOMES = ['happened', 'did-not-happen', 'attempted', 'unknown'] as const
export const CONFIDENCES = ['confirmed', 'assessed', 'potential'] as const
export const COMMITMENTS = ['planned', 'started', 'done'] as const
export const HORIZONS = ['immediate', 'short-term', 'long-term'] as const
/** Whose doing an event is, in the order in which a timeline draws them. */
export const LANES = ['attacker', 'detection', 'response', 'disclosure'] as const
export type Lane = (typeof LANES)[number]

// Attributes that nobody has stated yet are null: an import must not claim that an action is planned.
export const FindingFields = {
  statement: UnitTextSchema,
  outcome: v.nullable(v.picklist(OUTCOMES)),
  confidence: v.nullable(v.picklist(CONFIDENCES)),
  evidence: Remark,
  /** What was said before, in words. */
  replaces: Remark,
  /** The earlier finding that this one replaces. For the authors, as `replaces` is. */
  supersedes: v.optional(v.nullable(IdentifierSchema)),
}
export const LessonFields = {
  text: UnitTextSchema,
  /** The findings and actions that it comes from and leads to, by the ids of their blocks, in the order of choosing. */
  links: v.optional(v.pipe(v.array(IdentifierSchema), v.maxLength(MOST.links))),
}
export const ActionFields = {
  text: UnitTextSchema,
  workstream: v.nullable(IdentifierSchema),
  commitment: v.nullable(v.picklist(COMMITMENTS)),
  horizon: v.nullable(v.picklist(HORIZONS)),
  due: v.nullable(DateSchema),
  owner: Remark,
  ticket: Remark,
}
export const EventFields = {
  text: UnitTextSchema,
  when: v.nullable(TimeValueSchema),
  /** Of a period: its end is not certain. Of a date or a moment: it went on from there, nobody knows until when. */
  endUncertain: v.optional(v.boolean()),
  /** Where it stands in the picture of the timeline. */
  lane: v.optional(v.nullable(v.picklist(LANES))),
}
/** Both values are facts, by id: potential reach beside confirmed reach. */
export const MeasureFields = {
  label: UnitTextSchema,
  potential: v.nullable(IdentifierSchema),
  confirmed: v.nullable(IdentifierSchema),
}
export const QuestionFields = { question: UnitTextSchema, answer: UnitTextSchema }

/**
 * An image of the library, by the hash of its bytes, and its size in pixels, so that a page knows its place before it
 * is there. `alt` says what it shows to whoever does not see it; a `decorative` image says nothing and has none.
 */
export const FigureFields = {
  asset: AssetIdSchema,
  width: SideSchema,
  height: SideSchema,
  alt: UnitTextSchema,
  caption: UnitTextSchema,
  decorative: v.optional(v.boolean()),
}

/** A note: its id is what references name. It stands in the section that referred to it first, and is shown by number. */
export const FootnoteFields = { text: UnitTextSchema }

/** The fields of each entry that are units, in reading order. */
export const UNIT_FIELDS = {
  finding: ['statement'],
  lesson: ['text'],
  action: ['text'],
  event: ['text'],
  measure: ['label'],
  question: ['question', 'answer'],
  figure: ['alt', 'caption'],
  footnote: ['text'],
} as const

/** The entries that can begin with nothing in them; a figure begins with its image and a note with its reference. */
export const ENTRY_KINDS = ['finding', 'lesson', 'action', 'event', 'measure', 'question'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]
