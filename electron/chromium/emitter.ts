import { EventEmitter } from 'node:events'
import { Missing } from './strict.ts'

/** The first argument of an event that a listener may refuse. */
export class Preventable {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

type Listener = (...args: never[]) => void

/** An emitter that refuses listeners for events which it never emits: they would wait for ever. */
export class Emitter extends EventEmitter {
  private readonly label: string
  private readonly emitted: ReadonlySet<string>

  constructor(label: string, emitted: readonly string[]) {
    super()
    this.label = label
    this.emitted = new Set(emitted)
  }

  override on(event: string, listener: Listener): this {
    this.check(event)
    return super.on(event, listener as (...args: unknown[]) => void)
  }

  override addListener(event: string, listener: Listener): this {
    return this.on(event, listener)
  }

  override prependListener(event: string, listener: Listener): this {
    this.check(event)
    return super.prependListener(event, listener as (...args: unknown[]) => void)
  }

  private check(event: string): void {
    // Node's own, which `once` and leak warnings use.
    if (event === 'newListener' || event === 'removeListener') return
    if (!this.emitted.has(event)) throw new Missing(`event ${event} of ${this.label}`)
  }

  /** Emits with a preventable event first. True where a listener prevented it. */
  protected ask(event: string, details: object = {}, ...args: unknown[]): boolean {
    const preventable = Object.assign(new Preventable(), details)
    this.emit(event, preventable, ...args)
    return preventable.defaultPrevented
  }
}
