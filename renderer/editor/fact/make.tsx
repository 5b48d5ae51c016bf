import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Fact, FactKind, FactStatus, FactValue } from '../../../model/document/fact.ts'
import { readFact } from '../../../model/facts/read.ts'
import { Button } from '../../parts/button.tsx'
import { Select } from '../../parts/select.tsx'
import { useHost } from '../context.ts'
import { wordsOf } from '../host.ts'
import { blankFact, isFact, KINDS } from './draft.ts'
import styles from './fact.module.css'
import { FactForm } from './form.tsx'
import { ValueFields } from './value-fields.tsx'

export interface MakeProps {
  readonly status: FactStatus
  /** What the button says. */
  readonly button: string
  readonly onMake: (fact: Fact) => void
}

/** A new fact. */
export function Make({ status, button, onMake }: MakeProps) {
  const { t } = useTranslation('editor')
  const host = useHost()
  const locales = useStore(host.session.store, ({ state }) => state.document.locales)
  const [kind, setKind] = useState<FactKind>('number')
  const [value, setValue] = useState<FactValue | null>(null)
  // What is said before there is a value is kept on a fact that nobody sees.
  const [rest, setRest] = useState<Fact>(() => ({
    ...blankFact({ kind: 'name', name: '-', locales: {} }),
    status,
  }))
  const fact = value === null ? null : { ...rest, value }
  const ready = fact !== null && isFact(fact)
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onMake(fact)
      }}
    >
      <Select
        label={t('fact.kind')}
        value={kind}
        options={KINDS.map((each) => ({ value: each, text: t(`fact.kinds.${each}`) }))}
        onChange={(next) => {
          setKind(next)
          setValue(null)
        }}
      />
      <ValueFields key={kind} kind={kind} value={null} locales={locales} onChange={setValue} />
      <FactForm
        fact={fact ?? rest}
        bounded={kind !== 'name'}
        onChange={(part) => setRest({ ...rest, ...part })}
      />
      {ready && (
        <p className={styles['reading']} lang={host.locale} dir={host.direction}>
          {readFact(fact, 'long', host.locale, wordsOf(host.locale))}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" isDisabled={!ready}>
          {button}
        </Button>
      </div>
    </form>
  )
}
