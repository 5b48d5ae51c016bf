import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Version } from '../../../model/history/version.ts'
import { useFormat } from '../../i18n/format.ts'
import { classNames } from '../../theme/class-names.ts'
import css from './history.module.css'

export interface VersionListProps {
  /** The one that stands now first. */
  readonly versions: readonly Version[]
  readonly selected: number | null
  readonly onSelect: (version: number) => void
}

/** What a version is called: its name, or when it was last saved. */
export function useVersionName(versions: readonly Version[]): (version: Version) => string {
  const { t } = useTranslation('history')
  const format = useFormat()
  return (version) =>
    version.name ??
    (version.number === versions[0]?.number ? t('now') : format.dateTime(version.at))
}

/** Every version with when, by whom, and how much was changed. */
export function VersionList({ versions, selected, onSelect }: VersionListProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const nameOf = useVersionName(versions)
  return (
    <ListBox
      aria-label={t('versions')}
      className={classNames(css['versions'])}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys
        if (key !== undefined) onSelect(Number(key))
      }}
    >
      {versions.map((version) => {
        const name = nameOf(version)
        const time = format.dateTime(version.at)
        const isFirst = version === versions.at(-1)
        return (
          <ListBoxItem
            key={version.number}
            id={version.number}
            textValue={name}
            className={classNames(css['version'])}
          >
            <span className={css['name']}>
              <bdi>{name}</bdi>
            </span>
            <span className={css['about']}>
              {name !== time && <time dateTime={version.at}>{time}</time>}
              {version.author !== '' && <bdi>{version.author}</bdi>}
              <span>{isFirst ? t('first') : t('changed', { count: version.changed })}</span>
            </span>
          </ListBoxItem>
        )
      })}
    </ListBox>
  )
}
