import { useState } from 'react'
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { LocaleField } from '../../parts/locale-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { classNames } from '../../theme/class-names.ts'
import { createPostmortem } from './actions.ts'
import css from './library.module.css'

const TEMPLATES = ['incident', 'blank'] as const
type Template = (typeof TEMPLATES)[number]

export function NewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('library')
  const { t: common } = useTranslation()
  const [title, setTitle] = useState('')
  const [locale, setLocale] = useState<string | null>(i18n.language)
  const [template, setTemplate] = useState<Template>('incident')
  const [busy, setBusy] = useState(false)
  const ready = title.trim() !== '' && locale !== null && !busy

  async function create(): Promise<void> {
    if (!ready || locale === null) return
    setBusy(true)
    if (await createPostmortem({ title: title.trim(), locale, template })) onClose()
    else setBusy(false)
  }

  return (
    <Dialog
      title={t('create.title')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="primary" isDisabled={!ready} type="submit" form="create-postmortem">
            {t('create.button')}
          </Button>
        </>
      }
    >
      <form
        id="create-postmortem"
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <TextField
          label={t('create.name')}
          note={t('create.nameHint')}
          value={title}
          onChange={setTitle}
          maxLength={1000}
          dir="auto"
          autoFocus
        />
        <LocaleField label={t('create.language')} value={locale} onChange={setLocale} />
        <RadioGroup
          className={classNames(css['options'])}
          value={template}
          onChange={(value) => setTemplate(value as Template)}
        >
          <Label className={css['legend']}>{t('create.template')}</Label>
          {TEMPLATES.map((name) => (
            <RadioField key={name} value={name}>
              <RadioButton className={classNames(css['option'])}>
                <span>{t(`create.${name}`)}</span>
                <span className={css['hint']}>{t(`create.${name}Hint`)}</span>
              </RadioButton>
            </RadioField>
          ))}
        </RadioGroup>
      </form>
    </Dialog>
  )
}
