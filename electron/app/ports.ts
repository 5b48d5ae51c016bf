import type { Result } from '../../model/errors/result.ts'
import type { EventName, EventPayload } from '../../model/contract/events.ts'
import type { Input, Method, Output } from '../../model/contract/calls.ts'

/** A file that a dialog offers to write or read. `extensions` without dots. */
export interface FileRequest {
  readonly defaultName?: string
  readonly extensions: readonly string[]
}

/** Where keys to services are kept: by the system, sealed, or nowhere. */
export interface Secrets {
  /** A key that whoever started the program gave it for this run; it is kept nowhere. */
  readonly given: string | undefined
  /** Whether the system keeps secrets at all. */
  lasting(): Promise<boolean>
  /** Base64, or null where it cannot. */
  seal(text: string): Promise<string | null>
  /** Null where it was not sealed here. */
  open(sealed: string): Promise<string | null>
}

/** The edges of the world that the core leaves to its host: the desktop shell, the command line, a test. */
export interface Ports {
  readonly clock: () => Date
  /** Who works here, as the system names them; versions carry it. Empty where nobody knows. */
  readonly user: string
  /** The app's version and what carries it (`Electron 45.4.1`, `Chromium 156`, `Node 24.21`), for people to report. */
  readonly version: string
  readonly runtime: string
  /** Each answers null where the person closed the dialog. A host without dialogs refuses with USAGE. */
  readonly dialogs: {
    save(request: FileRequest): Promise<string | null>
    open(request: FileRequest): Promise<string | null>
    folder(): Promise<string | null>
  }
  readonly printer: {
    /** A complete HTML page to a tagged PDF with outline, page size from its `@page`. */
    print(html: string, signal: AbortSignal): Promise<Result<Uint8Array>>
  }
  readonly secrets: Secrets
  reveal(path: string): void
}

/**
 * Who calls. `window`: a page, which may not name paths (CALL_FORBIDDEN); files are chosen through the dialogs.
 * `cli`: the person's own shell, which may.
 */
export type Caller = 'window' | 'cli'

/** The core as its hosts see it. `call` never throws; `close` waits for running jobs and for SQLite. */
export interface Core {
  call<M extends Method>(method: M, input: Input<M>, caller: Caller): Promise<Result<Output<M>>>
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void
  close(): Promise<void>
}

export interface CoreOptions {
  /** The library file; made where it is missing. */
  readonly file: string
  readonly ports: Ports
  /** Put the sample into a library that is made new. The command line does not. */
  readonly seedSample: boolean
  /** Open without writing: the way into a library that a later version wrote. Every save is LIBRARY_READ_ONLY. */
  readonly readOnly?: boolean
}
