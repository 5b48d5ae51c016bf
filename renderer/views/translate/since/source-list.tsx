import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceSince } from '../../../../model/workflow/since.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Badge } from '../../../parts/badge.tsx'
import { Button } from '../../../parts/button.tsx'
import { Redline } from '../../history/redline.tsx'
import css from './since.module.css'

const TONES = { added: 'ok', changed: 'plain', removed: 'danger' } as const

// A rewritten document has thousands: the rest comes when it is asked for.
const FIRST = 100

export interface SourceListProps {
  readonly sources: readonly SourceSince[]
  readonly locale: string
  /** The number of a text that is there. */
  readonly numbers: ReadonlyMap<string, number>
  readonly onGo: (unit: string) => void
}

/** What came, went and changed, text by text, with the way to what is there. */
export function SourceList({ sources, locale, numbers, onGo }: SourceListProps) {
  const { t } = useTranslation('translate')
  const { t: history } = useTranslation('history')
  const format = useFormat()
  const [most, setMost] = useState(FIRST)
  const rest = sources.length - most
  return (
    <>
      <ol className={css['list']} aria-label={t('since.list')}>
        {sources.slice(0, most).map(({ unit, kind, extent, pieces }) => {
          const number = numbers.get(unit)
          return (
            <li key={unit} className={css['source']} data-source-since={kind}>
              <div className={css['head']}>
                {number !== undefined && <span title={t('number')}>{format.number(number)}</span>}
                <Badge tone={TONES[kind]}>{history(`status.${kind}`)}</Badge>
                {extent === 'signs' && <span>{t('change.minor')}</span>}
                {(extent === 'value' || extent === 'marks') && (
                  <span>{t(`since.extent.${extent}`)}</span>
                )}
                {number !== undefined && (
                  <Button look="quiet" className={css['go']} onPress={() => onGo(unit)}>
                    {t('reviewed.go')}
                  </Button>
                )}
              </div>
              <Redline pieces={pieces} layout="redline" locale={locale} />
            </li>
          )
        })}
      </ol>
      {rest > 0 && (
        <Button onPress={() => setMost(most + FIRST)}>
          {history('showMore', { count: rest })}
        </Button>
      )}
    </>
  )
}
