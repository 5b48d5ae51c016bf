import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  ENGINE_KINDS,
  type EngineKind,
  type EngineSettings,
  type ProofSettings,
  type ServiceState,
} from '../../../model/contract/service.ts'
import { AUDIENCES, type Audience } from '../../../model/document/audience.ts'
import type { Failure } from '../../../model/errors/result.ts'
import { hostOf, serviceAddress } from '../../../model/service/address.ts'
import { api } from '../../api.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { Select } from '../../parts/select.tsx'
import { TextField } from '../../parts/text-field.tsx'
import css from './settings.module.css'

const NO_ENGINE: EngineSettings = { kind: 'libre', url: '', model: '', audience: 'public' }
const NO_PROOF: ProofSettings = { url: '', audience: 'public' }
const OFF = 'off'

/** Sets up, or switches off, what a person lets Afterword ask. Nothing is asked from here. */
export function ServicesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('service')
  const { t: errors } = useTranslation('errors')
  const { t: common } = useTranslation()
  const [state, setState] = useState<ServiceState | null>(null)
  const [isOn, setOn] = useState(false)
  const [engine, setEngine] = useState(NO_ENGINE)
  const [proof, setProof] = useState(NO_PROOF)
  /** Null: as it is. */
  const [key, setKey] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  useEffect(() => {
    void api.call('service.get', {}).then((told) => {
      if (!told.ok) return setFailure(told.error)
      const { engine: there } = told.value
      setState(told.value)
      if (there !== null) {
        const { kind, url, model, audience } = there
        setEngine({ kind, url, model, audience })
        setOn(true)
      }
      setProof(told.value.proof ?? NO_PROOF)
    })
  }, [])

  const wrong = (url: string): string | undefined =>
    url.trim() === '' || serviceAddress(url) !== undefined
      ? undefined
      : errors('SERVICE_ADDRESS', { url: url.trim() })
  const ready =
    wrong(proof.url) === undefined && (!isOn || serviceAddress(engine.url) !== undefined)
  // A key goes with its host.
  const kept =
    state?.engine && hostOf(state.engine.url) === hostOf(serviceAddress(engine.url) ?? '')
      ? state.engine.key
      : 'none'

  async function save(): Promise<void> {
    const given = key === null ? {} : { key: key.trim() === '' ? null : key.trim() }
    const asked = isOn ? { engine, ...given } : { engine: null }
    const set = await api.call('service.setEngine', asked)
    if (!set.ok) return setFailure(set.error)
    const checked = await api.call('service.setProof', {
      proof: proof.url.trim() === '' ? null : proof,
    })
    if (!checked.ok) return setFailure(checked.error)
    onClose()
  }

  const audiences = AUDIENCES.map((value) => ({ value, text: t(`readers.${value}`) }))
  const readers = (value: Audience, onChange: (value: Audience) => void) => (
    <Select label={t('audience')} value={value} options={audiences} onChange={onChange} />
  )
  return (
    <Dialog
      title={t('title')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="primary" isDisabled={!ready} onPress={() => void save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className={css['settings']} data-services>
        <p className={css['hint']}>{t('about')}</p>
        {failure !== null && <ErrorNote failure={failure} />}
        <div className={css['setting']} role="group" aria-label={t('engine.title')}>
          <span className={css['label']}>{t('engine.title')}</span>
          <Select<EngineKind | typeof OFF>
            label={t('engine.kind')}
            value={isOn ? engine.kind : OFF}
            options={([OFF, ...ENGINE_KINDS] as const).map((value) => ({
              value,
              text: t(`engine.${value}`),
            }))}
            onChange={(kind) => {
              setOn(kind !== OFF)
              if (kind !== OFF) setEngine({ ...engine, kind })
            }}
          />
          {isOn && (
            <>
              <TextField
                label={t('engine.url')}
                note={t('engine.urlNote')}
                dir="ltr"
                value={engine.url}
                error={wrong(engine.url)}
                onChange={(url) => setEngine({ ...engine, url })}
              />
              {engine.kind === 'chat' && (
                <TextField
                  label={t('engine.model')}
                  note={t('engine.modelNote')}
                  dir="ltr"
                  maxLength={200}
                  value={engine.model}
                  onChange={(model) => setEngine({ ...engine, model })}
                />
              )}
              <TextField
                label={t('engine.key')}
                note={`${kept === 'none' ? t('engine.keyNote') : t(`key.${kept}`)}. ${t(state?.lasting ? 'key.lasting' : 'key.passing')}`}
                dir="ltr"
                secret
                maxLength={2000}
                value={key ?? ''}
                onChange={setKey}
              />
              {kept !== 'none' && key === null && (
                <Button onPress={() => setKey('')}>{t('key.forget')}</Button>
              )}
              {readers(engine.audience, (audience) => setEngine({ ...engine, audience }))}
            </>
          )}
        </div>
        <div className={css['setting']} role="group" aria-label={t('proof.title')}>
          <span className={css['label']}>{t('proof.title')}</span>
          <TextField
            label={t('proof.url')}
            note={t('proof.urlNote')}
            dir="ltr"
            value={proof.url}
            error={wrong(proof.url)}
            onChange={(url) => setProof({ ...proof, url })}
          />
          {proof.url.trim() !== '' &&
            readers(proof.audience, (audience) => setProof({ ...proof, audience }))}
        </div>
      </div>
    </Dialog>
  )
}
