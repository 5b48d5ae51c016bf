import { useMemo, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { FactStatus } from '../../../model/document/fact.ts'
import type { Identifier } from '../../../model/document/identifier.ts'
import { readFact } from '../../../model/facts/read.ts'
import { Button } from '../../parts/button.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { classNames } from '../../theme/class-names.ts'
import { useHost } from '../context.ts'
import { wordsOf } from '../host.ts'
import styles from './fact.module.css'
import { Make } from './make.tsx'

export interface ChooseProps {
  readonly onPick: (fact: Identifier) => void
  /** What a fact that is made here is at first. */
  readonly status?: FactStatus
}

/** One of the facts there are, or a new one. */
export function Choose({ onPick, status = 'confirmed' }: ChooseProps) {
  const { t } = useTranslation('editor')
  const host = useHost()
  const facts = useStore(host.session.store, ({ state }) => state.document.facts)
  const [query, setQuery] = useState('')
  const [making, setMaking] = useState(facts.length === 0)
  const rows = useMemo(() => {
    const words = wordsOf(host.locale)
    const wanted = query.trim().toLocaleLowerCase()
    return facts
      .map((fact) => ({
        id: fact.id,
        name: fact.name,
        text: readFact(fact, 'long', host.locale, words),
      }))
      .filter(({ name, text }) => `${name} ${text}`.toLocaleLowerCase().includes(wanted))
  }, [facts, query, host])
  if (making)
    return (
      <Make
        status={status}
        button={t('fact.insert')}
        onMake={(fact) => {
          if (host.session.apply([{ type: 'fact.put', fact }])) onPick(fact.id)
        }}
      />
    )
  return (
    <>
      <SearchField label={t('fact.search')} value={query} onChange={setQuery} autoFocus />
      <ListBox
        aria-label={t('fact.all')}
        items={rows}
        className={classNames(styles['list'])}
        renderEmptyState={() => <p className={styles['fact']}>{t('fact.none')}</p>}
        onAction={(id) => onPick(String(id))}
      >
        {(row) => (
          <ListBoxItem id={row.id} textValue={row.text} className={classNames(styles['fact'])}>
            <span className={styles['value']} lang={host.locale} dir={host.direction}>
              {row.text}
            </span>
            {row.name !== '' && (
              <span className={styles['about']} dir="auto">
                {row.name}
              </span>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      <div className={styles['buttons']}>
        <Button onPress={() => setMaking(true)}>{t('fact.new')}</Button>
      </div>
    </>
  )
}
