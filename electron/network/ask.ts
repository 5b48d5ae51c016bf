import { setTimeout as wait } from 'node:timers/promises'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { hostOf } from '../../model/service/address.ts'
import { send, type Answer, type Sending } from './door.ts'

/** How often a server that is busy is asked in all, and how long to wait before the second time, in ms; then twice as long each time. */
const TRIES = 5
const FIRST_WAIT = 1000
/** Nobody waits longer for a server's turn, in ms. */
const LONGEST_WAIT = 30_000
const BUSY = new Set([429, 503])

/** What a server asks to wait (RFC 9110, 10.2.3: seconds or a date), or twice as long as the last time. */
function pause(retryAfter: string | undefined, tries: number): number {
  const seconds = Number(retryAfter ?? Number.NaN)
  const asked = Number.isNaN(seconds) ? Date.parse(retryAfter ?? '') - Date.now() : seconds * 1000
  return Math.min(LONGEST_WAIT, Math.max(0, Number.isNaN(asked) ? FIRST_WAIT * 2 ** tries : asked))
}

/** The message of a server's own, where it has one: short, and on one line. */
function complaint(text: string): string {
  const found = /"(?:message|error|detail)"\s*:\s*"([^"]{1,200})/.exec(text)?.[1] ?? text
  return found.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
}

function settled(answer: Answer, host: string): Result<unknown> {
  const { status, text } = answer
  if (status === 401 || status === 403) return fail('SERVICE_REFUSED', { host, status })
  if (BUSY.has(status)) return fail('SERVICE_BUSY', { host, status })
  if (status < 200 || status > 299)
    return fail('SERVICE_STATUS', { host, status, why: complaint(text) })
  try {
    return ok(JSON.parse(text) as unknown)
  } catch {
    return fail('SERVICE_ANSWER', { host, why: 'JSON' })
  }
}

/**
 * Asks a service and answers its JSON. One that is busy is asked again, after as long as it says. Errors: those of the door,
 * SERVICE_REFUSED, SERVICE_BUSY, SERVICE_STATUS, SERVICE_ANSWER where it is no JSON.
 */
export async function ask(sending: Sending): Promise<Result<unknown>> {
  const host = hostOf(sending.url)
  for (let tries = 0; ; tries++) {
    const answer = await send(sending)
    if (!answer.ok) return answer
    if (!BUSY.has(answer.value.status) || tries === TRIES - 1) return settled(answer.value, host)
    try {
      await wait(pause(answer.value.retryAfter, tries), undefined, { signal: sending.signal })
    } catch {
      return fail('CANCELLED')
    }
  }
}
