import { useTranslation } from 'react-i18next'
import { directionOf } from '../../../../model/document/locale.ts'
import { TextField } from '../../../parts/text-field.tsx'
import css from './words.module.css'

export interface WordRowProps {
  readonly name: string
  /** What must stand in it. */
  readonly slots: readonly string[]
  /** The program's word; undefined in a language that it has none of. */
  readonly ours: string | undefined
  readonly own: string
  readonly locale: string
  readonly onChange: (word: string) => void
}

/** One word of publications: which, as the program has it, and the library's own. */
export function WordRow({ name, slots, ours, own, locale, onChange }: WordRowProps) {
  const { t } = useTranslation('own-words')
  const lost = own.trim() === '' ? [] : slots.filter((slot) => !own.includes(slot))
  return (
    <li className={css['row']}>
      <span className={css['which']}>
        <code dir="ltr">{name}</code>
        {ours === undefined ? (
          <span className={css['hint']} data-missing={own.trim() === '' ? '' : undefined}>
            {slots.length > 0 ? t('noneWith', { slots: slots.join(' ') }) : t('none')}
          </span>
        ) : (
          <span lang={locale} dir={directionOf(locale)}>
            {ours}
          </span>
        )}
      </span>
      <TextField
        label={t('own', { name })}
        labelHidden
        value={own}
        maxLength={500}
        lang={locale}
        dir={directionOf(locale)}
        error={lost.length > 0 ? t('slot', { slots: lost.join(' ') }) : undefined}
        onChange={onChange}
      />
    </li>
  )
}
