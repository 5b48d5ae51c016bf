import type {
  EngineSettings,
  ProofSettings,
  Services,
  ServiceState,
} from '../../../model/contract/service.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { hostOf, serviceAddress } from '../../../model/service/address.ts'
import type { Library } from '../../store/library.ts'
import type { Secrets } from '../ports.ts'

/** A service that somebody set up, with whom it is and what may leave for it. */
export interface Permitted<T> {
  readonly settings: T
  readonly key: string | undefined
}

type Named = 'engine' | 'proof'

/**
 * The services of the person's own: what is set up in the library, the keys, and what the person agreed to. A key belongs to a host
 * and is never sent to another. Nothing is sent before the person agreed to the host and the readers in this run of the
 * program, because a library may come from somebody else.
 */
export interface ServiceDesk {
  state(): Promise<Result<ServiceState>>
  /** `key`: undefined leaves it as it is, null forgets it. Errors: SERVICE_ADDRESS, and of the library. */
  setEngine(engine: EngineSettings | null, key?: string | null): Promise<Result<ServiceState>>
  setProof(proof: ProofSettings | null): Promise<Result<ServiceState>>
  /** SERVICE_UNSET, or SERVICE_UNASKED where nobody agreed; `agreed` is the host that somebody agrees to now. */
  engine(agreed: string | undefined): Promise<Result<Permitted<EngineSettings>>>
  proof(agreed: string | undefined): Promise<Result<Permitted<ProofSettings>>>
  /** What services said about themselves in this run. */
  readonly known: Map<string, readonly string[]>
}

/** What is sealed: a library with another address in it does not get the key out. */
const bound = (host: string, key: string): string => `${host} ${key}`

export function createServices(library: Library, secrets: Secrets): ServiceDesk {
  const keys = new Map<string, string>()
  const agreements = new Set<string>()

  const read = (): Result<Services> => {
    const settings = library.settings()
    return settings.ok ? ok(settings.value.services ?? {}) : settings
  }
  const write = (services: Services): Result<void> => {
    const settings = library.settings()
    return settings.ok ? library.setSettings({ ...settings.value, services }) : settings
  }

  async function keyOf({
    url,
    sealed,
  }: NonNullable<Services['engine']>): Promise<
    { key: string; kept: 'session' | 'store' } | undefined
  > {
    const host = hostOf(url)
    const here = keys.get(host) ?? secrets.given
    if (here !== undefined) return { key: here, kept: 'session' }
    if (sealed === undefined) return undefined
    const opened = await secrets.open(sealed)
    const prefix = bound(host, '')
    return opened?.startsWith(prefix)
      ? { key: opened.slice(prefix.length), kept: 'store' }
      : undefined
  }

  async function state(): Promise<Result<ServiceState>> {
    const services = read()
    if (!services.ok) return services
    const { engine, proof = null } = services.value
    const lasting = await secrets.lasting()
    if (engine === undefined) return ok({ engine: null, proof, lasting })
    const { kind, url, model, audience } = engine
    const key = (await keyOf(engine))?.kept ?? 'none'
    return ok({ engine: { kind, url, model, audience, key }, proof, lasting })
  }

  /** The sealed key for an engine at this host, as it is to be kept. */
  async function sealedFor(
    host: string,
    key: string | null | undefined,
    before: Services['engine'],
  ): Promise<string | undefined> {
    if (key === undefined) return before && hostOf(before.url) === host ? before.sealed : undefined
    if (key === null) {
      keys.delete(host)
      return undefined
    }
    const sealed = (await secrets.lasting()) ? await secrets.seal(bound(host, key)) : null
    if (sealed === null) keys.set(host, key)
    else keys.delete(host)
    return sealed ?? undefined
  }

  function permit(service: Named, url: string, audience: string, agreed: string | undefined) {
    const host = hostOf(url)
    const name = `${service} ${url} ${audience}`
    if (agreed === host) agreements.add(name)
    return agreements.has(name) ? ok(undefined) : fail('SERVICE_UNASKED', { host, audience })
  }

  return {
    known: new Map(),
    state,
    async setEngine(engine, key) {
      const before = read()
      if (!before.ok) return before
      const { engine: old, ...rest } = before.value
      if (engine === null) {
        if (old) keys.delete(hostOf(old.url))
        const written = write(rest)
        return written.ok ? state() : written
      }
      const url = serviceAddress(engine.url)
      if (url === undefined) return fail('SERVICE_ADDRESS', { url: engine.url })
      const sealed = await sealedFor(hostOf(url), key, old)
      const written = write({ ...rest, engine: { ...engine, url, ...(sealed && { sealed }) } })
      return written.ok ? state() : written
    },
    async setProof(proof) {
      const before = read()
      if (!before.ok) return before
      const rest = { ...before.value }
      delete rest.proof
      const url = proof === null ? '' : serviceAddress(proof.url)
      if (url === undefined) return fail('SERVICE_ADDRESS', { url: proof!.url })
      const written = write(proof === null ? rest : { ...rest, proof: { ...proof, url } })
      return written.ok ? state() : written
    },
    async engine(agreed) {
      const services = read()
      if (!services.ok) return services
      const { engine } = services.value
      if (engine === undefined) return fail('SERVICE_UNSET')
      const permitted = permit('engine', engine.url, engine.audience, agreed)
      if (!permitted.ok) return permitted
      const { kind, url, model, audience } = engine
      return ok({ settings: { kind, url, model, audience }, key: (await keyOf(engine))?.key })
    },
    proof(agreed) {
      const services = read()
      if (!services.ok) return Promise.resolve(services)
      const { proof } = services.value
      if (proof === undefined) return Promise.resolve(fail('SERVICE_UNSET'))
      const permitted = permit('proof', proof.url, proof.audience, agreed)
      return Promise.resolve(permitted.ok ? ok({ settings: proof, key: undefined }) : permitted)
    },
  }
}
