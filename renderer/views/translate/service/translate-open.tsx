import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../model/contract/calls.ts'
import type { Audience } from '../../../../model/document/audience.ts'
import { newId } from '../../../../model/document/identifier.ts'
import type { Failure } from '../../../../model/errors/result.ts'
import { hostOf } from '../../../../model/service/address.ts'
import { stillFitting } from '../../../../model/workflow/filling.ts'
import { api } from '../../../api.ts'
import { openDialog } from '../../../app/dialogs.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { ProgressBar } from '../../../parts/progress-bar.tsx'
import type { Session } from '../../../session/session.ts'
import css from '../translate.module.css'

interface Plan extends Output<'engine.count'> {
  readonly host: string
  readonly audience: Audience
}

type Stage =
  | { readonly kind: 'counting' }
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly count: number; readonly told: Output<'engine.translate'> }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** What would leave for where. */
async function planOf(session: Session, locale: string): Promise<Stage> {
  await session.flush()
  const state = await api.call('service.get', {})
  if (!state.ok) return { kind: 'failed', failure: state.error }
  const counted = await api.call('engine.count', { id: session.id, locale })
  if (!counted.ok) return { kind: 'failed', failure: counted.error }
  const { engine } = state.value
  if (engine === null) return { kind: 'failed', failure: { code: 'SERVICE_UNSET', params: {} } }
  const { url, audience } = engine
  return { kind: 'plan', plan: { ...counted.value, host: hostOf(url), audience } }
}

export interface TranslateOpenProps {
  readonly session: Session
  readonly locale: string
  readonly onClose: () => void
}

/** Lets the engine fill what is untranslated: first what would go where, then how far it is, then what came of it. */
export function TranslateOpen({ session, locale, onClose }: TranslateOpenProps) {
  const { t } = useTranslation('service')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [stage, setStage] = useState<Stage>({ kind: 'counting' })
  const job = useRef<string | null>(null)

  useEffect(() => {
    let gone = false
    void planOf(session, locale).then((plan) => {
      if (!gone) setStage(plan)
    })
    return () => {
      gone = true
      if (job.current !== null) void api.call('job.cancel', { job: job.current })
    }
  }, [session, locale])
  useEffect(
    () =>
      api.on('job.progress', ({ job: of, done, total }) => {
        if (of === job.current) setStage({ kind: 'running', done, total })
      }),
    [],
  )

  async function run({ host, texts }: Plan): Promise<void> {
    const id = newId()
    job.current = id
    setStage({ kind: 'running', done: 0, total: texts })
    const told = await api.call('engine.translate', {
      id: session.id,
      locale,
      agreed: host,
      job: id,
    })
    job.current = null
    if (!told.ok) return setStage({ kind: 'failed', failure: told.error })
    session.settle()
    // Somebody may have gone on working: what they wrote stays.
    const changes = stillFitting(told.value.changes, session.store.getState().state, locale)
    if (changes.length > 0) session.apply(changes)
    setStage({ kind: 'done', count: changes.length, told: told.value })
  }

  const stop = (): void => {
    if (job.current !== null) void api.call('job.cancel', { job: job.current })
  }
  const plan = stage.kind === 'plan' ? stage.plan : null
  return (
    <Dialog
      title={t('open.title', { language: format.language(locale) })}
      isOpen
      onOpenChange={(open) => !open && (stage.kind === 'running' ? stop() : onClose())}
      buttons={
        plan !== null && plan.texts > 0 ? (
          <>
            <Button onPress={onClose}>{common('cancel')}</Button>
            <Button look="primary" onPress={() => void run(plan)}>
              {t('ask.send')}
            </Button>
          </>
        ) : stage.kind === 'running' ? (
          <Button onPress={stop}>{t('stop')}</Button>
        ) : (
          <Button look="primary" onPress={onClose}>
            {common('close')}
          </Button>
        )
      }
    >
      <div className={css['choices']} data-translate-open={stage.kind}>
        {plan !== null && <Planned plan={plan} />}
        {stage.kind === 'running' && (
          <ProgressBar
            label={t('open.running')}
            value={stage.done}
            max={stage.total}
            text={t('open.count', { done: stage.done, total: stage.total })}
          />
        )}
        {stage.kind === 'done' && <Done count={stage.count} told={stage.told} />}
        {stage.kind === 'failed' && (
          <ErrorNote
            failure={stage.failure}
            buttons={<Button onPress={() => openDialog('services')}>{t('setUp')}</Button>}
          />
        )}
      </div>
    </Dialog>
  )
}

function Planned({ plan: { texts, characters, withheld, host, audience } }: { plan: Plan }) {
  const { t } = useTranslation('service')
  const readers = t(`readers.${audience}`)
  return (
    <>
      <p>{texts === 0 ? t('open.none') : t('ask.engine', { texts, characters, host, readers })}</p>
      {withheld > 0 && <p>{t('ask.withheld', { count: withheld })}</p>}
      {texts > 0 && <p>{t('ask.hand')}</p>}
    </>
  )
}

function Done({ count, told }: { count: number; told: Output<'engine.translate'> }) {
  const { t } = useTranslation('service')
  const { refused, stopped } = told
  return (
    <>
      <p role="status">{t('translated', { count })}</p>
      {stopped !== null && stopped.code === 'CANCELLED' && <p>{t('open.stopped')}</p>}
      {stopped !== null && stopped.code !== 'CANCELLED' && <ErrorNote failure={stopped} />}
      {refused.length > 0 && (
        <>
          <p>{t('open.refused', { count: refused.length })}</p>
          <ul className={css['refused']}>
            {refused.map(({ unit, text, codes }) => (
              <li key={unit}>
                <bdi>{codes}</bdi> {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
