import { CircleX, TriangleAlert } from '../../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../../model/checks/problem.ts'
import { ariaKeysOf, keysOf } from '../../../commands/keyboard.ts'
import { Button } from '../../../parts/button.tsx'
import { Tooltip } from '../../../parts/tooltip.tsx'
import { Composer } from '../../comments/composer.tsx'
import type { Desk } from '../desk.ts'
import { AsideView } from './aside-view.tsx'
import { isQualityRule, type Looked } from './look.ts'
import css from './quality.module.css'

export interface ProblemsViewProps {
  readonly unit: string
  readonly looked: Looked
  /** The rule that somebody is setting aside. */
  readonly aside: string | null
  /** It was confirmed as it is: to do so again goes on. */
  readonly warned: boolean
  /** The text may not be changed. */
  readonly fixed: boolean
  readonly desk: Desk
}

/** What is wrong with the text that is worked on, with what mends it, and what was set aside. */
export function ProblemsView({ unit, looked, aside, warned, fixed, desk }: ProblemsViewProps) {
  const { t } = useTranslation('quality')
  const { problems, asides } = looked
  const first = problems.find(({ mend }) => mend !== undefined)
  const firstAside = problems.find(({ rule }) => isQualityRule(rule))
  return (
    <div className={css['quality']} data-problems>
      <p role="status" className={css['status']}>
        {problems.length > 0 &&
          (warned
            ? t('warned', { count: problems.length })
            : t('count', { count: problems.length }))}
      </p>
      {problems.length > 0 && (
        <ul className={css['problems']} aria-label={t('title')}>
          {problems.map((problem, at) => (
            <OneProblem
              // What a rule finds has no other name than its place in the list.
              // oxlint-disable-next-line react/no-array-index-key
              key={`${problem.rule} ${at}`}
              unit={unit}
              problem={problem}
              asking={
                aside === problem.rule &&
                problems.findIndex(({ rule }) => rule === problem.rule) === at
              }
              mends={problem === first}
              setsAside={problem === firstAside}
              fixed={fixed}
              desk={desk}
            />
          ))}
        </ul>
      )}
      {asides.length > 0 && (
        <ul className={css['problems']} aria-label={t('asides.here')}>
          {asides.map(({ problem, by }) => (
            <li key={`${by.rule} ${problem.range?.start}`}>
              <AsideView
                problem={problem}
                by={by}
                onHeed={fixed ? undefined : () => desk.heed(unit, by.rule)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface OneProblemProps {
  readonly unit: string
  readonly problem: Problem
  readonly asking: boolean
  /** The keys for it are about this one. */
  readonly mends: boolean
  readonly setsAside: boolean
  readonly fixed: boolean
  readonly desk: Desk
}

function OneProblem({ unit, problem, asking, mends, setsAside, fixed, desk }: OneProblemProps) {
  const { t } = useTranslation('quality')
  const { t: checks } = useTranslation('checks')
  const { rule, severity, params, mend } = problem
  return (
    <li className={css['problem']} data-rule={rule} data-severity={severity}>
      {severity === 'error' ? (
        <CircleX size={16} aria-label={checks('severities.error')} />
      ) : (
        <TriangleAlert size={16} aria-label={checks('severities.warning')} />
      )}
      <span className={css['sentence']}>{checks(rule, { ...params })}</span>
      <span className={css['ways']}>
        {mend !== undefined && !fixed && (
          <Tooltip text={t('mend')} keys={mends ? keysOf('mend') : undefined}>
            <Button
              aria-keyshortcuts={mends ? ariaKeysOf('mend') : undefined}
              onPress={() => desk.mend(unit, problem)}
            >
              {t('mend')}
            </Button>
          </Tooltip>
        )}
        {isQualityRule(rule) && !fixed && (
          <Tooltip text={t('setAside')} keys={setsAside ? keysOf('setAside') : undefined}>
            <Button
              look="quiet"
              aria-expanded={asking}
              aria-keyshortcuts={setsAside ? ariaKeysOf('setAside') : undefined}
              onPress={() => desk.askAside(unit, asking ? null : rule)}
            >
              {t('setAside')}
            </Button>
          </Tooltip>
        )}
      </span>
      {asking && (
        <div className={css['why']} data-talk>
          <Composer
            autoFocus
            kinds={['comment']}
            label={t('why')}
            button={t('setAside')}
            onSay={(_, reason) => {
              if (isQualityRule(rule)) desk.setAside(unit, rule, reason)
            }}
            onCancel={() => desk.askAside(unit, null)}
          />
        </div>
      )}
    </li>
  )
}
