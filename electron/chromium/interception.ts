import type { Protocol } from 'devtools-protocol'
import type { CdpSession } from './connection.ts'
import { handlerOf, inward, outwardHeader } from './scheme.ts'
import { letsThrough } from './session.ts'

type Paused = Protocol.Fetch.RequestPausedEvent

/** Whoever holds the window that a document is requested for: may it load there? */
export type Gatekeeper = (frameId: string, url: string) => boolean

const forbidden = (status: number): boolean => status === 101 || status === 204 || status === 304

async function body(request: Protocol.Network.Request): Promise<Buffer<ArrayBuffer> | undefined> {
  const parts = request.postDataEntries
  if (parts === undefined) return undefined
  return Buffer.concat(parts.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')))
}

/**
 * Answers one request of the browser: from the program's handler for the scheme, or not at all. Nothing is ever
 * passed on to a network.
 */
export async function answer(root: CdpSession, paused: Paused, gate: Gatekeeper): Promise<void> {
  const { requestId, request, resourceType, frameId } = paused
  const refuse = async (errorReason: Protocol.Network.ErrorReason): Promise<void> => {
    await root.send('Fetch.failRequest', { requestId, errorReason })
  }
  const url = inward(request.url)
  if (resourceType === 'Document' && !gate(frameId, url)) return refuse('Aborted')

  const handler = handlerOf(url)
  if (handler === undefined || !(await letsThrough(url, request.method)))
    return refuse('BlockedByClient')

  const sent = await body(request)
  let response: Response
  try {
    response = await handler(
      new Request(url, {
        method: request.method,
        headers: request.headers,
        ...(sent === undefined ? {} : { body: sent }),
      }),
    )
  } catch (error) {
    console.error(error)
    return refuse('Failed')
  }
  const bytes = forbidden(response.status) ? Buffer.alloc(0) : await response.arrayBuffer()
  await root.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({
      name,
      value: outwardHeader(value),
    })),
    body: Buffer.from(bytes as ArrayBuffer).toString('base64'),
  })
}
