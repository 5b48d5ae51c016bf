import { resolve } from 'node:path'
import { plainText, type Content } from '../../../model/document/text.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { leaked } from '../blocked.ts'
import type { Command, Invocation, Outcome } from '../command.ts'
import { audienceOption, localeOption } from '../option.ts'

const ACTIONS = ['import', 'export', 'lookup'] as const

/** The languages that are meant, or null where neither is named. Errors: LOCALE_INVALID, USAGE where one is missing. */
function sidesOf(invocation: Invocation): Result<{ from: string; to: string } | null> {
  const from = localeOption(invocation, 'from')
  if (!from.ok) return from
  const to = localeOption(invocation, 'to')
  if (!to.ok) return to
  if (from.value === undefined && to.value === undefined) return ok(null)
  if (from.value !== undefined && to.value !== undefined)
    return ok({ from: from.value, to: to.value })
  return fail('USAGE', { why: invocation.words.t('wrong.sides') })
}

async function take(
  { call, words: { t }, job }: Invocation,
  file: string,
): Promise<Result<Outcome>> {
  const imported = await call('memory.import', { path: resolve(file), job })
  if (!imported.ok) return imported
  const { report } = imported.value
  if (report === null) return ok({ data: report, lines: [] })
  const { added, known, skipped } = report
  return ok({
    data: report,
    lines: [
      t('memory.added', { count: added }),
      ...(known > 0 ? [t('memory.known', { count: known })] : []),
      ...(skipped > 0 ? [t('memory.skipped', { count: skipped })] : []),
    ],
  })
}

async function give(invocation: Invocation, file: string): Promise<Result<Outcome>> {
  const { call, words, job } = invocation
  const sides = sidesOf(invocation)
  if (!sides.ok) return sides
  const named = sides.value === null ? {} : { sides: sides.value }
  const audience = audienceOption(invocation)
  if (!audience.ok) return audience
  const readers = { audience: audience.value }
  const exported = await call('memory.export', { path: resolve(file), ...named, ...readers, job })
  if (!exported.ok) return exported.error.code === 'LEAK_FOUND' ? leaked(exported.error) : exported
  const { units, left } = exported.value
  return ok({
    data: exported.value,
    lines: [
      words.t('memory.written', { count: units }),
      ...(left > 0 ? [words.t('memory.left', { left })] : []),
    ],
  })
}

async function look(invocation: Invocation, text: string): Promise<Result<Outcome>> {
  const { call, words } = invocation
  const sides = sidesOf(invocation)
  if (!sides.ok) return sides
  if (sides.value === null) return fail('USAGE', { why: words.t('wrong.sides') })
  const found = await call('memory.lookup', { text, ...sides.value })
  if (!found.ok) return found
  const percent = new Intl.NumberFormat(words.locale, { style: 'percent' })
  const plain = (content: Content): string => plainText(content, () => '…').replaceAll(/\s+/g, ' ')
  const lines = [found.value.matches, ...found.value.sentences.map(({ matches }) => matches)]
    .flat()
    .map(({ score, source, target }) =>
      [percent.format(score / 100), plain(source), plain(target)].join('\t'),
    )
  return ok({
    data: found.value,
    lines: lines.length > 0 ? lines : [words.t('memory.nothing')],
  })
}

export const memoryCommand: Command = {
  synopsis: [
    'memory import FILE.tmx',
    'memory export FILE.tmx [--from TAG --to TAG] [--audience NAME]',
    'memory lookup TEXT --from TAG --to TAG',
  ],
  takes: ['import|export|lookup', 'FILE|TEXT'],
  options: ['from', 'to', 'audience'],
  makesLibrary: true,
  async run(invocation) {
    const { args, words } = invocation
    const [named, what] = [args[0]!, args[1]!]
    const action = ACTIONS.find((one) => one === named)
    switch (action) {
      case 'import':
        return take(invocation, what)
      case 'export':
        return give(invocation, what)
      case 'lookup':
        return look(invocation, what)
      case undefined: {
        const list = new Intl.ListFormat(words.locale, { type: 'disjunction' }).format(ACTIONS)
        return fail('USAGE', { why: words.t('wrong.action', { value: named, list }) })
      }
    }
  },
}
