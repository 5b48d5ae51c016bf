import { Buffer } from 'node:buffer'
import { request as overHttp, type IncomingMessage } from 'node:http'
import { request as overHttps } from 'node:https'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { hostOf, serviceAddress } from '../../model/service/address.ts'

/** Something that is sent to a service of the person's own. */
export interface Sending {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly signal: AbortSignal
}

export interface Answer {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly text: string
}

/** How long a server may be silent, in ms: a language model on somebody's own computer thinks for a while. */
const SILENCE = 60_000
/** No answer to one paragraph is longer, in bytes. */
const MOST = 4 * 1024 * 1024
const REDIRECTS = new Set([301, 302, 303, 307, 308])

async function readAll(response: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MOST) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const open = (
  { url, method, headers, body, signal }: Sending,
  silence: number,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? overHttps : overHttp
    const sent = request(url, { method, headers: { ...headers }, signal, timeout: silence })
    sent.on('response', resolve)
    sent.on('error', reject)
    sent.on('timeout', () => sent.destroy(new Error('SLOW')))
    sent.end(body)
  })

/**
 * The one door to the network. It goes to the address that is given and nowhere else: what would lead elsewhere is refused, and
 * nothing of the person is sent but what stands in `sending`. Errors: SERVICE_ADDRESS, SERVICE_UNREACHABLE, SERVICE_SLOW,
 * SERVICE_REDIRECT, SERVICE_ANSWER where it is too long or ends in the middle, CANCELLED.
 */
export async function send(sending: Sending, silence: number = SILENCE): Promise<Result<Answer>> {
  const { url, signal } = sending
  const [bare = ''] = url.split('?')
  if (serviceAddress(bare) === undefined) return fail('SERVICE_ADDRESS', { url: bare })
  const host = hostOf(url)
  let response: IncomingMessage | undefined
  try {
    if (signal.aborted) return fail('CANCELLED')
    response = await open(sending, silence)
    const status = response.statusCode ?? 0
    if (REDIRECTS.has(status)) {
      response.destroy()
      return fail('SERVICE_REDIRECT', { host, to: (response.headers.location ?? '').slice(0, 200) })
    }
    const text = await readAll(response)
    if (text === null) return fail('SERVICE_ANSWER', { host, why: `> ${String(MOST)} bytes` })
    return ok({ status, retryAfter: response.headers['retry-after'], text })
  } catch (error) {
    if (signal.aborted) return fail('CANCELLED')
    const { code, message } = error as NodeJS.ErrnoException
    if (message === 'SLOW') return fail('SERVICE_SLOW', { host, seconds: silence / 1000 })
    const why = (code ?? message).slice(0, 200)
    return response === undefined
      ? fail('SERVICE_UNREACHABLE', { host, why })
      : fail('SERVICE_ANSWER', { host, why })
  }
}
