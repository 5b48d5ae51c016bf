import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { TextField } from '../../parts/text-field.tsx'

export interface LeftOutProps {
  /** The languages that are left out, in the order of the postmortem. */
  readonly locales: readonly string[]
  readonly reasons: ReadonlyMap<string, string>
  readonly onChange: (locale: string, reason: string) => void
  /** Those whose problems stop them: why they stay behind must be said. */
  readonly needed: ReadonlySet<string>
}

/** Why languages are left out of a release; the manifest says it too. */
export function LeftOut({ locales, reasons, onChange, needed }: LeftOutProps) {
  const { t } = useTranslation('publish')
  const format = useFormat()
  return locales
    .filter((locale) => needed.has(locale))
    .map((locale) => (
      <TextField
        key={locale}
        label={t('left.label', { language: format.language(locale) })}
        note={t('left.note')}
        value={reasons.get(locale) ?? ''}
        onChange={(reason) => onChange(locale, reason)}
        maxLength={500}
      />
    ))
}
