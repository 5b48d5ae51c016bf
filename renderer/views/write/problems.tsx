import { CircleCheck, CircleX, TriangleAlert } from '../../icons/icons.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../model/checks/problem.ts'
import { equal } from '../../../model/document/equal.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { plainText } from '../../../model/document/text.ts'
import type { Result } from '../../../model/errors/result.ts'
import { api } from '../../api.ts'
import { leaveHere } from '../../app/trail.ts'
import { isolated } from '../../i18n/isolated.ts'
import { Button } from '../../parts/button.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import type { Session, SessionState } from '../../session/session.ts'
import { goTo } from './go.ts'
import css from './side-panel.module.css'

/** The checks look at the whole: they wait until the person has paused. In ms. */
const PAUSE = 800

/**
 * What the checks say about the source, as it stands in the library; asked again some moments after each save. Null
 * before the first answer.
 */
export function useSourceProblems(session: Session): Result<readonly Problem[]> | null {
  const [problems, setProblems] = useState<Result<readonly Problem[]> | null>(null)
  // Heard and not drawn: every save comes by here several times a second while one types.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let saved: Postmortem | null = null
    // The first answer is wanted at once.
    let pause = 0
    const ask = (document: Postmortem): void => {
      pause = PAUSE
      void api
        .call('check.run', { id: session.id, locale: document.sourceLocale })
        .then((checked) => {
          if (saved !== document) return
          const next = checked.ok ? { ok: true as const, value: checked.value.problems } : checked
          setProblems((old) => (equal(old, next) ? old : next))
        })
    }
    const follow = ({ save, state }: SessionState): void => {
      const now = save.kind === 'saved' || save.kind === 'readOnly' ? state.document : null
      if (now === saved) return
      saved = now
      clearTimeout(timer)
      if (now !== null) timer = setTimeout(() => ask(now), pause)
    }
    follow(session.store.getState())
    const stop = session.store.subscribe(follow)
    const stopTerms = api.on('terms.changed', () => {
      if (saved !== null) ask(saved)
    })
    return () => {
      stop()
      stopTerms()
      saved = null
      clearTimeout(timer)
    }
  }, [session])
  return problems
}

/** Goes to the place of a problem, as exactly as it is known. */
export function goToProblem({ unit, place }: Problem): void {
  leaveHere()
  goTo({ unit, block: place.block, section: place.section, field: place.field })
}

export interface ProblemsProps {
  readonly session: Session
  readonly problems: Result<readonly Problem[]> | null
  /** The one that one went to last. */
  readonly here: Problem | undefined
}

/** What is wrong, each with the way to its place. */
export function Problems({ session, problems, here }: ProblemsProps) {
  const { t } = useTranslation('write')
  const { t: checks } = useTranslation('checks')
  const { t: common } = useTranslation()
  if (problems === null) return null
  const { document: doc } = session.store.getState().state
  const where = (id: string | null): string => {
    const section = doc.sections.find((each) => each.id === id)
    return section === undefined
      ? ''
      : plainText(section.heading.content) || t(`kind.${section.kind}`)
  }
  if (!problems.ok) return <ErrorNote failure={problems.error} />
  if (problems.value.length === 0)
    return (
      <p className={`${css['stack']} ${css['ready']}`}>
        <span className={css['ready']}>
          <CircleCheck size={18} />
          {t('problems.none')}
        </span>
      </p>
    )
  return (
    <ul className={css['problems']}>
      {problems.value.map((problem) => (
        <li
          key={JSON.stringify(problem)}
          className={css['problem']}
          data-severity={problem.severity}
          aria-current={problem === here || undefined}
        >
          {problem.severity === 'error' ? (
            <CircleX size={16} aria-label={checks('severities.error')} />
          ) : (
            <TriangleAlert size={16} aria-label={checks('severities.warning')} />
          )}
          <span>
            {problem.place.section !== null && (
              <bdi className={css['where']} lang={doc.sourceLocale}>
                {where(problem.place.section)}
              </bdi>
            )}
            {checks(problem.rule, isolated(problem.params))}
          </span>
          <Button look="quiet" onPress={() => goToProblem(problem)}>
            {common('show')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
