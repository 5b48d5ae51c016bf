import { useMemo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { findBlock } from '../../../model/document/state.ts'
import { plainText } from '../../../model/document/text.ts'
import { readContent } from '../../../model/facts/read.ts'
import { unitsOf, unitsOfBlock } from '../../../model/units/unit.ts'
import { isOpenThread, threadsOf } from '../../../model/workflow/threads.ts'
import { factsOf, wordsOf } from '../../editor/host.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import type { Target } from '../../app/route.ts'
import { toast } from '../../parts/toast.tsx'
import type { Session } from '../../session/session.ts'
import { saying } from './actions.ts'
import css from './comments.module.css'
import { Composer } from './composer.tsx'
import { ThreadView } from './thread.tsx'

export interface CommentsPanelProps {
  readonly session: Session
  /** The block that the caret was in last. */
  readonly caret: RefObject<string | null>
  readonly onGo: (target: Target) => void
}

/** Everything that is said about the texts of a postmortem, what is open first, and where more is said. */
export function CommentsPanel({ session, caret, onGo }: CommentsPanelProps) {
  const { t } = useTranslation('comments')
  const format = useFormat()
  const state = useStore(session.store, (now) => now.state)
  const { document, comments } = state
  const threads = useMemo(() => threadsOf({ ...(comments ? { comments } : {}) }), [comments])
  const rows = useMemo(
    () =>
      threads.size === 0
        ? []
        : unitsOf(document)
            .flatMap((unit) => (threads.get(unit.id) ?? []).map((thread) => ({ unit, thread })))
            .toSorted((a, b) => Number(isOpenThread(b.thread)) - Number(isOpenThread(a.thread))),
    [document, threads],
  )
  const { sourceLocale } = document

  function say(kind: 'comment' | 'query' | 'rejection', text: string): void {
    session.settle()
    const now = session.store.getState().state.document
    const block = caret.current === null ? undefined : findBlock(now, caret.current)
    const unit =
      block === undefined
        ? now.title
        : [...unitsOfBlock('', block)].find(({ content }) => plainText(content) !== '')
    if (unit === undefined) toast({ text: t('nowhere') })
    else session.apply([saying(session, { unit: unit.id, locale: null }, kind, text)])
  }

  return (
    <div className={css['list']}>
      <Composer kinds={['comment', 'query']} label={t('newHere')} onSay={say} />
      {rows.length === 0 && <p>{t('none')}</p>}
      {rows.map(({ unit, thread }) => (
        <div key={thread.head.id} className={css['item']}>
          <div className={css['about']}>
            <p>
              <span lang={sourceLocale} dir="auto">
                {readContent(
                  unit.content,
                  factsOf(document),
                  sourceLocale,
                  wordsOf(sourceLocale),
                ).slice(0, 80)}
              </span>
              {thread.head.locale !== null && ` · ${format.language(thread.head.locale)}`}
            </p>
            <Button look="quiet" onPress={() => onGo({ ...unit.place, unit: unit.id })}>
              {t('go')}
            </Button>
          </div>
          <ThreadView session={session} thread={thread} />
        </div>
      ))}
    </div>
  )
}

/** How many threads of a postmortem are open. */
export const useOpenThreads = (session: Session): number =>
  useStore(session.store, ({ state: { comments } }) =>
    comments === undefined
      ? 0
      : [...comments.values()].filter(({ thread, resolved }) => thread === null && !resolved)
          .length,
  )
