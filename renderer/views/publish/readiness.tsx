import { CircleCheck } from '../../icons/icons.ts'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Problem } from '../../../model/checks/problem.ts'
import type { Result } from '../../../model/errors/result.ts'
import { openDialog } from '../../app/dialogs.ts'
import { openPostmortem } from '../../app/route.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import type { Session } from '../../session/session.ts'
import { AsideView } from '../translate/quality/aside-view.tsx'
import { heed, setAside } from '../translate/quality/aside.ts'
import type { Aside } from '../translate/quality/found.ts'
import { isQualityRule } from '../translate/quality/look.ts'
import { ProblemList } from './problem-list.tsx'
import { isError } from './problems.ts'
import css from './publish.module.css'

export interface ReadinessProps {
  readonly session: Session
  readonly sourceLocale: string
  readonly locales: readonly string[]
  readonly problems: Result<readonly Problem[]> | null
  /** What was set aside and would be among them. */
  readonly asides: readonly Aside[]
  /** Looks again: what is set aside is another. */
  readonly again: () => void
}

/** What stops a release comes first, in every language. */
const WEIGHTS = [
  { title: 'errors', weighs: isError },
  { title: 'warnings', weighs: (problem: Problem) => !isError(problem) },
] as const

/** Everything that the checks found: what stops a release, then what is worth a look, each by language. */
export function Readiness(props: ReadinessProps) {
  const { session, sourceLocale, locales, problems, asides, again } = props
  const { t } = useTranslation('publish')
  const { t: quality } = useTranslation('quality')
  const format = useFormat()
  const fixed = useStore(session.store, ({ save }) => save.kind === 'readOnly')
  const panel = useRef<HTMLDivElement>(null)
  const { id } = session

  /** What had the focus goes with its problem: the keyboard stays here. */
  const done = (): void => {
    panel.current?.focus()
    again()
  }
  function asideFor({ rule, locale, unit }: Problem): ((reason: string) => void) | undefined {
    if (fixed || locale === null || unit === null || !isQualityRule(rule)) return undefined
    return (reason) => void setAside(session, { unit, locale, rule, reason }, done)
  }

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
      <div ref={panel} tabIndex={-1} className={css['readiness']}>
        {problems === null && <p className={css['hint']}>{t('checking')}</p>}
        {problems?.ok === false && <ErrorNote failure={problems.error} />}
        {problems?.ok && found.length === 0 && (
          <p className={css['good']}>
            <CircleCheck />
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
                  asideFor={asideFor}
                />
              ))}
            </section>
          )
        })}
        {asides.length > 0 && (
          <section className={css['ofLocale']} data-asides>
            <h3 className={css['localeTitle']}>{t('aside.title')}</h3>
            <p className={css['hint']}>{t('aside.hint')}</p>
            <ul className={css['problems']}>
              {asides.map((aside) => (
                <li key={`${aside.by.locale} ${aside.by.unit} ${aside.by.rule}`}>
                  <AsideView
                    {...aside}
                    onHeed={fixed ? undefined : () => void heed(session, aside.by, done)}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Panel>
  )
}
