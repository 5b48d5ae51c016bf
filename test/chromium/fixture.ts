import { join } from 'node:path'
import { startApp, type AppOptions, type TestApp } from '../ui/app.ts'

/** The small program in `fixture/`, on the stand-in. */
export const startFixture = (options: AppOptions = {}): Promise<TestApp> =>
  startApp({ ...options, script: join(import.meta.dirname, 'fixture/main.ts') })

interface Bridge {
  call(...args: unknown[]): Promise<unknown>
  main(code: string, ...args: unknown[]): Promise<unknown>
}

/** Runs a function body in the program's main process; it gets `electron`, `window` and `$0`, `$1`… */
export const inMain = <T>(app: TestApp, code: string, ...args: unknown[]): Promise<T> =>
  app.page.evaluate(
    (body, given) =>
      (window as unknown as { fixture: Bridge }).fixture.main(body, ...(given as unknown[])),
    code,
    args,
  ) as Promise<T>
