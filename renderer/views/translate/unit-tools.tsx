import { ArrowDownUp } from '../../icons/icons.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../../parts/search-field.tsx'
import { Select } from '../../parts/select.tsx'
import { Button } from '../../parts/button.tsx'
import { Choice } from '../../parts/toggle-button.tsx'
import type { UnitInLocale } from '../../../model/units/locale-view.ts'
import { NARROWS, SORTS, type Narrow, type Sort } from './narrow.ts'
import css from './translate.module.css'
import { countsOf, FILTERS, type Filter } from './units.ts'

/** What the list shows, and in which order. */
export interface Shown {
  readonly filter: Filter
  readonly narrow: Narrow
  readonly sort: Sort
  readonly search: string
}

export const EVERYTHING: Shown = { filter: 'all', narrow: 'any', sort: 'document', search: '' }

export interface UnitToolsProps {
  readonly units: readonly UnitInLocale[]
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
  /** How many stale texts changed only in their signs, and what keeps them. */
  readonly minor: number
  readonly onKeepMinor: () => void
}

/** Filter, order and search of the list. */
export function UnitTools({ units, shown, onShow, minor, onKeepMinor }: UnitToolsProps) {
  const { t } = useTranslation('translate')
  const counts = useMemo(() => countsOf(units), [units])
  return (
    <div className={css['tools']}>
      <Choice
        label={t('filter.label')}
        value={shown.filter}
        options={FILTERS.map((value) => ({
          value,
          text: t(`filter.${value}`, { count: counts[value] }),
        }))}
        onChange={(filter) => onShow({ ...shown, filter })}
      />
      <div className={css['narrow']}>
        <Select
          label={t('narrow.label')}
          labelHidden
          value={shown.narrow}
          options={NARROWS.map((value) => ({ value, text: t(`narrow.${value}`) }))}
          onChange={(narrow) => onShow({ ...shown, narrow })}
        />
      </div>
      <Select
        label={t('sort.label')}
        labelHidden
        icon={ArrowDownUp}
        value={shown.sort}
        options={SORTS.map((value) => ({ value, text: t(`sort.${value}`) }))}
        onChange={(sort) => onShow({ ...shown, sort })}
      />
      {minor > 0 && (
        <Button onPress={onKeepMinor}>{t('change.keepMinor', { count: minor })}</Button>
      )}
      <div className={css['search']}>
        <SearchField
          label={t('search')}
          value={shown.search}
          onChange={(search) => onShow({ ...shown, search })}
        />
      </div>
    </div>
  )
}
