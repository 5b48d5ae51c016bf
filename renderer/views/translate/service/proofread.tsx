import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../model/contract/calls.ts'
import type { Remark } from '../../../../model/contract/service.ts'
import { newId } from '../../../../model/document/identifier.ts'
import type { Failure } from '../../../../model/errors/result.ts'
import { api } from '../../../api.ts'
import { openDialog } from '../../../app/dialogs.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { ProgressBar } from '../../../parts/progress-bar.tsx'
import type { Session } from '../../../session/session.ts'
import css from '../translate.module.css'
import type { Asked } from './consent.tsx'
import { putReplacement, withoutRemark } from './remarks.ts'

type Stage =
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly told: Output<'proof.check'> }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface ProofreadProps {
  readonly session: Session
  /** The language to be read: the source's, or one that is translated into. */
  readonly locale: string
  readonly asked: Asked
  readonly onGo: (unit: string) => void
  readonly onClose: () => void
}

/** Lets the proofreader read a language, and shows what it found with what to write instead. */
export function Proofread({ session, locale, asked, onGo, onClose }: ProofreadProps) {
  const { t } = useTranslation('service')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [job] = useState(newId)
  const [stage, setStage] = useState<Stage>({ kind: 'running', done: 0, total: 0 })

  useEffect(() => {
    let gone = false
    const run = async (): Promise<void> => {
      await session.flush()
      const told = await asked('proof', (agreed) =>
        api.call('proof.check', {
          id: session.id,
          locale,
          ...(agreed === undefined ? {} : { agreed }),
          job,
        }),
      )
      if (gone) return
      if (told === null) onClose()
      else
        setStage(
          told.ok ? { kind: 'done', told: told.value } : { kind: 'failed', failure: told.error },
        )
    }
    void run()
    const deaf = api.on('job.progress', ({ job: of, done, total }) => {
      if (of === job) setStage({ kind: 'running', done, total })
    })
    return () => {
      gone = true
      deaf()
      void api.call('job.cancel', { job })
    }
    // It reads once for each opening.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const told = stage.kind === 'done' ? stage.told : null
  const leave = (gone: Remark, replacement: string | null): void => {
    if (told === null) return
    const remarks = withoutRemark(told.remarks, gone, replacement)
    setStage({ kind: 'done', told: { ...told, remarks } })
  }
  return (
    <Dialog
      title={t('proofread.title', { language: format.language(locale) })}
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <Button look={stage.kind === 'running' ? 'plain' : 'primary'} onPress={onClose}>
          {stage.kind === 'running' ? t('stop') : common('close')}
        </Button>
      }
    >
      <div className={css['choices']} data-proofread={stage.kind}>
        {stage.kind === 'running' && (
          <ProgressBar
            label={t('proofread.running')}
            value={stage.done}
            max={stage.total}
            text={t('open.count', { done: stage.done, total: stage.total })}
          />
        )}
        {stage.kind === 'failed' && (
          <ErrorNote
            failure={stage.failure}
            buttons={<Button onPress={() => openDialog('services')}>{t('setUp')}</Button>}
          />
        )}
        {told !== null && (
          <>
            <p role="status">{t('found', { count: told.remarks.length })}</p>
            {told.withheld > 0 && <p>{t('ask.withheld', { count: told.withheld })}</p>}
            {told.stopped !== null && <ErrorNote failure={told.stopped} />}
            <ul className={css['refused']} aria-label={t('proofread.all')}>
              {told.remarks.map((remark) => (
                <li key={`${remark.unit} ${remark.start} ${remark.message}`}>
                  <p>
                    <mark lang={locale} className={css['remarked']}>
                      <bdi>{remark.text}</bdi>
                    </mark>{' '}
                    <bdi>{remark.message}</bdi>
                  </p>
                  <div className={css['ways']}>
                    {remark.replacements.map((replacement) => (
                      <Button
                        key={replacement}
                        aria-label={t('proofread.use', { text: replacement })}
                        onPress={() =>
                          leave(
                            remark,
                            putReplacement(session, locale, remark, replacement)
                              ? replacement
                              : null,
                          )
                        }
                      >
                        <bdi lang={locale}>{replacement}</bdi>
                      </Button>
                    ))}
                    <Button look="quiet" onPress={() => onGo(remark.unit)}>
                      {t('proofread.go')}
                    </Button>
                    <Button look="quiet" onPress={() => leave(remark, null)}>
                      {t('proofread.ignore')}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  )
}
