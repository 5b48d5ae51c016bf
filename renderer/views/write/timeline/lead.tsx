import { Layers2 } from '../../../icons/icons.ts'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { findBlock } from '../../../../model/document/state.ts'
import { readDuration } from '../../../../model/facts/duration.ts'
import { useHost } from '../../../editor/context.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { Session } from '../../../session/session.ts'
import { classNames } from '../../../theme/class-names.ts'
import { sayFirst } from '../entry/say.ts'
import { goToBlock } from '../go.ts'
import css from './timeline.module.css'
import { times, type EventLead } from './times.ts'

interface LeadProps {
  readonly session: Session
  readonly section: string
  readonly id: string
}

const NOTHING: EventLead = { gap: null, during: null, untimed: false }

const useLead = ({ session, section, id }: LeadProps): EventLead =>
  useStore(
    times(session),
    useShallow((all) => all.sections.get(section)?.leads.get(id) ?? NOTHING),
  )

/** What stands between an event and the one before it: a long silence, or the end of what has a time. */
export function Lead(props: LeadProps) {
  const { gap, untimed } = useLead(props)
  if (untimed) return <Untimed />
  return gap === null ? null : <Silence gap={gap} />
}

function Untimed() {
  const { t } = useTranslation('timeline')
  return <p className={css['untimed']}>{t('untimed')}</p>
}

function Silence({ gap }: { readonly gap: string }) {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  return (
    <p className={css['gap']}>
      {t('gap', {
        duration: readDuration({ kind: 'duration', duration: gap }, format.locale),
      })}
    </p>
  )
}

/** That an event falls into a period which had begun before and had not ended. */
export function During(props: LeadProps) {
  const { t } = useTranslation(['timeline', 'entries'])
  const { during } = useLead(props)
  return during === null ? null : (
    <Overlap session={props.session} id={during} label={(name) => t('during', { name })} />
  )
}

interface OverlapProps {
  readonly session: Session
  readonly id: string
  readonly label: (name: string) => string
}

function Overlap({ session, id, label }: OverlapProps) {
  const { t } = useTranslation('entries')
  const host = useHost()
  const block = useStore(session.store, ({ state }) => findBlock(state.document, id))
  const name = sayFirst(session.store.getState().state.document, block, host.locale) || t('blank')
  return (
    <Button
      className={classNames(css['during'])}
      aria-label={label(name)}
      onPress={() => goToBlock(id)}
    >
      <Layers2 size={14} />
      <span className={css['cut']} title={label(name)}>
        {label(name)}
      </span>
    </Button>
  )
}
