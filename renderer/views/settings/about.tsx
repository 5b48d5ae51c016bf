import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../model/contract/calls.ts'
import type { Result } from '../../../model/errors/result.ts'
import { api } from '../../api.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import css from './settings.module.css'

/** What a person quotes when they report something: the version, what carries it, where their work is. */
export function About() {
  const { t } = useTranslation('settings')
  const [info, setInfo] = useState<Result<Output<'library.info'>> | null>(null)
  useEffect(() => {
    void api.call('library.info', {}).then(setInfo)
  }, [])
  if (info?.ok === false) return <ErrorNote failure={info.error} />

  return (
    <section className={css['setting']}>
      <h3 className={css['label']}>{t('about')}</h3>
      <dl className={css['facts']}>
        <dt>{t('version')}</dt>
        <dd>{info?.value.version}</dd>
        <dt>{t('runtime')}</dt>
        <dd>{info?.value.runtime}</dd>
        <dt>{t('library')}</dt>
        <dd dir="ltr" className={css['path']}>
          {info?.value.file}
        </dd>
      </dl>
    </section>
  )
}
