import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../model/checks/problem.ts'
import { isolated } from '../../i18n/isolated.ts'
import { Tabs } from '../../parts/tabs.tsx'
import type { Session } from '../../session/session.ts'
import { leaveHere } from '../../app/trail.ts'
import { CommentsPanel, useOpenThreads } from '../comments/panel.tsx'
import { useCaretBlock } from './caret.ts'
import { Details } from './details.tsx'
import { Facts } from './facts.tsx'
import { goTo } from './go.ts'
import { useProblemSteps } from './problem-steps.ts'
import { Problems, useSourceProblems } from './problems.tsx'
import { useQueryMarks } from './query-marks.ts'
import { Readers } from './readers.tsx'
import css from './side-panel.module.css'

type Tab = 'problems' | 'readers' | 'facts' | 'comments' | 'details'

const NONE: readonly Problem[] = []

/** What stands beside the text: what is wrong with it, its facts, and what is said of the whole. */
export function SidePanel({ session }: { readonly session: Session }) {
  const { t } = useTranslation('write')
  const [tab, setTab] = useState<Tab>('problems')
  const { t: readers } = useTranslation('readers')
  const caret = useCaretBlock()
  const problems = useSourceProblems(session)
  const found = problems?.ok ? problems.value : NONE
  const count = found.length
  const { t: comments } = useTranslation('comments')
  const open = useOpenThreads(session)
  useQueryMarks(session)
  const { t: checks } = useTranslation('checks')
  const showProblems = useCallback(() => setTab('problems'), [])
  const here = useProblemSteps(found, showProblems)
  return (
    <div className={css['panel']}>
      <p role="status" className={css['spoken']}>
        {here && checks(here.rule, isolated(here.params))}
      </p>
      <Tabs<Tab>
        label={t('panel.label')}
        selected={tab}
        onSelect={setTab}
        items={[
          {
            id: 'problems',
            text: count === 0 ? t('panel.problems') : t('panel.problemsCount', { count }),
            content: <Problems session={session} problems={problems} here={here} />,
          },
          {
            id: 'readers',
            text: readers('title'),
            content: <Readers session={session} caret={caret} />,
          },
          { id: 'facts', text: t('panel.facts'), content: <Facts session={session} /> },
          {
            id: 'comments',
            text: open === 0 ? comments('title') : comments('titleCount', { count: open }),
            content: (
              <CommentsPanel
                session={session}
                caret={caret}
                onGo={(target) => {
                  leaveHere()
                  goTo(target)
                }}
              />
            ),
          },
          { id: 'details', text: t('panel.details'), content: <Details session={session} /> },
        ]}
      />
    </div>
  )
}
