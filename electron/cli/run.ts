import { randomUUID } from 'node:crypto'
import { version } from '../../package.json'
import { fail, type Failure, type Result } from '../../model/errors/result.ts'
import { readArguments, type Arguments } from './arguments.ts'
import type { Command, Outcome } from './command.ts'
import { COMMANDS } from './commands.ts'
import { commandHelp, overview } from './help.ts'
import { INTERRUPTED, onInterrupt } from './interrupt.ts'
import { createPrinter } from './printer.ts'
import { createWords, environmentLocale, type Words } from './words.ts'

/** The only ways out of the program. */
export interface Streams {
  /** Data, a line each. */
  readonly print: (line: string) => void
  /** Progress, remarks and failures. */
  readonly say: (line: string) => void
}

const EXIT = { done: 0, found: 1, wrong: 2 } as const

/** What is wrong with how a command was called, in a sentence. */
function misuse({ rest, options }: Arguments, name: string, command: Command, { t }: Words) {
  const allowed = new Set([...command.options, 'library', 'json', 'help'])
  const foreign = [...options.keys()].find((option) => !allowed.has(option))
  if (foreign !== undefined) return t('wrong.foreign', { option: `--${foreign}`, command: name })
  const missing = command.takes[rest.length]
  if (missing !== undefined) return t('wrong.missing', { what: missing, command: name })
  const spare = rest[command.takes.length + (command.mayTake?.length ?? 0)]
  if (spare !== undefined) return t('wrong.spare', { what: spare, command: name })
  const needed = command.needs?.find((option) => !options.has(option))
  return needed && t('wrong.missing', { what: `--${needed}`, command: name })
}

/** A command that needs no library: there is nothing to call. */
const alone = (
  command: Command,
  { rest, options }: Arguments,
  words: Words,
  { say }: Streams,
): Promise<Result<Outcome>> =>
  command.run({
    call: (method) => Promise.resolve(fail('CALL_UNKNOWN', { method })),
    args: rest,
    options,
    words,
    system: environmentLocale(process.env),
    job: randomUUID(),
    say,
  })

/** Opens the library, runs the command on it and closes everything again, whatever happens. */
async function carryOut(
  command: Command,
  { rest, options }: Arguments,
  words: Words,
  { say }: Streams,
): Promise<{ result: Result<Outcome>; interrupted: boolean }> {
  // Here and not at the top: help must not load a database.
  const { openLibrary } = await import('./library.ts')
  const printer = createPrinter()
  const library = options.get('library')?.at(-1)
  const opened = await openLibrary(library, command.makesLibrary ?? false, printer)
  if (!opened.ok) return { result: opened, interrupted: false }
  const core = opened.value
  const job = randomUUID()
  const interrupt = onInterrupt(() => void core.call('job.cancel', { job }, 'cli'))
  const quiet = core.on('job.progress', ({ done, total, step }) => {
    if (step !== '') say(`${String(done + 1)}/${String(total)} ${step}`)
  })
  try {
    const result = await command.run({
      call: (method, input) => core.call(method, input, 'cli'),
      args: rest,
      options,
      words,
      system: environmentLocale(process.env),
      job,
      say,
    })
    return { result, interrupted: interrupt.happened }
  } finally {
    quiet()
    await printer.close()
    await core.close()
    interrupt.release()
  }
}

/** Says what a command came to, and what the exit code of that is. */
function tell(
  result: Result<Outcome>,
  json: boolean,
  words: Words,
  { print, say }: Streams,
): number {
  if (!result.ok) {
    say(words.failure(result.error))
    return EXIT.wrong
  }
  const { data, lines, blocked, found = false } = result.value
  if (json) print(JSON.stringify(data))
  else for (const line of lines) print(line)
  if (blocked === undefined) return found ? EXIT.found : EXIT.done
  if (!json) for (const line of blocked.lines) say(line)
  say(words.failure(blocked.failure))
  return EXIT.found
}

/** Runs one command line and returns the exit code: 0 done, 1 the checks found errors, 2 bad usage or input. */
export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  const { print, say } = streams
  const words = createWords(environmentLocale(process.env))
  const wrong = (failure: Failure) => {
    say(words.failure(failure))
    return EXIT.wrong
  }
  const usage = (why: string) => wrong(fail('USAGE', { why }).error)
  const given = readArguments(argv, words)
  if (!given.ok) return wrong(given.error)
  const { command: name, options } = given.value
  if (name === undefined) {
    if (options.has('version')) print(version)
    else if (options.has('help')) overview(words).forEach(print)
    else return usage(words.t('wrong.noCommand'))
    return EXIT.done
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) return usage(words.t('wrong.command', { command: name }))
  if (options.has('help')) {
    commandHelp(name, command, words).forEach(print)
    return EXIT.done
  }
  const why = misuse(given.value, name, command, words)
  if (why) return usage(why)
  try {
    const { result, interrupted } = command.withoutLibrary
      ? { result: await alone(command, given.value, words, streams), interrupted: false }
      : await carryOut(command, given.value, words, streams)
    const code = tell(result, options.has('json'), words, streams)
    return interrupted && !result.ok && result.error.code === 'CANCELLED' ? INTERRUPTED : code
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return wrong({ code: 'INTERNAL', params: {}, id: why })
  }
}
