import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../../model/errors/result.ts'
import type { Logo } from '../../../../model/theme/theme.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../parts/button.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { chooseImages } from '../../write/figure/choose.ts'
import { base64 } from '../../write/figure/take.ts'
import css from './theme.module.css'

export interface LogoFieldProps {
  readonly value: Logo | null
  readonly onChange: (logo: Logo | null) => void
}

/** An image over the title of every page. */
export function LogoField({ value, onChange }: LogoFieldProps) {
  const { t } = useTranslation('theme')
  const [failure, setFailure] = useState<Failure | null>(null)
  const choose = async (): Promise<void> => {
    const [file] = await chooseImages(false)
    if (file === undefined) return
    const read = await api.call('theme.logo', {
      name: file.name.slice(-255),
      data: await base64(file),
    })
    setFailure(read.ok ? null : read.error)
    if (read.ok) onChange(read.value)
  }
  return (
    <div className={css['colour']}>
      <span className={css['label']}>{t('logo')}</span>
      <div className={css['swatch']}>
        {value !== null && (
          <img
            className={css['logo']}
            src={`data:${value.type};base64,${value.data}`}
            alt={t('logoAlt')}
          />
        )}
        <Button onPress={() => void choose()}>
          {t(value === null ? 'chooseLogo' : 'otherLogo')}
        </Button>
        {value !== null && <Button onPress={() => onChange(null)}>{t('noLogo')}</Button>}
      </div>
      {failure !== null && <ErrorNote failure={failure} />}
    </div>
  )
}
