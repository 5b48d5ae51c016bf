import { languageData } from '../../locales/language-data.ts'
import { ok, type Result } from '../../model/errors/result.ts'
import { openLibrary } from '../store/library.ts'
import { createDispatch } from './dispatch.ts'
import { createEvents } from './events.ts'
import { HANDLERS } from './handlers.ts'
import { restoreSample } from './handlers/sample.ts'
import { createJobs } from './jobs.ts'
import { logFile, openLog } from './log.ts'
import type { Core, CoreOptions } from './ports.ts'
import { createSearcher } from './memory/searcher.ts'
import { createServices } from './service/services.ts'
import { createRecent } from './recent.ts'
import { createTermTools } from './terms/termbase.ts'
import { forgetUnfinished } from './unfinished.ts'

/** Abbreviations of a language, after which no sentence ends. */
const abbreviations = (locale: string): readonly string[] =>
  languageData(locale)?.abbreviations ?? []

/**
 * The app without a window: the library and every call on it. Errors: what opening a library can refuse, as
 * LIBRARY_IN_USE, LIBRARY_NEWER (`readOnly` opens it all the same), LIBRARY_DAMAGED, LIBRARY_UNREADABLE,
 * BACKUP_FAILED, DISK_FULL.
 */
export async function openCore(options: CoreOptions): Promise<Result<Core>> {
  const { file, ports, seedSample, readOnly = false } = options
  const opened = openLibrary(file, {
    clock: ports.clock,
    author: ports.user,
    abbreviations,
    readOnly,
  })
  if (!opened.ok) return opened
  const library = opened.value
  if (seedSample && library.fresh) {
    const seeded = restoreSample(library)
    if (!seeded.ok) {
      library.close()
      return seeded
    }
  }
  if (!readOnly) await forgetUnfinished(library, ports.clock())
  const log = openLog(logFile(file), ports.clock)
  const events = createEvents((error) => log.error('', 'event', error))
  const jobs = createJobs()
  const recent = createRecent()
  const searcher = createSearcher(library.memory)
  const memory = { memory: library.memory, searcher, abbreviations }
  const terms = createTermTools(library.terms)
  const written = new Set<string>()
  const services = createServices(library, ports.secrets)
  const context = {
    ...{ library, ports, events, jobs, log, recent },
    ...{ memory, terms, services, written },
  }
  const dispatch = createDispatch(HANDLERS, context)
  return ok({
    call: (method, input, caller) => dispatch(method, input, caller) as never,
    on: (event, listener) => events.on(event, listener),
    async close() {
      await jobs.close()
      await searcher.close()
      library.close()
    },
  })
}
