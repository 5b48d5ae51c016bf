import type { Handlers } from './context.ts'
import { hostHandlers } from './handlers/host.ts'
import { libraryHandlers } from './handlers/library.ts'
import { postmortemHandlers } from './handlers/postmortem.ts'
import { settingsHandlers } from './handlers/settings.ts'

/** Every call of the contract and who answers it. */
export const HANDLERS = {
  ...libraryHandlers,
  ...settingsHandlers,
  ...postmortemHandlers,
  ...hostHandlers,
} as Handlers
