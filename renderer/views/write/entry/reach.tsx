import { TriangleAlert } from '../../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Measure } from '../../../../model/document/block.ts'
import { compareValues } from '../../../../model/facts/compare.ts'
import { useHost } from '../../../editor/context.ts'
import { factsOf } from '../../../editor/host.ts'
import { useFormat } from '../../../i18n/format.ts'
import css from './reach.module.css'

/** What was confirmed beside what was possible, as two lengths; or why they cannot be held against each other. */
export function Reach({ entry }: { readonly entry: Measure }) {
  const { t } = useTranslation('entries')
  const host = useHost()
  const format = useFormat()
  const [potential, confirmed] = useStore(
    host.session.store,
    useShallow(({ state }) => {
      const facts = factsOf(state.document)
      return [facts.get(entry.potential ?? '')?.value, facts.get(entry.confirmed ?? '')?.value]
    }),
  )
  if (potential === undefined || confirmed === undefined) return null
  const compared = compareValues(potential, confirmed)
  if (compared.kind === 'none') return null
  if (compared.kind === 'different' || compared.exceeds)
    return (
      <p className={css['warning']}>
        <TriangleAlert size={14} />
        {t(compared.kind === 'different' ? 'differ' : 'exceeds')}
      </p>
    )
  const percent = new Intl.NumberFormat(format.locale, {
    style: 'percent',
    maximumSignificantDigits: 2,
  }).format(compared.share)
  const label = t('reach', { percent })
  return (
    <div className={css['reach']} role="img" aria-label={label} title={label}>
      <span className={css['bar']}>
        <span className={css['part']} style={{ inlineSize: `${compared.share * 100}%` }} />
      </span>
      <span className={css['percent']}>{percent}</span>
    </div>
  )
}
