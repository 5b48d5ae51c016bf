import { CircleX, TriangleAlert } from '../../icons/icons.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../model/checks/problem.ts'
import { isolated } from '../../i18n/isolated.ts'
import { Button } from '../../parts/button.tsx'
import { Composer } from '../comments/composer.tsx'
import css from './publish.module.css'

export interface ProblemListProps {
  readonly title: string
  readonly problems: readonly Problem[]
  readonly onShow: (problem: Problem) => void
  /** Sets it aside with a reason; undefined for what cannot be. */
  readonly asideFor: (problem: Problem) => ((reason: string) => void) | undefined
}

// A language that nobody has begun has a problem for every text: the first few say enough.
const FIRST = 4

/** Problems of one language and one weight, each with the way to its place, and to set it aside where that may be. */
export function ProblemList({ title, problems, onShow, asideFor }: ProblemListProps) {
  const { t } = useTranslation('publish')
  const [all, setAll] = useState(false)
  if (problems.length === 0) return null
  const shown = all ? problems : problems.slice(0, FIRST)
  return (
    <div className={css['group']}>
      <h4 className={css['weight']}>{title}</h4>
      <ul className={css['problems']}>
        {shown.map((problem) => (
          <OneProblem
            key={JSON.stringify(problem)}
            problem={problem}
            onShow={() => onShow(problem)}
            onAside={asideFor(problem)}
          />
        ))}
      </ul>
      {problems.length > shown.length && (
        <Button look="quiet" onPress={() => setAll(true)}>
          {t('showMore', { count: problems.length - shown.length })}
        </Button>
      )}
    </div>
  )
}

interface OneProblemProps {
  readonly problem: Problem
  readonly onShow: () => void
  readonly onAside: ((reason: string) => void) | undefined
}

function OneProblem({ problem, onShow, onAside }: OneProblemProps) {
  const { t } = useTranslation('publish')
  const { t: checks } = useTranslation('checks')
  const { t: quality } = useTranslation('quality')
  const { t: common } = useTranslation()
  const [asking, setAsking] = useState(false)
  const isError = problem.severity === 'error'
  return (
    <li className={css['problem']} data-severity={problem.severity} data-rule={problem.rule}>
      {isError ? <CircleX /> : <TriangleAlert />}
      <span className={css['sentence']}>{checks(problem.rule, isolated(problem.params))}</span>
      <span className={css['ways']}>
        <Button onPress={onShow}>{common('show')}</Button>
        {onAside !== undefined && (
          <Button look="quiet" aria-expanded={asking} onPress={() => setAsking(!asking)}>
            {quality('setAside')}
          </Button>
        )}
      </span>
      {asking && onAside !== undefined && (
        <div className={css['why']}>
          {isError && <p className={css['hint']}>{t('aside.note')}</p>}
          <Composer
            autoFocus
            kinds={['comment']}
            label={isError ? t('aside.why') : quality('why')}
            button={quality('setAside')}
            onSay={(_, reason) => onAside(reason)}
            onCancel={() => setAsking(false)}
          />
        </div>
      )}
    </li>
  )
}
