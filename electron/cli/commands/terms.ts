import { resolve } from 'node:path'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import type { Concept } from '../../../model/terms/concept.ts'
import { leaked } from '../blocked.ts'
import type { Command, Invocation, Outcome } from '../command.ts'
import { audienceOption, localeOption } from '../option.ts'

const ACTIONS = ['import', 'export', 'list', 'find'] as const
/** Concepts that are asked for at once. */
const PAGE = 1000

async function take(
  { call, words: { t }, job }: Invocation,
  file: string,
): Promise<Result<Outcome>> {
  const imported = await call('terms.import', { path: resolve(file), job })
  if (!imported.ok) return imported
  const { report } = imported.value
  if (report === null) return ok({ data: report, lines: [] })
  const { added, merged, known, refused, refusedCount } = report
  return ok({
    data: { added, merged, known, refused, refusedCount },
    lines: [
      t('terms.added', { count: added }),
      ...(merged > 0 ? [t('terms.merged', { count: merged })] : []),
      ...(known > 0 ? [t('terms.known', { count: known })] : []),
      ...(refusedCount > 0 ? [t('terms.refused', { count: refusedCount })] : []),
      ...refused.map(({ line, why, text }) => t(`terms.flaw.${why}`, { line, text })),
    ],
  })
}

async function give(invocation: Invocation, file: string): Promise<Result<Outcome>> {
  const { call, words, job } = invocation
  const locale = localeOption(invocation, 'locale')
  if (!locale.ok) return locale
  const named = locale.value === undefined ? {} : { locale: locale.value }
  const audience = audienceOption(invocation)
  if (!audience.ok) return audience
  const readers = { audience: audience.value, notes: invocation.options.has('notes') }
  const exported = await call('terms.export', { path: resolve(file), ...named, ...readers, job })
  if (!exported.ok) return exported.error.code === 'LEAK_FOUND' ? leaked(exported.error) : exported
  const { concepts, left } = exported.value
  const names = new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(left)
  return ok({
    data: exported.value,
    lines: [
      words.t('terms.written', { count: concepts }),
      ...(left.length > 0 ? [words.t('terms.left', { names })] : []),
    ],
  })
}

/** A concept in a line: its terms by their languages. */
const lineOf = ({ terms }: Concept, { t }: Invocation['words']): string =>
  terms
    .map(({ locale, text, status }) =>
      status === 'preferred' ? `${locale} ${text}` : `${locale} ${text} (${t(`terms.${status}`)})`,
    )
    .join('\t')

async function list(invocation: Invocation, text: string): Promise<Result<Outcome>> {
  const { call, words } = invocation
  const locale = localeOption(invocation, 'locale')
  if (!locale.ok) return locale
  const concepts: Concept[] = []
  for (let more = true; more;) {
    const query = { text, locale: locale.value ?? null, from: concepts.length, limit: PAGE }
    const page = await call('terms.list', query)
    if (!page.ok) return page
    concepts.push(...page.value.concepts)
    more = page.value.concepts.length === PAGE
  }
  const lines = concepts.map((concept) => lineOf(concept, words))
  return ok({ data: concepts, lines: lines.length > 0 ? lines : [words.t('terms.nothing')] })
}

async function find(invocation: Invocation, text: string): Promise<Result<Outcome>> {
  const { call, words } = invocation
  const from = localeOption(invocation, 'from')
  if (!from.ok) return from
  const to = localeOption(invocation, 'to')
  if (!to.ok) return to
  if (from.value === undefined)
    return fail('USAGE', { why: words.t('wrong.missing', { what: '--from', command: 'terms' }) })
  const texts = [[{ type: 'text' as const, value: text }]]
  const told = await call('terms.find', { texts, from: from.value, to: to.value ?? null })
  if (!told.ok) return told
  const found = told.value.found[0]!
  const lines = found.map(({ term, start, end, counterparts }) =>
    [
      text.slice(start, end),
      ...(term.status === 'forbidden' ? [words.t('terms.forbidden')] : []),
      ...counterparts.map((other) =>
        other.status === 'preferred'
          ? other.text
          : `${other.text} (${words.t(`terms.${other.status}`)})`,
      ),
    ].join('\t'),
  )
  return ok({ data: found, lines: lines.length > 0 ? lines : [words.t('terms.nothing')] })
}

export const termsCommand: Command = {
  synopsis: [
    'terms import FILE',
    'terms export FILE.tbx|FILE.csv [--locale TAG] [--audience NAME] [--notes]',
    'terms list [TEXT] [--locale TAG]',
    'terms find TEXT --from TAG [--to TAG]',
  ],
  takes: [ACTIONS.join('|')],
  mayTake: ['FILE|TEXT'],
  options: ['from', 'to', 'locale', 'audience', 'notes'],
  makesLibrary: true,
  async run(invocation) {
    const { args, words } = invocation
    const [named, what] = [args[0]!, args[1]]
    const action = ACTIONS.find((one) => one === named)
    if (action === 'list') return list(invocation, what ?? '')
    if (action === undefined) {
      const all = new Intl.ListFormat(words.locale, { type: 'disjunction' }).format(ACTIONS)
      return fail('USAGE', { why: words.t('wrong.termsAction', { value: named, list: all }) })
    }
    if (what === undefined)
      return fail('USAGE', {
        why: words.t('wrong.missing', {
          what: action === 'find' ? 'TEXT' : 'FILE',
          command: 'terms',
        }),
      })
    if (action === 'import') return take(invocation, what)
    return action === 'export' ? give(invocation, what) : find(invocation, what)
  },
}
