import { useTranslation } from 'react-i18next'
import type { Thread } from '../../../model/workflow/threads.ts'
import { Composer } from '../comments/composer.tsx'
import { ThreadView } from '../comments/thread.tsx'
import type { Talk } from './desk.ts'
import css from './translate.module.css'
import type { Desk } from './desk.ts'

export interface TalkViewProps {
  readonly unit: string
  readonly talk: Talk
  readonly threads: readonly Thread[]
  readonly desk: Desk
}

/** What is said about a text, and where more is said; or why a translation is sent back. */
export function TalkView({ unit, talk, threads, desk }: TalkViewProps) {
  const { t } = useTranslation('comments')
  return (
    <div className={css['talk']} role="group" aria-label={t('title')} data-talk>
      {talk === 'comment' &&
        threads.map((thread) => (
          <ThreadView key={thread.head.id} session={desk.session} thread={thread} />
        ))}
      <Composer
        key={talk}
        autoFocus
        kinds={talk === 'reject' ? ['rejection'] : ['query', 'comment']}
        label={t(talk === 'reject' ? 'why' : 'new')}
        onSay={(kind, text) => desk.say(unit, kind, text)}
        onCancel={() => desk.talk(unit, null)}
      />
    </div>
  )
}
