import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../../model/document/identifier.ts'
import { api } from '../../api.ts'
import { useLate } from '../../app/late.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProgressBar } from '../../parts/progress-bar.tsx'

interface Progress {
  readonly job: string
  readonly done: number
  readonly total: number
}

/** Work on a file that may take long: `run` gives it a name, and `dialog` is to be drawn, which says how far it is and stops it. */
export function useFileJob(): {
  readonly run: <T>(work: (job: string) => Promise<T>) => Promise<T>
  readonly dialog: ReactNode
} {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(
    () =>
      api.on('job.progress', ({ job, done, total }) =>
        setProgress((now) => (now?.job === job ? { job, done, total } : now)),
      ),
    [],
  )
  return {
    async run(work) {
      const job = newId()
      setProgress({ job, done: 0, total: 0 })
      try {
        return await work(job)
      } finally {
        setProgress((now) => (now?.job === job ? null : now))
      }
    },
    // Until it says how far it is, a dialog of the host may stand open.
    dialog: progress !== null && progress.total > 0 && <Working {...progress} />,
  }
}

function Working({ job, done, total }: Progress) {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  const late = useLate()
  const stop = (): void => void api.call('job.cancel', { job })
  if (!late) return null
  return (
    <Dialog
      title={t('working')}
      isOpen
      onOpenChange={(open) => !open && stop()}
      buttons={<Button onPress={stop}>{t('stop')}</Button>}
    >
      <div data-file-job>
        <ProgressBar
          label={t('working')}
          labelHidden
          value={done}
          max={total}
          text={format.percent(done, total)}
        />
      </div>
    </Dialog>
  )
}
