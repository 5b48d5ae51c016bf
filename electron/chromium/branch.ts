import type { CdpConnection, Message } from './connection.ts'

/** Far above any id that the stand-in itself reaches, so that the two clients' answers never mix. */
const OFFSET = 1_000_000_000

/**
 * A second client on the same pipe, in a session of its own with the browser: tests steer the window by it, while
 * the stand-in keeps its sessions. `receive` gets each message as if the client were alone. Returns what sends.
 */
export async function branch(
  connection: CdpConnection,
  receive: (message: string) => void,
): Promise<(message: string) => void> {
  const { sessionId: trunk } = await connection.root.send('Target.attachToBrowserTarget')
  const mine = new Set([trunk])

  connection.on('message', ({ id, sessionId, ...rest }: Message) => {
    const session = sessionId === undefined || sessionId === trunk ? {} : { sessionId }
    if (id !== undefined) {
      if (id >= OFFSET) receive(JSON.stringify({ id: id - OFFSET, ...session, ...rest }))
      return
    }
    if (sessionId === undefined || !mine.has(sessionId)) return
    if (rest.method === 'Target.attachedToTarget')
      mine.add((rest.params as { sessionId: string }).sessionId)
    receive(JSON.stringify({ ...session, ...rest }))
  })

  return (text) => {
    const { id, sessionId, ...rest } = JSON.parse(text) as Message & { id: number }
    connection.write({ id: id + OFFSET, sessionId: sessionId ?? trunk, ...rest })
  }
}
