import { useTranslation } from 'react-i18next'
import type { SourceSince } from '../../../../model/workflow/since.ts'
import { useFormat } from '../../../i18n/format.ts'
import { readSince, type Since } from './since.ts'

const KINDS = ['added', 'changed', 'removed'] as const

/** How much came, went and changed, in a sentence. */
export function useSummary(): (since: Since, sources: readonly SourceSince[]) => string {
  const { t } = useTranslation('translate')
  const format = useFormat()
  return (since, sources) => {
    const when = readSince(since, format)
    if (sources.length === 0) return t('since.none', { when })
    const counts = KINDS.flatMap((kind) => {
      const count = sources.filter((source) => source.kind === kind).length
      return count === 0 ? [] : [t(`since.count.${kind}`, { count })]
    })
    return t('since.told', { when, what: format.list(counts) })
  }
}
