import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import type { Words } from './words.ts'

/** Every option that some command takes, with the name of its value; those without one are switches. */
export const OPTIONS = {
  library: 'FILE',
  json: null,
  help: null,
  version: null,
  title: 'TEXT',
  template: 'NAME',
  locale: 'TAG',
  as: 'TAG',
  of: 'ID',
  from: 'TAG',
  to: 'FILE|TAG',
  audience: 'NAME',
  out: 'DIR',
  format: 'NAME',
  typographic: 'KEY',
  correction: 'KEY',
  leave: 'TAG=REASON',
  changes: null,
  paper: 'NAME',
  archive: null,
  fragment: null,
  document: null,
  level: 'N',
  site: null,
  picture: 'NAME',
  comments: null,
  notes: null,
  remove: null,
  kind: 'NAME',
  url: 'URL',
  model: 'NAME',
  off: null,
  'send-to': 'HOST',
  since: 'DATE',
} as const
export type OptionName = keyof typeof OPTIONS

/** What stands on the command line: the command, what follows it, and every value of each option in order. */
export interface Arguments {
  readonly command: string | undefined
  readonly rest: readonly string[]
  readonly options: ReadonlyMap<OptionName, readonly string[]>
}

const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name)

/** Reads a command line. Errors: USAGE, for an option that no command has, or one without its value. */
export function readArguments(argv: readonly string[], { t }: Words): Result<Arguments> {
  const { tokens } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: {
      ...Object.fromEntries(
        Object.entries(OPTIONS).map(([name, value]) => [
          name,
          { type: value === null ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
  })
  const positionals: string[] = []
  const options = new Map<OptionName, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (!isOption(name)) return fail('USAGE', { why: t('wrong.option', { option: rawName }) })
    const wanted = OPTIONS[name]
    if (wanted !== null && !value)
      return fail('USAGE', { why: t('wrong.noValue', { option: `${rawName} ${wanted}` }) })
    if (wanted === null && value !== undefined)
      return fail('USAGE', { why: t('wrong.value', { option: rawName }) })
    options.set(name, [...(options.get(name) ?? []), value ?? ''])
  }
  const [command, ...rest] = positionals
  return ok({ command, rest, options })
}
