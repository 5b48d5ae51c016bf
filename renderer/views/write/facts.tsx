import { Plus } from '../../icons/icons.ts'
import { useMemo, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Fact } from '../../../model/document/fact.ts'
import { readFact } from '../../../model/facts/read.ts'
import { factUsage, type FactUse } from '../../../model/facts/usage.ts'
import { useHost } from '../../editor/context.ts'
import { isFact } from '../../editor/fact/draft.ts'
import { FactForm } from '../../editor/fact/form.tsx'
import { Make } from '../../editor/fact/make.tsx'
import { ValueFields } from '../../editor/fact/value-fields.tsx'
import { wordsOf } from '../../editor/host.ts'
import { leaveHere } from '../../app/trail.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { toast } from '../../parts/toast.tsx'
import { classNames } from '../../theme/class-names.ts'
import type { Session } from '../../session/session.ts'
import { goTo } from './go.ts'
import css from './side-panel.module.css'

/** Every fact, how it reads, and where it stands. */
export function Facts({ session }: { readonly session: Session }) {
  const { t } = useTranslation('write')
  const { t: editor } = useTranslation('editor')
  const host = useHost()
  // Where facts stand is counted once a save has gone through, not at every key.
  const document = useStore(session.store, ({ state }) => state.document)
  const { facts } = document
  const usage = useMemo(() => factUsage(document), [document])
  const [open, setOpen] = useState<string | null>(null)
  const [making, setMaking] = useState(false)
  return (
    <div className={css['stack']}>
      {facts.length === 0 && <p className={css['quiet']}>{t('facts.none')}</p>}
      <ul className={css['facts']}>
        {facts.map((fact) => (
          <FactRow
            key={fact.id}
            session={session}
            fact={fact}
            uses={usage.get(fact.id) ?? []}
            open={open === fact.id}
            onToggle={() => setOpen(open === fact.id ? null : fact.id)}
          />
        ))}
      </ul>
      {!host.readOnly && (
        <div className={css['buttons']}>
          <Button onPress={() => setMaking(true)}>
            <Plus size={16} />
            {editor('fact.new')}
          </Button>
        </div>
      )}
      <Dialog title={editor('fact.new')} isOpen={making} onOpenChange={setMaking}>
        <Make
          status="confirmed"
          button={t('facts.add')}
          onMake={(fact) => {
            if (session.apply([{ type: 'fact.put', fact }])) setMaking(false)
          }}
        />
      </Dialog>
    </div>
  )
}

interface FactRowProps {
  readonly session: Session
  readonly fact: Fact
  readonly uses: readonly FactUse[]
  readonly open: boolean
  readonly onToggle: () => void
}

function FactRow({ session, fact, uses, open, onToggle }: FactRowProps) {
  const { t } = useTranslation('write')
  const { t: editor } = useTranslation('editor')
  const host = useHost()
  const locales = useStore(session.store, ({ state }) => state.document.locales)
  const [next, setNext] = useState(0)
  const text = readFact(fact, 'long', host.locale, wordsOf(host.locale))
  const change = (part: Partial<Fact>): void => {
    const changed = { ...fact, ...part }
    if (isFact(changed))
      session.apply([{ type: 'fact.put', fact: changed }], {
        merge: `fact ${fact.id} ${Object.keys(part).join()}`,
      })
  }
  const show = (): void => {
    const use = uses[next % uses.length]
    if (use === undefined) return
    setNext(next + 1)
    leaveHere()
    goTo({
      unit: use.unit,
      block: use.place.block,
      section: use.place.section,
      field: use.place.field,
    })
  }
  const remove = (): void => {
    session.apply([{ type: 'fact.remove', fact: fact.id }])
    toast({
      text: t('facts.removed', { name: fact.name || text }),
      action: { text: t('undo'), onPress: () => session.apply([{ type: 'fact.put', fact }]) },
    })
  }
  return (
    <li className={css['fact']}>
      <AriaButton aria-expanded={open} className={classNames(css['summary'])} onPress={onToggle}>
        <span className={css['value']} lang={host.locale} dir={host.direction}>
          {text}
        </span>
        <span className={css['status']}>{editor(`fact.statuses.${fact.status}`)}</span>
        <span className={css['about']}>
          {fact.name !== '' && <bdi>{fact.name}</bdi>}
          {fact.name !== '' && ' · '}
          {t('facts.uses', { count: uses.length })}
          {fact.audience !== 'public' && ` · ${t(`audience.${fact.audience}`)}`}
        </span>
      </AriaButton>
      {open && (
        <div className={css['form']}>
          {!host.readOnly && (
            <>
              <ValueFields
                kind={fact.value.kind}
                value={fact.value}
                locales={locales}
                onChange={(value) => {
                  if (value !== null) change({ value })
                }}
              />
              <FactForm fact={fact} bounded={fact.value.kind !== 'name'} full onChange={change} />
            </>
          )}
          <div className={css['buttons']}>
            {uses.length > 0 && <Button onPress={show}>{t('facts.show')}</Button>}
            {uses.length === 0 && !host.readOnly && (
              <Button onPress={remove}>{t('facts.remove')}</Button>
            )}
          </div>
        </div>
      )}
    </li>
  )
}
