import { useState } from 'react'
import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { TEMPLATE_NAMES, type TemplateName } from '../../../model/document/template.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { LocaleField } from '../../parts/locale-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { classNames } from '../../theme/class-names.ts'
import { createPostmortem } from './actions.ts'
import css from './library.module.css'

export function NewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('library')
  const { t: templates } = useTranslation('template')
  const { t: common } = useTranslation()
  const [title, setTitle] = useState('')
  const [locale, setLocale] = useState<string | null>(i18n.language)
  const [template, setTemplate] = useState<TemplateName>('incident')
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
        <div
          onKeyDownCapture={(event) => {
            // Enter takes the language that was typed or chosen; it does not make the postmortem as well.
            if (event.key === 'Enter') event.preventDefault()
          }}
        >
          <LocaleField label={t('create.language')} value={locale} onChange={setLocale} />
        </div>
        <RadioGroup
          className={classNames(css['options'])}
          value={template}
          onChange={(value) => setTemplate(value as TemplateName)}
        >
          <Label className={classNames(css['legend'], css['wide'])}>{t('create.template')}</Label>
          {TEMPLATE_NAMES.map((name) => (
            <RadioField key={name} value={name}>
              <RadioButton className={classNames(css['option'])}>
                <span>{templates(`names.${name}`)}</span>
              </RadioButton>
            </RadioField>
          ))}
          <Text slot="description" className={classNames(css['hint'], css['wide'])}>
            {templates(`hints.${template}`)}
          </Text>
        </RadioGroup>
      </form>
    </Dialog>
  )
}
