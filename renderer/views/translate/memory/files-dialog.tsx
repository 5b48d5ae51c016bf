import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../model/contract/calls.ts'
import type { MemoryReport } from '../../../../model/contract/memory.ts'
import { AUDIENCES, type Audience } from '../../../../model/document/audience.ts'
import type { Failure, Result } from '../../../../model/errors/result.ts'
import { api } from '../../../api.ts'
import { currentSession } from '../../../app/current-session.ts'
import { useJob } from '../../../app/job.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { Select } from '../../../parts/select.tsx'
import css from './memory.module.css'
import { Progress } from './progress.tsx'

type MemoryFile = Output<'memory.files'>['files'][number]

const EVERYTHING = 'all'

/** The pairs of languages that the open postmortem works in. */
function pairsHere(): readonly { readonly from: string; readonly to: string }[] {
  const document = currentSession()?.store.getState().state.document
  return document === undefined
    ? []
    : document.locales.map((to) => ({ from: document.sourceLocale, to }))
}

/** What came into the translation memory with files: taken in, given out, and taken out again. */
export function MemoryFiles({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('memory')
  const { t: common } = useTranslation()
  const { t: publish } = useTranslation('publish')
  const format = useFormat()
  const { going, run, stop } = useJob()
  const [files, setFiles] = useState<readonly MemoryFile[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [told, setTold] = useState('')
  const [forgetting, setForgetting] = useState<string | null>(null)
  const [pair, setPair] = useState(EVERYTHING)
  const [pairs] = useState(pairsHere)
  const [audience, setAudience] = useState<Audience>('public')

  async function list(): Promise<void> {
    const found = await api.call('memory.files', {})
    if (found.ok) setFiles(found.value.files)
    else setFailure(found.error)
  }
  useEffect(() => void list(), [])

  // A button that cannot be pressed for a while, or went with its file, takes the focus out of the dialog.
  const first = useRef<HTMLButtonElement>(null)
  const focusAgain = (wanted: Element | null): void => {
    requestAnimationFrame(() => {
      const there = wanted instanceof HTMLElement && wanted.isConnected
      ;(there ? wanted : first.current)?.focus()
    })
  }

  /** Does something with the files, and says what came of it. */
  async function act<T>(
    work: (job: string) => Promise<Result<T>>,
    said: (value: T) => string,
  ): Promise<void> {
    const focus = document.activeElement
    setFailure(null)
    setTold('')
    const done = await run(work)
    await list()
    if (done.ok) setTold(said(done.value))
    else if (done.error.code === 'CANCELLED') setTold(t('stopped'))
    else setFailure(done.error)
    focusAgain(focus)
  }
  const report = ({ added, known, skipped }: MemoryReport): string =>
    [
      t('files.added', { count: added }),
      ...(known > 0 ? [t('files.known', { count: known })] : []),
      ...(skipped > 0 ? [t('files.skipped', { count: skipped })] : []),
    ].join(' ')
  const take = (): Promise<void> =>
    act(
      (job) => api.call('memory.import', { job }),
      (value) => (value.report === null ? '' : report(value.report)),
    )
  const give = (): Promise<void> =>
    act(
      (job) => {
        const sides = pair === EVERYTHING ? undefined : pairs[Number(pair)]
        const named = sides === undefined ? {} : { sides }
        return api.call('memory.export', { job, audience, ...named })
      },
      ({ path, units, left }) =>
        path === null
          ? ''
          : [
              t('files.exported', { count: units }),
              ...(left > 0 ? [t('files.left', { left })] : []),
            ].join(' '),
    )
  function forget(file: MemoryFile): Promise<void> {
    setForgetting(null)
    return act(
      (job) => api.call('memory.forget', { file: file.id, job }),
      () => t('files.forgotten', { name: file.name }),
    )
  }
  const isBusy = going !== null

  return (
    <Dialog
      title={t('files.title')}
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          {isBusy && <Button onPress={stop}>{t('stop')}</Button>}
          <Button look="primary" onPress={onClose}>
            {common('close')}
          </Button>
        </>
      }
    >
      <div className={css['choices']} data-memory-files>
        <p className={css['hint']}>{t('files.hint')}</p>
        <div className={css['row']}>
          <Button ref={first} isDisabled={isBusy} onPress={() => void take()}>
            {t('files.import')}
          </Button>
          <Select
            label={t('files.pair')}
            labelHidden
            value={pair}
            isDisabled={isBusy}
            options={[
              { value: EVERYTHING, text: t('files.everything') },
              ...pairs.map(({ from, to }, at) => ({
                value: String(at),
                text: t('files.fromTo', { from: format.language(from), to: format.language(to) }),
              })),
            ]}
            onChange={setPair}
          />
          <Select
            label={t('files.readers')}
            labelHidden
            value={audience}
            isDisabled={isBusy}
            options={AUDIENCES.map((value) => ({ value, text: publish(`audience.${value}`) }))}
            onChange={setAudience}
          />
          <Button isDisabled={isBusy} onPress={() => void give()}>
            {t('files.export')}
          </Button>
        </div>
        <p className={css['hint']}>{t('files.readersHint')}</p>
        {isBusy && <Progress label={t('working')} going={going} />}
        {failure !== null && <ErrorNote failure={failure} />}
        <p role="status" className={css['status']}>
          {told}
        </p>
        {files !== null && files.length === 0 && <p>{t('files.none')}</p>}
        {files !== null && files.length > 0 && (
          <ul className={css['entries']} aria-label={t('files.list')}>
            {files.map((file) => (
              <li key={file.id} className={css['file']}>
                <div>
                  <bdi className={css['name']}>{file.name}</bdi>
                  <p className={css['hint']}>
                    {format.dateTime(file.at)} · {t('entries', { count: file.entries })}
                  </p>
                </div>
                {forgetting === file.id ? (
                  <div className={css['row']} role="group" aria-label={t('files.sure')}>
                    <span>{t('files.sure')}</span>
                    <Button
                      onPress={() => {
                        setForgetting(null)
                        focusAgain(null)
                      }}
                    >
                      {common('cancel')}
                    </Button>
                    <Button look="danger" autoFocus onPress={() => void forget(file)}>
                      {t('files.forget')}
                    </Button>
                  </div>
                ) : (
                  <Button
                    isDisabled={isBusy}
                    aria-label={t('files.forgetOf', { name: file.name })}
                    onPress={() => setForgetting(file.id)}
                  >
                    {t('files.forget')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
