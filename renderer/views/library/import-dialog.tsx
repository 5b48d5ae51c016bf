import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { LocaleField } from '../../parts/locale-field.tsx'
import { importDocument } from './actions.ts'
import css from './library.module.css'

/** Asks for the language of a text before the file: a file does not say it, and what is recognised hangs on it. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('library')
  const { t: common } = useTranslation()
  const [locale, setLocale] = useState<string | null>(i18n.language)
  const [busy, setBusy] = useState(false)

  async function read(): Promise<void> {
    if (locale === null || busy) return
    setBusy(true)
    if (await importDocument(locale)) onClose()
    else setBusy(false)
  }

  return (
    <Dialog
      title={t('read.title')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="primary" isDisabled={locale === null || busy} type="submit" form="import">
            {t('read.button')}
          </Button>
        </>
      }
    >
      <form
        id="import"
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void read()
        }}
      >
        <LocaleField label={t('read.language')} value={locale} onChange={setLocale} autoFocus />
        <p className={css['hint']}>{t('read.hint')}</p>
      </form>
    </Dialog>
  )
}
