import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CATEGORIES, COMMAND_IDS, specOf, type CommandId } from '../../model/commands/commands.ts'
import { queryOf, rank } from '../../model/search/rank.ts'
import { Dialog } from '../parts/dialog.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { allKeysOf } from './keyboard.ts'
import css from './sheet.module.css'

/** Every command that has keys, by what it is for. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('commands')
  const [search, setSearch] = useState('')
  const rows = useMemo(
    () =>
      COMMAND_IDS.map((id) => ({
        id,
        title: t(`title.${id}`),
        keys: allKeysOf(id),
        typed: specOf(id).typed,
      })).filter(({ keys, typed }) => keys.length > 0 || typed !== undefined),
    [t],
  )
  const query = queryOf(search)
  const found = rows.filter(
    ({ id, title, keys }) =>
      rank(query, `${title} ${t(`category.${specOf(id).category}`)} ${keys.join(' ')}`) !== null,
  )
  return (
    <Dialog title={t('title.shortcuts')} isOpen wide onOpenChange={(open) => !open && onClose()}>
      <SearchField label={t('sheet.search')} value={search} onChange={setSearch} autoFocus />
      <div role="status" className={css['none']}>
        {found.length === 0 && t('sheet.none')}
      </div>
      <div className={css['groups']}>
        {CATEGORIES.map((category) => {
          const own = found.filter(({ id }) => specOf(id).category === category)
          if (own.length === 0) return null
          return (
            <section key={category} className={css['group']}>
              <h3 className={css['heading']}>{t(`category.${category}`)}</h3>
              <dl className={css['rows']}>
                {own.map((row) => (
                  <Row key={row.id} {...row} />
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}

interface RowProps {
  readonly id: CommandId
  readonly title: string
  readonly keys: readonly string[]
  readonly typed: string | undefined
}

function Row({ id, title, keys, typed }: RowProps) {
  const { t } = useTranslation('commands')
  const all = [...keys, ...(typed === undefined ? [] : [typed])]
  return (
    <div className={css['row']} data-command={id}>
      <dt>{title}</dt>
      <dd className={css['keys']}>
        {all.map((each, at) => (
          <span key={each}>
            {at > 0 && <span className={css['or']}>{t('sheet.or')}</span>}
            <kbd dir="ltr" data-typed={each === typed || undefined}>
              {each}
            </kbd>
          </span>
        ))}
      </dd>
    </div>
  )
}
