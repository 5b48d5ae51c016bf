import { handleScheme, registerScheme } from './scheme.ts'
import { known, strict } from './strict.ts'
import type { Protocol } from './surface.ts'

/** Privileges that `https:` has by itself; one that it has not, or would have too much, is refused. */
const PRIVILEGES = ['standard', 'secure', 'supportFetchAPI', 'codeCache', 'stream']

export const protocol: Protocol = strict<Protocol>('protocol', {
  registerSchemesAsPrivileged(schemes) {
    for (const { scheme, privileges } of schemes) {
      known(`scheme ${scheme}`, privileges, PRIVILEGES)
      registerScheme(scheme)
    }
  },
  handle(scheme, handler) {
    handleScheme(scheme, handler as (request: Request) => Response | Promise<Response>)
  },
})
