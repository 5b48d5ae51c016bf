import { useState } from 'react'
import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { TemplateSummary } from '../../../model/contract/template.ts'
import { TEMPLATE_NAMES, type TemplateName } from '../../../model/document/template.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { LocaleField } from '../../parts/locale-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { classNames } from '../../theme/class-names.ts'
import { OwnTools } from '../templates/own-tools.tsx'
import { useTemplates } from '../templates/templates.ts'
import { createPostmortem } from './actions.ts'
import css from './library.module.css'

const FIRST: TemplateName = 'incident'

export function NewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('library')
  const { t: templates } = useTranslation('template')
  const { t: names } = useTranslation('own-template')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [title, setTitle] = useState('')
  const [locale, setLocale] = useState<string | null>(i18n.language)
  const [picked, setTemplate] = useState<string>(FIRST)
  const own = useTemplates()
  const chosen = own.find(({ id }) => id === picked)
  const ours = TEMPLATE_NAMES.find((name) => name === picked)
  // One that another window deleted is not there to begin with.
  const template = chosen?.id ?? ours ?? FIRST
  const [busy, setBusy] = useState(false)
  const ready = title.trim() !== '' && locale !== null && !busy

  const hint = ({ sections: count, locale: tag, texts, damaged }: TemplateSummary): string => {
    if (damaged) return t('damaged')
    const said = { count, language: format.language(tag) }
    return texts ? names('hintTexts', said) : names('hint', said)
  }

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
          {/* Drawn anew for a template of one's own, whose language it then shows. */}
          <LocaleField
            key={chosen?.id ?? FIRST}
            label={t('create.language')}
            value={locale}
            onChange={setLocale}
          />
        </div>
        <RadioGroup
          className={classNames(css['options'])}
          value={template}
          onChange={(value) => {
            setTemplate(value)
            const its = own.find(({ id }) => id === value)
            if (its && !its.damaged) setLocale(its.locale)
          }}
        >
          <Label className={classNames(css['legend'], css['wide'])}>{t('create.template')}</Label>
          {TEMPLATE_NAMES.map((name) => (
            <RadioField key={name} value={name}>
              <RadioButton className={classNames(css['option'])}>
                <span>{templates(`names.${name}`)}</span>
              </RadioButton>
            </RadioField>
          ))}
          {own.map(({ id, name }) => (
            <RadioField key={id} value={id}>
              <RadioButton className={classNames(css['option'])}>
                <span>
                  <bdi>{name}</bdi>
                </span>
              </RadioButton>
            </RadioField>
          ))}
          <Text slot="description" className={classNames(css['hint'], css['wide'])}>
            {chosen === undefined ? templates(`hints.${ours ?? FIRST}`) : hint(chosen)}
          </Text>
        </RadioGroup>
        {chosen && (
          <OwnTools key={chosen.id} template={chosen} onDeleted={() => setTemplate(FIRST)} />
        )}
      </form>
    </Dialog>
  )
}
