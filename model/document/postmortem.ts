import * as v from 'valibot'
import { AnswerSchema } from './answer.ts'
import { FactSchema } from './fact.ts'
import { IdentifierSchema } from './identifier.ts'
import { MOST } from './limits.ts'
import { LocaleSchema } from './locale.ts'
import { OrderSchema } from './order.ts'
import { SectionSchema } from './section.ts'
import { SiteSchema } from './site.ts'
import { TEMPLATE_NAMES } from './template.ts'
import { UnitTextSchema } from './text.ts'
import { DateSchema, ZoneSchema } from './time.ts'

const Line = v.pipe(v.string(), v.maxLength(MOST.line))

/** What stands once for all locales. An empty string or null is "not stated". */
export const MetadataSchema = v.strictObject({
  organisation: Line,
  reference: Line,
  authors: v.pipe(v.array(Line), v.maxLength(MOST.authors)),
  contact: Line,
  /** The name that published files begin with: lower case ASCII letters, digits and hyphens. */
  slug: v.pipe(v.string(), v.regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/), v.maxLength(80)),
  /** The folder of the website that its pages will stand in, for what must name them absolutely. */
  site: v.optional(SiteSchema),
  incidentOn: v.nullable(DateSchema),
  publishedOn: v.nullable(DateSchema),
  updatedOn: v.nullable(DateSchema),
  /** The one zone that the times of events are shown in. Not stated: each in the zone that it was typed in. */
  zone: v.optional(ZoneSchema),
  /** How its pages look, by the id of a theme; not stated: as the library has it. */
  theme: v.optional(IdentifierSchema),
  /** What it began with: the authors' guidance hangs on it. No reader's build has it. */
  template: v.optional(v.picklist(TEMPLATE_NAMES)),
  /** At most one to a question. No reader's build has them. */
  answers: v.optional(v.pipe(v.array(AnswerSchema), v.maxLength(100))),
})
export type Metadata = v.InferOutput<typeof MetadataSchema>

/** A group of actions, named once; actions refer to it. */
export const WorkstreamSchema = v.strictObject({
  id: IdentifierSchema,
  order: OrderSchema,
  name: UnitTextSchema,
})
export type Workstream = v.InferOutput<typeof WorkstreamSchema>

/** The version of the document's shape. A library with older ones raises them by a migration. */
export const DOCUMENT_VERSION = 1

/** The document. Sections, blocks, workstreams and facts are in their order; structure stands in the source only. */
export const PostmortemSchema = v.strictObject({
  version: v.literal(DOCUMENT_VERSION),
  id: IdentifierSchema,
  sourceLocale: LocaleSchema,
  /** The other locales, in the order in which they were added. */
  locales: v.pipe(v.array(LocaleSchema), v.maxLength(MOST.locales)),
  title: UnitTextSchema,
  metadata: MetadataSchema,
  workstreams: v.pipe(v.array(WorkstreamSchema), v.maxLength(MOST.workstreams)),
  sections: v.pipe(v.array(SectionSchema), v.maxLength(MOST.sections)),
  facts: v.pipe(v.array(FactSchema), v.maxLength(MOST.facts)),
})
export type Postmortem = v.InferOutput<typeof PostmortemSchema>
