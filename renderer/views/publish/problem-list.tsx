import { CircleX, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../model/checks/problem.ts'
import { isolated } from '../../i18n/isolated.ts'
import { Button } from '../../parts/button.tsx'
import css from './publish.module.css'

export interface ProblemListProps {
  readonly title: string
  readonly problems: readonly Problem[]
  readonly onShow: (problem: Problem) => void
}

// A language that nobody has begun has a problem for every text: the first few say enough.
const FIRST = 4

/** Problems of one language and one weight, each with the way to its place. */
export function ProblemList({ title, problems, onShow }: ProblemListProps) {
  const { t } = useTranslation('publish')
  const { t: checks } = useTranslation('checks')
  const { t: common } = useTranslation()
  const [all, setAll] = useState(false)
  if (problems.length === 0) return null
  const shown = all ? problems : problems.slice(0, FIRST)
  return (
    <div className={css['group']}>
      <h4 className={css['weight']}>{title}</h4>
      <ul className={css['problems']}>
        {shown.map((problem) => (
          <li
            key={JSON.stringify(problem)}
            className={css['problem']}
            data-severity={problem.severity}
          >
            {problem.severity === 'error' ? <CircleX aria-hidden /> : <TriangleAlert aria-hidden />}
            <span className={css['sentence']}>
              {checks(problem.rule, isolated(problem.params))}
            </span>
            <Button onPress={() => onShow(problem)}>{common('show')}</Button>
          </li>
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
