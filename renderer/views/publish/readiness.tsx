import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../model/checks/problem.ts'
import type { Result } from '../../../model/errors/result.ts'
import { openDialog } from '../../app/dialogs.ts'
import { openPostmortem } from '../../app/route.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemList } from './problem-list.tsx'
import { isError } from './problems.ts'
import css from './publish.module.css'

export interface ReadinessProps {
  readonly id: string
  readonly sourceLocale: string
  readonly locales: readonly string[]
  readonly problems: Result<readonly Problem[]> | null
}

/** What stops a release comes first, in every language. */
const WEIGHTS = [
  { title: 'errors', weighs: isError },
  { title: 'warnings', weighs: (problem: Problem) => !isError(problem) },
] as const

/** Everything that the checks found: what stops a release, then what is worth a look, each by language. */
export function Readiness({ id, sourceLocale, locales, problems }: ReadinessProps) {
  const { t } = useTranslation('publish')
  const { t: quality } = useTranslation('quality')
  const format = useFormat()

  function show({ locale, unit, place }: Problem): void {
    const target = { ...place, unit }
    if (locale === null || locale === sourceLocale) openPostmortem(id, 'write', { target })
    else openPostmortem(id, 'translate', { locale, target })
  }

  const found = problems?.ok ? problems.value : []
  return (
    <Panel
      title={t('readiness')}
      aside={
        <Button look="quiet" onPress={() => openDialog('rules')}>
          {quality('rules.menu')}
        </Button>
      }
    >
      {problems === null && <p className={css['hint']}>{t('checking')}</p>}
      {problems?.ok === false && <ErrorNote failure={problems.error} />}
      {problems?.ok && found.length === 0 && (
        <p className={css['good']}>
          <CircleCheck aria-hidden />
          {t('allGood')}
        </p>
      )}
      {WEIGHTS.map(({ title, weighs }) => {
        const weighed = found.filter(weighs)
        if (weighed.length === 0) return null
        return (
          <section key={title} className={css['ofLocale']}>
            <h3 className={css['localeTitle']}>{t(`group.${title}`)}</h3>
            {[null, sourceLocale, ...locales].map((locale) => (
              <ProblemList
                key={locale ?? ''}
                title={locale === null ? t('whole') : format.language(locale)}
                problems={weighed.filter((problem) => problem.locale === locale)}
                onShow={show}
              />
            ))}
          </section>
        )
      })}
    </Panel>
  )
}
