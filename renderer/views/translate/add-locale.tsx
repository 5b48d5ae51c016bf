import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { LocaleField } from '../../parts/locale-field.tsx'

export interface AddLocaleProps {
  readonly taken: readonly string[]
  readonly onAdd: (locale: string) => void
  readonly onClose: () => void
}

export function AddLocale({ taken, onAdd, onClose }: AddLocaleProps) {
  const { t } = useTranslation('translate')
  const { t: common } = useTranslation()
  const [locale, setLocale] = useState<string | null>(null)
  const ready = locale !== null && !taken.includes(locale)
  return (
    <Dialog
      title={t('add.title')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="primary" isDisabled={!ready} type="submit" form="add-locale">
            {t('add.button')}
          </Button>
        </>
      }
    >
      <form
        id="add-locale"
        onSubmit={(event) => {
          event.preventDefault()
          if (locale === null || !ready) return
          onAdd(locale)
          onClose()
        }}
      >
        <LocaleField
          label={t('add.language')}
          value={locale}
          onChange={setLocale}
          taken={taken}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
