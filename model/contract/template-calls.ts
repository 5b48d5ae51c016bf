import * as v from 'valibot'
import { IdentifierSchema } from '../document/identifier.ts'
import { TemplateNameSchema } from '../template/own-template.ts'
import { call } from './call.ts'
import { TemplateSummarySchema } from './template.ts'

const nothing = v.strictObject({})
const template = v.strictObject({ template: IdentifierSchema })

/** Calls about what a postmortem can begin with. */
export const TEMPLATE_CALLS = {
  /** Templates of the person's own. */
  'template.list': call(nothing, v.array(TemplateSummarySchema)),
  /** Keeps the shape of a postmortem, and where `texts` is set its texts, to begin others with. */
  'template.save': call(
    v.strictObject({ id: IdentifierSchema, name: TemplateNameSchema, texts: v.boolean() }),
    template,
  ),
  'template.rename': call(
    v.strictObject({ template: IdentifierSchema, name: TemplateNameSchema }),
    nothing,
  ),
  /** Reversible with `template.restore` until the library is next opened. */
  'template.remove': call(template, nothing),
  'template.restore': call(template, nothing),
} as const
