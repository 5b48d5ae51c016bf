import { CircleCheck, FolderOpen } from '../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../model/contract/calls.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import css from './publish.module.css'
import { reveal } from './export.ts'

/** What was written where. */
export function ReleaseResult({ result }: { readonly result: Output<'publish.run'> }) {
  const { t } = useTranslation('publish')
  const format = useFormat()
  const { files, path } = result
  return (
    <div className={css['result']}>
      <p className={css['good']}>
        <CircleCheck />
        {t('done', { count: files.length })}
      </p>
      <table className={css['files']}>
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th scope="col">{t('size')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ file, bytes }) => (
            <tr key={file}>
              <td>
                <bdi>{file}</bdi>
              </td>
              <td className={css['size']}>{format.bytes(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {path !== null && (
        <div>
          <Button onPress={() => void reveal(path)}>
            <FolderOpen size={16} />
            {t('reveal')}
          </Button>
        </div>
      )}
    </div>
  )
}
