import { CircleCheck, CircleHelp, CircleSlash, EyeOff, Unlink } from '../../icons/icons.ts'
import { useMemo, useState, type RefObject } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { withAnswer, withoutAnswer, type Answer } from '../../../model/document/answer.ts'
import { reviewAnswers, type Reviewed } from '../../../model/completeness/review.ts'
import { findBlock } from '../../../model/document/state.ts'
import { leaveHere } from '../../app/trail.ts'
import { useHost } from '../../editor/context.ts'
import { Button } from '../../parts/button.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { toast } from '../../parts/toast.tsx'
import { classNames } from '../../theme/class-names.ts'
import type { Session } from '../../session/session.ts'
import { goToBlock } from './go.ts'
import css from './side-panel.module.css'

const ICONS = {
  answered: CircleCheck,
  answeredFor: EyeOff,
  declined: CircleSlash,
  open: CircleHelp,
  lost: Unlink,
} as const

export interface ReadersProps {
  readonly session: Session
  /** The block that the caret was in last. */
  readonly caret: RefObject<string | null>
}

/** The questions that readers will ask, each with the passage that answers it or the decision that none does. */
export function Readers({ session, caret }: ReadersProps) {
  const { t } = useTranslation('readers')
  const document = useStore(session.store, ({ state }) => state.document)
  const all = useMemo(() => reviewAnswers(document), [document])
  const [open, setOpen] = useState<string | null>(null)
  return (
    <div className={css['stack']}>
      <p className={css['quiet']}>{t('about')}</p>
      <ul className={css['facts']}>
        {all.map((reviewed) => (
          <ReaderRow
            key={reviewed.question}
            session={session}
            caret={caret}
            reviewed={reviewed}
            open={open === reviewed.question}
            onToggle={() => setOpen(open === reviewed.question ? null : reviewed.question)}
          />
        ))}
      </ul>
    </div>
  )
}

interface ReaderRowProps extends ReadersProps {
  readonly reviewed: Reviewed
  readonly open: boolean
  readonly onToggle: () => void
}

function ReaderRow({ session, caret, reviewed, open, onToggle }: ReaderRowProps) {
  const { t } = useTranslation('readers')
  const host = useHost()
  const { question } = reviewed
  const put = (change: (answers: readonly Answer[]) => Answer[], merge?: string): void => {
    const { metadata } = session.store.getState().state.document
    session.apply(
      [
        {
          type: 'metadata.put',
          metadata: { ...metadata, answers: change(metadata.answers ?? []) },
        },
      ],
      merge === undefined ? {} : { merge },
    )
  }
  const point = (block: string): void =>
    put((answers) => withAnswer(answers, { kind: 'passage', question, block }))
  const decline = (reason: string, merge?: string): void =>
    put((answers) => withAnswer(answers, { kind: 'declined', question, reason }), merge)
  const show = (block: string): void => {
    leaveHere()
    goToBlock(block)
  }
  const here = (): void => {
    const block = caret.current
    if (block !== null && findBlock(session.store.getState().state.document, block)) point(block)
    else toast({ text: t('caret') })
  }

  const state =
    reviewed.state === 'answered' && reviewed.audience !== 'public' ? 'answeredFor' : reviewed.state
  const Icon = ICONS[state]
  const waiting = reviewed.state === 'open' || reviewed.state === 'lost'
  const suggestion = waiting ? reviewed.suggestion : null
  return (
    <li className={css['fact']} data-question={question} data-state={state}>
      <AriaButton aria-expanded={open} className={classNames(css['summary'])} onPress={onToggle}>
        <span>{t(`questions.${question}`)}</span>
        <Icon size={16} />
        <span className={css['about']}>{t(`states.${state}`)}</span>
      </AriaButton>
      {open && (
        <div className={css['form']}>
          {reviewed.state === 'declined' && (
            <TextArea
              label={t('reason')}
              value={reviewed.reason}
              onChange={(reason) => decline(reason, `answer ${question}`)}
              isReadOnly={host.readOnly}
              maxLength={5000}
              dir="auto"
              internal
            />
          )}
          <div className={css['buttons']}>
            {reviewed.state === 'answered' && (
              <Button onPress={() => show(reviewed.block)}>{t('show')}</Button>
            )}
            {suggestion !== null && (
              <Button onPress={() => show(suggestion)}>{t('suggestion')}</Button>
            )}
            {!host.readOnly && waiting && (
              <>
                {suggestion !== null && (
                  <Button onPress={() => point(suggestion)}>{t('accept')}</Button>
                )}
                <Button onPress={here}>{t('here')}</Button>
                <Button onPress={() => decline('')}>{t('decline')}</Button>
              </>
            )}
            {!host.readOnly && !waiting && (
              <Button onPress={() => put((answers) => withoutAnswer(answers, question))}>
                {t('clear')}
              </Button>
            )}
          </div>
        </div>
      )}
    </li>
  )
}
