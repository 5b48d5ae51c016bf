import { Trash2 } from '../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { directionOf } from '../../../model/document/locale.ts'
import { LONGEST_TERM, PARTS_OF_SPEECH, TERM_STATUSES } from '../../../model/terms/concept.ts'
import { CheckBox } from '../../parts/check-box.tsx'
import { IconButton } from '../../parts/icon-button.tsx'
import { LocaleField } from '../../parts/locale-field.tsx'
import { Select } from '../../parts/select.tsx'
import { TextField } from '../../parts/text-field.tsx'
import type { Flaw, TermDraft } from './concept-draft.ts'
import css from './terms.module.css'

export interface TermFieldsProps {
  readonly number: string
  readonly term: TermDraft
  readonly flaw: Flaw | undefined
  readonly autoFocus: boolean
  readonly onChange: (term: TermDraft) => void
  readonly onRemove: () => void
}

const NO_SPEECH = 'none'
const SPEECHES = [NO_SPEECH, ...PARTS_OF_SPEECH] as const

/** One term of a concept. */
export function TermFields({ number, term, flaw, autoFocus, onChange, onRemove }: TermFieldsProps) {
  const { t } = useTranslation('terms')
  const { locale, text, status, partOfSpeech, note, caseSensitive } = term
  return (
    <fieldset className={css['fields']} data-term-fields>
      <legend className={css['legend']}>{t('form.number', { number })}</legend>
      <div className={css['pair']}>
        <TextField
          label={t('form.term')}
          value={text}
          autoFocus={autoFocus}
          maxLength={LONGEST_TERM}
          error={flaw === undefined || flaw === 'language' ? undefined : t(`form.flaw.${flaw}`)}
          lang={locale ?? undefined}
          dir={locale === null ? 'auto' : directionOf(locale)}
          onChange={(next) => onChange({ ...term, text: next })}
        />
        <div>
          <LocaleField
            label={t('form.language')}
            value={locale}
            onChange={(next) => onChange({ ...term, locale: next })}
          />
          {flaw === 'language' && (
            <p role="alert" className={css['flaw']}>
              {t('form.flaw.language')}
            </p>
          )}
        </div>
      </div>
      <div className={css['pair']}>
        <Select
          label={t('form.status')}
          value={status}
          options={TERM_STATUSES.map((value) => ({ value, text: t(`status.${value}`) }))}
          onChange={(next) => onChange({ ...term, status: next })}
        />
        <Select
          label={t('form.speech')}
          value={partOfSpeech ?? NO_SPEECH}
          options={SPEECHES.map((value) => ({
            value,
            text: t(`speech.${value}`),
          }))}
          onChange={(next) =>
            onChange({
              ...term,
              partOfSpeech: next === NO_SPEECH ? null : next,
            })
          }
        />
      </div>
      <TextField
        label={t('form.note')}
        value={note}
        maxLength={2000}
        onChange={(next) => onChange({ ...term, note: next })}
      />
      <div className={css['foot']}>
        <CheckBox
          label={t('form.caseSensitive')}
          isSelected={caseSensitive}
          onChange={(next) => onChange({ ...term, caseSensitive: next })}
        />
        <IconButton icon={Trash2} label={t('form.remove', { number })} onPress={onRemove} />
      </div>
    </fieldset>
  )
}
