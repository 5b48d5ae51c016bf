import { CircleCheck, CircleX, TriangleAlert } from '../../icons/icons.ts'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../model/checks/problem.ts'
import { useFormat } from '../../i18n/format.ts'
import { classNames } from '../../theme/class-names.ts'
import { isError, problemsOfLocale } from './problems.ts'
import css from './publish.module.css'

export interface LocaleChoiceProps {
  readonly sourceLocale: string
  readonly locales: readonly string[]
  readonly selected: string
  readonly onSelect: (locale: string) => void
  /** Undefined while nothing was checked. */
  readonly problems: readonly Problem[] | undefined
}

/** The languages that can be published, each with what stands in its way. */
export function LocaleChoice(props: LocaleChoiceProps) {
  const { sourceLocale, locales, selected, onSelect, problems } = props
  const { t } = useTranslation('publish')
  const format = useFormat()
  return (
    <ListBox
      aria-label={t('languages')}
      className={classNames(css['languages'])}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys
        if (key !== undefined) onSelect(String(key))
      }}
    >
      {[sourceLocale, ...locales].map((locale) => (
        <ListBoxItem
          key={locale}
          id={locale}
          textValue={format.language(locale)}
          className={classNames(css['language'])}
        >
          <span className={css['languageName']}>
            {format.language(locale)}
            {locale === sourceLocale && <span className={css['hint']}> · {t('source')}</span>}
          </span>
          {problems && <Status problems={problemsOfLocale(problems, locale, sourceLocale)} />}
        </ListBoxItem>
      ))}
    </ListBox>
  )
}

function Status({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation('publish')
  const errors = problems.filter(isError).length
  const warnings = problems.length - errors
  const [Icon, tone, text] =
    errors > 0
      ? ([CircleX, 'bad', t('errors', { count: errors })] as const)
      : warnings > 0
        ? ([TriangleAlert, 'doubt', t('warnings', { count: warnings })] as const)
        : ([CircleCheck, 'fine', t('ready')] as const)
  return (
    <span className={classNames(css['status'], css[tone])}>
      <Icon />
      {text}
    </span>
  )
}
