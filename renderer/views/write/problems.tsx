import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Problem } from '../../../model/checks/problem.ts'
import { plainText } from '../../../model/document/text.ts'
import type { Result } from '../../../model/errors/result.ts'
import { api } from '../../api.ts'
import { Button } from '../../parts/button.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import type { Session } from '../../session/session.ts'
import { goTo } from './go.ts'
import css from './side-panel.module.css'

/** The checks look at the whole: they wait until the person has paused. In ms. */
const PAUSE = 800

/**
 * What the checks say about the source, as it stands in the library; asked again some moments after each save. Null
 * before the first answer.
 */
export function useSourceProblems(session: Session): Result<readonly Problem[]> | null {
  const saved = useStore(session.store, ({ save, state }) =>
    save.kind === 'saved' || save.kind === 'readOnly' ? state.document : null,
  )
  const [problems, setProblems] = useState<Result<readonly Problem[]> | null>(null)
  // The first answer is wanted at once.
  const asked = useRef(false)
  useEffect(() => {
    if (saved === null) return undefined
    let stale = false
    const timer = setTimeout(
      () => {
        void api
          .call('check.run', { id: session.id, locale: saved.sourceLocale })
          .then((checked) => {
            if (!stale)
              setProblems(checked.ok ? { ok: true, value: checked.value.problems } : checked)
          })
      },
      asked.current ? PAUSE : 0,
    )
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [session.id, saved])
  return problems
}

export interface ProblemsProps {
  readonly session: Session
  readonly problems: Result<readonly Problem[]> | null
}

/** What is wrong, each with the way to its place. */
export function Problems({ session, problems }: ProblemsProps) {
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
          <CircleCheck size={18} aria-hidden />
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
            {checks(problem.rule, { ...problem.params })}
          </span>
          <Button
            look="quiet"
            onPress={() =>
              goTo({
                unit: problem.unit,
                block: problem.place.block,
                section: problem.place.section,
                field: problem.place.field,
              })
            }
          >
            {common('show')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
