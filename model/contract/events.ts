import * as v from 'valibot'
import { CheckSettingsSchema } from '../checks/translation/settings.ts'
import { MENU_COMMANDS } from '../commands/commands.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { SettingsSchema } from './settings.ts'

/** What the core tells the window without being asked. */
export const EVENTS = {
  /** A postmortem has a new revision. `session` made it; null: nobody who listens. */
  'postmortem.changed': v.strictObject({
    id: IdentifierSchema,
    revision: v.number(),
    session: v.nullable(IdentifierSchema),
  }),
  'library.changed': v.strictObject({}),
  /** The termbase is another one. */
  'terms.changed': v.strictObject({}),
  /** Pages may look otherwise: a theme, which of them holds, or the library's own words. */
  'themes.changed': v.strictObject({}),
  'settings.changed': SettingsSchema,
  /** The library weighs the rules for translations otherwise. */
  'check.configured': CheckSettingsSchema,
  /** `done` of `total` steps; `step` is a locale and a format or empty. */
  'job.progress': v.strictObject({
    job: IdentifierSchema,
    done: v.number(),
    total: v.number(),
    step: v.string(),
  }),
  'menu.command': v.strictObject({ command: v.picklist(MENU_COMMANDS) }),
  /** Save everything now and answer with `window.flushed`: the app is about to close. */
  flush: v.strictObject({}),
} as const

export type Events = typeof EVENTS
export type EventName = keyof Events
export type EventPayload<E extends EventName> = v.InferOutput<Events[E]>
