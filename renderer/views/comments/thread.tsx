import { useTranslation } from 'react-i18next'
import type { Comment } from '../../../model/document/comment.ts'
import { isOpenThread, type Thread } from '../../../model/workflow/threads.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import type { Session } from '../../session/session.ts'
import { saying, settling } from './actions.ts'
import css from './comments.module.css'
import { Composer } from './composer.tsx'

export interface ThreadViewProps {
  readonly session: Session
  readonly thread: Thread
}

/** What was said first, the answers, and how it is settled. Everything here is a step of the one history. */
export function ThreadView({ session, thread }: ThreadViewProps) {
  const { t } = useTranslation('comments')
  const { head, answers } = thread
  const open = isOpenThread(thread)
  return (
    <section
      className={css['thread']}
      aria-label={t(`kind.${head.kind}`)}
      data-thread={head.id}
      data-open={open || undefined}
    >
      <Badge tone={!open ? 'ok' : head.kind === 'comment' ? 'plain' : 'warn'}>
        {open ? t(`kind.${head.kind}`) : t('settled')}
      </Badge>
      {[head, ...answers].map((comment) => (
        <Said key={comment.id} comment={comment} />
      ))}
      {open && (
        <Composer
          kinds={['comment']}
          label={t('answer')}
          button={t('answer')}
          onSay={(_, text) => session.apply([saying(session, head, 'comment', text, head.id)])}
        />
      )}
      <div className={css['buttons']}>
        <Button onPress={() => session.apply([settling(session, head, open)])}>
          {t(open ? 'settle' : 'unsettle')}
        </Button>
        <Button
          look="quiet"
          onPress={() =>
            session.apply(
              [head, ...answers].map(({ id }) => ({ type: 'comment.remove', comment: id })),
            )
          }
        >
          {t('remove')}
        </Button>
      </div>
    </section>
  )
}

function Said({ comment: { by, at, text } }: { readonly comment: Comment }) {
  const format = useFormat()
  return (
    <div className={css['said']}>
      <p className={css['who']}>
        {by !== '' && (
          <>
            <bdi>{by}</bdi> ·{' '}
          </>
        )}
        <time dateTime={at}>{format.dateTime(at)}</time>
      </p>
      <p dir="auto" className={css['text']}>
        {text}
      </p>
    </div>
  )
}
