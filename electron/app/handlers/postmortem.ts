import * as v from 'valibot'
import { newId } from '../../../model/document/identifier.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { TEMPLATE_NAMES, type TemplateName } from '../../../model/document/template.ts'
import { ZoneSchema } from '../../../model/document/time.ts'
import { ok, type Result } from '../../../model/errors/result.ts'
import type { CallContext, HandlersOf } from '../context.ts'
import { saveChanges } from '../saving.ts'
import { fromOwnTemplate, template } from '../template.ts'

/** The time zone of this machine, where its author most likely is. */
function hostZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return v.is(ZoneSchema, timeZone) ? timeZone : 'UTC'
}

/** Tells the library screen where `result` is good, and answers it. */
function announced<T>(result: Result<T>, { events }: CallContext): Result<T> {
  if (result.ok) events.emit('library.changed', {})
  return result
}

const isOurs = (name: string): name is TemplateName =>
  (TEMPLATE_NAMES as readonly string[]).includes(name)

/** From one of our templates, or from one of the person's own by its id. */
function begin(
  name: string,
  locale: string,
  title: string,
  { library }: CallContext,
): Result<Postmortem> {
  if (isOurs(name)) return ok(template(name, locale, title))
  const own = library.openTemplate(name)
  return own.ok ? ok(fromOwnTemplate(own.value, locale, title)) : own
}

export const postmortemHandlers: HandlersOf<
  | 'postmortem.create'
  | 'postmortem.open'
  | 'postmortem.duplicate'
  | 'postmortem.delete'
  | 'postmortem.restore'
  | 'postmortem.save'
  | 'postmortem.changes'
> = {
  'postmortem.create': ({ title, locale, template: name = 'blank' }, context) => {
    const begun = begin(name, locale, title, context)
    if (!begun.ok) return begun
    const { metadata } = begun.value
    const document = { ...begun.value, metadata: { ...metadata, zone: hostZone() } }
    const created = announced(context.library.create(document, []), context)
    return created.ok ? ok({ id: document.id }) : created
  },
  'postmortem.open': ({ id }, { library }) => library.open(id),
  /** Everything but the postmortem's own id stays the same: unit ids only have to be unique within one. */
  'postmortem.duplicate': ({ id }, context) => {
    const opened = context.library.open(id)
    if (!opened.ok) return opened
    const document = { ...opened.value.document, id: newId() }
    const created = announced(context.library.create(document, opened.value.translations), context)
    return created.ok ? ok({ id: document.id }) : created
  },
  'postmortem.delete': ({ id }, context) => {
    const removed = announced(context.library.remove(id), context)
    return removed.ok ? ok({}) : removed
  },
  'postmortem.restore': ({ id }, context) => {
    const restored = announced(context.library.restore(id), context)
    return restored.ok ? ok({}) : restored
  },
  'postmortem.save': ({ id, base, changes, session }, context) =>
    saveChanges(context, id, base, changes, session),
  'postmortem.changes': ({ id, since }, { library, recent }) => {
    const known = recent.after(id, since)
    if (known !== null) return ok(known)
    const opened = library.open(id)
    if (!opened.ok) return opened
    const { revision } = opened.value
    return ok({ revision, changes: revision === since ? [] : null })
  },
}
