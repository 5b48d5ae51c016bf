import type { ExchangeReport } from '../../model/contract/exchange.ts'
import type { Words } from './words.ts'

/** What came back from translators, for a terminal: a sentence for each kind of thing, and under it where it is. */
export function exchangeLines(report: ExchangeReport, { t }: Words): string[] {
  const say = (key: string, options = {}) => t(key, { ns: 'exchange', ...options })
  const line = (text: string) => `  ${text.replaceAll(/\s+/g, ' ')}`
  const part = (key: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [say(key, { count: lines.length }), ...lines.map(line)]
  const { kept, drifted, codes, unknown, missing } = report
  return [
    say('taken', { count: report.taken }),
    say('unchanged', { count: report.unchanged }),
    ...(report.said > 0 ? [say('said', { count: report.said })] : []),
    ...part(
      'kept',
      kept.map(({ unit, line: at, theirs }) => `${String(at)} ${unit}: ${theirs}`),
    ),
    ...part(
      'drifted',
      drifted.map(
        ({ unit, line: at, text, taken }) =>
          `${String(at)} ${unit} (${say(taken ? 'asStale' : 'notTaken')}): ${text}`,
      ),
    ),
    ...part(
      'codes',
      codes.map(
        ({ unit, line: at, text, taken }) =>
          `${String(at)} ${unit} (${say(taken ? 'asDraft' : 'notTaken')}): ${text}`,
      ),
    ),
    ...part(
      'unknown',
      unknown.map(({ unit, line: at, text }) => `${String(at)} ${unit}: ${text}`),
    ),
    ...part(
      'missing',
      missing.map(({ unit, text }) => `${unit}: ${text}`),
    ),
  ]
}
