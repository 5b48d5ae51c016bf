import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../../parts/tabs.tsx'
import type { Session } from '../../session/session.ts'
import { useCaretBlock } from './caret.ts'
import { Details } from './details.tsx'
import { Facts } from './facts.tsx'
import { Problems, useSourceProblems } from './problems.tsx'
import { Readers } from './readers.tsx'
import css from './side-panel.module.css'

type Tab = 'problems' | 'readers' | 'facts' | 'details'

/** What stands beside the text: what is wrong with it, its facts, and what is said of the whole. */
export function SidePanel({ session }: { readonly session: Session }) {
  const { t } = useTranslation('write')
  const [tab, setTab] = useState<Tab>('problems')
  const { t: readers } = useTranslation('readers')
  const caret = useCaretBlock()
  const problems = useSourceProblems(session)
  const count = problems?.ok ? problems.value.length : 0
  return (
    <div className={css['panel']}>
      <Tabs<Tab>
        label={t('panel.label')}
        selected={tab}
        onSelect={setTab}
        items={[
          {
            id: 'problems',
            text: count === 0 ? t('panel.problems') : t('panel.problemsCount', { count }),
            content: <Problems session={session} problems={problems} />,
          },
          {
            id: 'readers',
            text: readers('title'),
            content: <Readers session={session} caret={caret} />,
          },
          { id: 'facts', text: t('panel.facts'), content: <Facts session={session} /> },
          { id: 'details', text: t('panel.details'), content: <Details session={session} /> },
        ]}
      />
    </div>
  )
}
