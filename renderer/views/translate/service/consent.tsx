import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AUDIENCES, type Audience } from '../../../../model/document/audience.ts'
import type { Result } from '../../../../model/errors/result.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import css from '../translate.module.css'

/** What somebody is asked before the first text goes to a host. */
interface Question {
  readonly about: 'one' | 'proof'
  readonly host: string
  readonly audience: Audience
  readonly answer: (agreed: boolean) => void
}

export type Asked = <T>(
  about: Question['about'],
  run: (agreed?: string) => Promise<Result<T>>,
) => Promise<Result<T> | null>

/**
 * Does what sends something, and where nobody agreed to that yet, asks first. Null: the person said no. `dialog` is to be
 * drawn.
 */
export function useConsent(): { readonly asked: Asked; readonly dialog: ReactNode } {
  const [question, setQuestion] = useState<Question | null>(null)
  const asked: Asked = useCallback(async (about, run) => {
    const first = await run()
    if (first.ok || first.error.code !== 'SERVICE_UNASKED') return first
    const host = String(first.error.params['host'])
    const audience = AUDIENCES.find((one) => one === first.error.params['audience']) ?? 'public'
    const agreed = await new Promise<boolean>((answer) =>
      setQuestion({ about, host, audience, answer }),
    )
    setQuestion(null)
    return agreed ? run(host) : null
  }, [])
  return { asked, dialog: question && <Consent {...question} /> }
}

function Consent({ about, host, audience, answer }: Question) {
  const { t } = useTranslation('service')
  const { t: common } = useTranslation()
  return (
    <Dialog
      title={t('ask.title', { host })}
      isOpen
      onOpenChange={(open) => !open && answer(false)}
      buttons={
        <>
          <Button onPress={() => answer(false)}>{common('cancel')}</Button>
          <Button look="primary" onPress={() => answer(true)}>
            {t('ask.send')}
          </Button>
        </>
      }
    >
      <div className={css['choices']} data-consent>
        <p>{t(`ask.${about}`, { host, readers: t(`readers.${audience}`) })}</p>
        <p>{t('ask.hand')}</p>
      </div>
    </Dialog>
  )
}
