import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import * as v from 'valibot'
import type { Action } from '../../../../model/document/block.ts'
import { COMMITMENTS, HORIZONS } from '../../../../model/document/entry.ts'
import { DateSchema } from '../../../../model/document/time.ts'
import { readContent } from '../../../../model/facts/read.ts'
import { useHost } from '../../../editor/context.ts'
import { factsOf, wordsOf } from '../../../editor/host.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { Attribute } from './attribute.tsx'
import attributes from './attribute.module.css'
import { Backlinks } from './backlinks.tsx'
import { Due } from './due.tsx'
import type { EntryProps } from './entry.tsx'
import css from './entry.module.css'
import { Internal } from './internal.tsx'
import { newWorkstream, regroup } from './regroup.ts'
import { UnitField } from './unit-field.tsx'

/** What will be done, by when, how far it is; who does it is for us alone. */
export function ActionFields({ session, entry, change, vanish }: EntryProps<Action>) {
  const { t } = useTranslation('write')
  return (
    <>
      <UnitField
        text={entry.text}
        label={t('action.text')}
        placeholder={t('action.textExample')}
        onChange={(text, merge) => change({ text }, merge)}
        onEmptyBackspace={vanish}
      />
      <div className={attributes['attributes']}>
        <WorkstreamChoice session={session} entry={entry} />
        <Attribute
          label={t('action.commitment')}
          value={entry.commitment}
          values={COMMITMENTS}
          text={(value) => t(`commitment.${value}`)}
          notStated={t('notStated')}
          onChange={(commitment) => change({ commitment })}
        />
        <Attribute
          label={t('action.horizon')}
          value={entry.horizon}
          values={HORIZONS}
          text={(value) => t(`horizon.${value}`)}
          notStated={t('notStated')}
          onChange={(horizon) => change({ horizon })}
        />
        <Due
          due={entry.due}
          onChange={(due) => {
            if (due === null || v.is(DateSchema, due)) change({ due }, `due ${entry.id}`)
          }}
        />
      </div>
      <Backlinks session={session} id={entry.id} />
      <Internal said={[entry.owner, entry.ticket]}>
        <TextField
          label={t('action.owner')}
          internal
          value={entry.owner}
          maxLength={20_000}
          dir="auto"
          onChange={(owner) => change({ owner }, `owner ${entry.id}`)}
        />
        <TextField
          label={t('action.ticket')}
          internal
          value={entry.ticket}
          maxLength={20_000}
          dir="auto"
          onChange={(ticket) => change({ ticket }, `ticket ${entry.id}`)}
        />
      </Internal>
    </>
  )
}

const NEW = 'new'

type WorkstreamProps = Pick<EntryProps<Action>, 'session' | 'entry'>

/** The group that an action belongs to, or a new one. */
function WorkstreamChoice({ session, entry }: WorkstreamProps) {
  const { t } = useTranslation('write')
  const host = useHost()
  const workstreams = useStore(session.store, ({ state }) => state.document.workstreams)
  const [name, setName] = useState<string | null>(null)
  const say = (id: string): string => {
    if (id === NEW) return t('action.newWorkstream')
    const found = workstreams.find((each) => each.id === id)
    const { document } = session.store.getState().state
    const text =
      found && readContent(found.name.content, factsOf(document), host.locale, wordsOf(host.locale))
    return text || t('action.unnamed')
  }
  const make = (): void => {
    setName(null)
    if (name === null || name.trim() === '') return
    const { document } = session.store.getState().state
    const workstream = newWorkstream(document, name.trim())
    session.apply([
      { type: 'workstream.put', workstream },
      ...regroup(document, entry.id, workstream.id),
    ])
  }
  if (name !== null)
    return (
      <form
        className={css['inline']}
        onSubmit={(event) => {
          event.preventDefault()
          make()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          setName(null)
        }}
      >
        <TextField
          label={t('action.workstreamName')}
          labelHidden
          value={name}
          placeholder={t('action.workstreamName')}
          lang={host.locale}
          dir={host.direction}
          autoFocus
          maxLength={500}
          onChange={setName}
          onBlur={make}
        />
      </form>
    )
  return (
    <Attribute
      label={t('action.workstream')}
      value={entry.workstream}
      values={[...workstreams.map(({ id }) => id), NEW]}
      text={say}
      notStated={t('action.noWorkstream')}
      onChange={(id) => {
        if (id === NEW) setName('')
        else session.apply(regroup(session.store.getState().state.document, entry.id, id))
      }}
    />
  )
}
