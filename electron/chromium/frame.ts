import { strict } from './strict.ts'
import type { Electron, WebFrame } from './surface.ts'

/** A frame of a page, as the program may see it. */
export class Frame implements WebFrame {
  url = ''
  origin = ''
  readonly parent: Electron.WebFrameMain | null
  /** What the program gets to see. */
  readonly face: Electron.WebFrameMain

  constructor(parent: Frame | null) {
    this.parent = parent?.face ?? null
    this.face = strict('WebFrameMain', this as WebFrame) as unknown as Electron.WebFrameMain
  }
}
