import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SUGGESTED_LOCALES } from '../../locales/suggested-locales.ts'
import { directionOf } from '../../model/document/locale.ts'
import { ownName, useFormat } from '../i18n/format.ts'
import { localeFromInput } from '../i18n/locale-input.ts'
import { ComboBox } from './combo-box.tsx'
import type { Option } from './select.tsx'

export interface LocaleFieldProps {
  readonly label: string
  readonly value: string | null
  /** Null: what is typed is no language. */
  readonly onChange: (locale: string | null) => void
  /** Languages that cannot be chosen, because they are there already. */
  readonly taken?: readonly string[]
  readonly autoFocus?: boolean
}

const NONE: readonly string[] = []

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** A language by its name in the interface's language or its own, or any BCP 47 tag. */
export function LocaleField({ label, value, onChange, taken = NONE, autoFocus }: LocaleFieldProps) {
  const { t } = useTranslation('translate')
  const format = useFormat()
  const [input, setInput] = useState(value === null ? '' : format.language(value))

  const options = useMemo(
    () =>
      SUGGESTED_LOCALES.map((tag): Option => ({
        value: tag,
        text: format.language(tag),
        note: `${ownName(tag)} · ${tag}`,
        lang: tag,
      })).toSorted((a, b) => format.compare(a.text, b.text)),
    [format],
  )
  const chosen = options.find(({ value: tag }) => tag === value)
  const fitting = useMemo(() => {
    const search = fold(input.trim())
    const free = options.filter(({ value: tag }) => !taken.includes(tag))
    if (search === '' || (chosen && fold(chosen.text) === search)) return free
    return free.filter(({ text, note }) => fold(`${text}\n${note}`).includes(search))
  }, [options, input, taken, chosen])

  const typed = input.trim()
  const isTaken = value !== null && taken.includes(value)
  const unknown = typed !== '' && value === null && fitting.length === 0
  return (
    <ComboBox
      label={label}
      note={value === null || chosen ? t('add.hint') : `${format.language(value)} · ${value}`}
      error={
        isTaken
          ? t('add.taken', { language: format.language(value) })
          : unknown
            ? t('add.invalid', { input: typed })
            : undefined
      }
      value={chosen ? value : null}
      onChange={(tag) => {
        if (tag === null) return
        onChange(tag)
        setInput(format.language(tag))
      }}
      input={input}
      onInput={(text) => {
        setInput(text)
        onChange(localeFromInput(text, options))
      }}
      options={fitting}
      dir={directionOf(format.locale)}
      {...(autoFocus === undefined ? {} : { autoFocus })}
    />
  )
}
