import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageData } from '../../../locales/language-data.ts'
import type { Counts as Measured } from '../../../model/measure/count.ts'
import { gradeOf, minutesToRead, readingEase } from '../../../model/measure/ease.ts'
import { MEAN_READING } from '../../../model/measure/language.ts'
import { createMeter } from '../../../model/measure/meter.ts'
import { useHost } from '../../editor/context.ts'
import { useFormat } from '../../i18n/format.ts'
import { whenIdle } from '../../session/idle.ts'
import { whenAtRest } from '../../session/rest.ts'
import type { Session } from '../../session/session.ts'
import css from './counts.module.css'

/** Counted once the hand has rested this long, and then when the window has nothing else to do. In ms. */
const PAUSE = 500

function useCounts(session: Session): Measured | null {
  const { locale, reader } = useHost()
  const [counts, setCounts] = useState<Measured | null>(null)
  const measure = useMemo(() => {
    const meter = createMeter(locale, languageData(locale)?.readability)
    return () =>
      meter(
        session.store.getState().state.document,
        (fact, form) => reader.read(fact, form) ?? reader.missing,
      )
  }, [session, locale, reader])
  useEffect(() => {
    let stopCounting = (): void => {}
    const begin = (): void => {
      stopCounting = whenIdle(measure(), setCounts)
    }
    const rest = whenAtRest(session, PAUSE, begin)
    begin()
    const stop = session.store.subscribe((now, before) => {
      if (now.state.document === before.state.document) return
      stopCounting()
      rest.later()
    })
    return () => {
      stop()
      stopCounting()
      rest.stop()
    }
  }, [session, measure])
  return counts
}

/** How long the text is, how long it takes to read, and how hard that is. */
export function Counts({ session }: { readonly session: Session }) {
  const { t } = useTranslation('measure')
  const format = useFormat()
  const { locale } = useHost()
  const counts = useCounts(session)
  if (counts === null) return null
  const { reading = MEAN_READING, readability } = languageData(locale) ?? {}
  const size = counts[reading.unit]
  const minutes = new Intl.NumberFormat(format.locale, { style: 'unit', unit: 'minute' })
  const ease = readability === undefined ? undefined : readingEase(counts, readability)
  return (
    <div role="group" aria-label={t('label')} className={css['counts']}>
      <span>{t(reading.unit, { count: size, number: format.number(size) })}</span>
      {size > 0 && (
        <span>{t('reading', { duration: minutes.format(minutesToRead(counts, reading)) })}</span>
      )}
      {ease !== undefined && (
        <span title={t('formula', { name: readability?.name ?? '' })}>
          {t('ease', {
            score: format.number(Math.round(ease)),
            grade: t(`grades.${gradeOf(ease)}`),
          })}
        </span>
      )}
    </div>
  )
}
