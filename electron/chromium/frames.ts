import type { CdpSession } from './connection.ts'
import { Frame } from './frame.ts'
import { inward } from './scheme.ts'

/** The frames of one page by the browser's ids, and which of them a script context belongs to. */
export class Frames {
  readonly main = new Frame(null)
  private readonly mainId: string
  private readonly byId = new Map<string, Frame>()
  private readonly contexts = new Map<number, Frame>()

  constructor(session: CdpSession, mainId: string) {
    this.mainId = mainId
    this.byId.set(mainId, this.main)
    session.listen('Page.frameAttached', ({ frameId, parentFrameId }) => {
      if (!this.byId.has(frameId))
        this.byId.set(frameId, new Frame(this.byId.get(parentFrameId) ?? this.main))
    })
    session.listen('Page.frameDetached', ({ frameId }) => {
      const gone = this.byId.get(frameId)
      this.byId.delete(frameId)
      for (const [id, frame] of this.contexts) if (frame === gone) this.contexts.delete(id)
    })
    session.listen('Page.frameNavigated', ({ frame }) => {
      const known = this.byId.get(frame.id)
      if (known !== undefined) known.url = inward(frame.url)
    })
    session.listen('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId?: string }
      const frame = frameId === undefined ? undefined : this.byId.get(frameId)
      if (frame === undefined) return
      frame.origin = inward(context.origin)
      this.contexts.set(context.id, frame)
    })
    session.listen('Runtime.executionContextsCleared', () => this.contexts.clear())
  }

  isMain(frameId: string): boolean {
    return frameId === this.mainId
  }

  has(frameId: string): boolean {
    return this.byId.has(frameId)
  }

  get(frameId: string): Frame | undefined {
    return this.byId.get(frameId)
  }

  /** The frame whose script speaks, or null where it is gone: then its word counts for nothing. */
  speaking(contextId: number): Frame | null {
    return this.contexts.get(contextId) ?? null
  }
}
