import { COMMANDS } from './commands.ts'
import { OPTIONS, type OptionName } from './arguments.ts'
import type { Command } from './command.ts'
import type { Words } from './words.ts'

const PROGRAM = 'afterword'
const EVERYWHERE: readonly OptionName[] = ['library', 'json', 'help']
const VARIABLES = ['AFTERWORD_LIBRARY', 'AFTERWORD_BROWSER', 'AFTERWORD_ENGINE_KEY'] as const
const EXITS = ['0', '1', '2', '130'] as const

/** Two columns, the second one aligned. */
function table(rows: readonly (readonly [left: string, right: string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

function option(name: OptionName, { t }: Words): [string, string] {
  const value = OPTIONS[name]
  return [`--${name}${value === null ? '' : ` ${value}`}`, t(`option.${name}`)]
}

const usage = (lines: readonly string[], { t }: Words): string[] => [
  t('help.usage'),
  ...lines.map((line) => `  ${PROGRAM} ${line}`),
]

/** What `afterword --help` says. */
export const overview = (words: Words): string[] => [
  words.t('help.about'),
  '',
  ...usage(['COMMAND …'], words),
  '',
  words.t('help.commands'),
  ...table(Object.keys(COMMANDS).map((name) => [name, words.t(`command.${name}`)])),
  '',
  words.t('help.options'),
  ...table([...EVERYWHERE, 'version' as const].map((name) => option(name, words))),
  '',
  words.t('help.environment'),
  ...table(VARIABLES.map((name) => [name, words.t(`variable.${name}`)])),
  '',
  words.t('help.exits'),
  ...table(EXITS.map((code) => [code, words.t(`exit.${code}`)])),
  '',
  words.t('help.more', { call: `${PROGRAM} COMMAND --help` }),
]

/** What `afterword COMMAND --help` says. */
export const commandHelp = (name: string, command: Command, words: Words): string[] => [
  words.t(`command.${name}`),
  '',
  ...usage(command.synopsis, words),
  '',
  words.t('help.options'),
  ...table([...command.options, ...EVERYWHERE].map((one) => option(one, words))),
]
