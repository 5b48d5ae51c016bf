import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentState } from '../../../model/document/state.ts'
import { compare, type Part } from '../../../model/history/compare.ts'
import { sideOf } from '../../../model/history/side.ts'
import { wordsOf } from '../../editor/host.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { DifferenceItem } from './difference.tsx'
import css from './history.module.css'
import type { Layout } from './redline.tsx'

export interface ComparisonProps {
  readonly before: DocumentState
  readonly after: DocumentState
  readonly locale: string
  readonly layout: Layout
  readonly onRestore: ((part: Part, name: string) => void) | undefined
}

// A rewritten document has thousands of differences: the rest comes when it is asked for.
const FIRST = 100

/** Everything that is different between two versions, in the order of the later one. */
export function Comparison({ before, after, locale, layout, onRestore }: ComparisonProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const [most, setMost] = useState(FIRST)
  const { left, right, differences } = useMemo(() => {
    const words = wordsOf(locale)
    const sides = { left: sideOf(before, locale, words), right: sideOf(after, locale, words) }
    return { ...sides, differences: compare(sides.left, sides.right) }
  }, [before, after, locale])
  if (differences.length === 0)
    return (
      <EmptyState title={t('same.title')}>
        {t('same.text', { language: format.language(locale) })}
      </EmptyState>
    )
  const rest = differences.length - most
  return (
    <>
      <p role="status" className={css['count']}>
        {t('differences', { count: differences.length })}
      </p>
      <ol className={css['differences']}>
        {differences.slice(0, most).map((difference) => (
          <DifferenceItem
            key={`${difference.part} ${difference.id}`}
            difference={difference}
            before={left}
            after={right}
            layout={layout}
            locale={locale}
            onRestore={onRestore}
          />
        ))}
      </ol>
      {rest > 0 && (
        <Button onPress={() => setMost(most + FIRST)}>{t('showMore', { count: rest })}</Button>
      )}
    </>
  )
}
