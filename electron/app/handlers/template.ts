import type { TemplateSummary } from '../../../model/contract/template.ts'
import { TEMPLATE_NAMES } from '../../../model/document/template.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { templateOf } from '../../../model/template/own-template.ts'
import type { StoredTemplate } from '../../store/templates.ts'
import type { CallContext, HandlersOf } from '../context.ts'

const summaryOf = ({ id, name, template }: StoredTemplate): TemplateSummary => ({
  id,
  name,
  locale: template?.locale ?? 'und',
  sections: template?.sections.length ?? 0,
  texts: template?.sections.some(({ blocks }) => blocks.length > 0) ?? false,
  ...(template ? {} : { damaged: true }),
})

/** The command line names a template by one word: ours keep theirs. */
const isOurs = (name: string): boolean =>
  TEMPLATE_NAMES.some((ours) => ours.toLowerCase() === name.toLowerCase())

function answered(result: Result<void>, { events }: CallContext): Result<object> {
  if (!result.ok) return result
  events.emit('library.changed', {})
  return ok({})
}

export const templateHandlers: HandlersOf<
  'template.list' | 'template.save' | 'template.rename' | 'template.remove' | 'template.restore'
> = {
  'template.list': (_, { library }) => {
    const listed = library.templates()
    return listed.ok ? ok(listed.value.map(summaryOf)) : listed
  },
  'template.save': ({ id, name, texts }, { library, events }) => {
    if (isOurs(name)) return fail('TEMPLATE_NAME_TAKEN', { name })
    const opened = library.open(id)
    if (!opened.ok) return opened
    const saved = library.addTemplate(name, templateOf(opened.value.document, { texts }))
    if (!saved.ok) return saved
    events.emit('library.changed', {})
    return ok({ template: saved.value })
  },
  'template.rename': ({ template, name }, context) =>
    isOurs(name)
      ? fail('TEMPLATE_NAME_TAKEN', { name })
      : answered(context.library.renameTemplate(template, name), context),
  'template.remove': ({ template }, context) =>
    answered(context.library.removeTemplate(template), context),
  'template.restore': ({ template }, context) =>
    answered(context.library.restoreTemplate(template), context),
}
