import { useRef, useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Event } from '../../../../model/document/block.ts'
import type { TimeValue } from '../../../../model/document/time.ts'
import { readValue } from '../../../../model/facts/read.ts'
import type { Timed } from '../../../../model/timeline/extent.ts'
import { readEventTime } from '../../../../model/timeline/read.ts'
import { useHost } from '../../../editor/context.ts'
import { equal } from '../../../../model/document/equal.ts'
import { eventWordsOf } from '../../../editor/host.ts'
import floating from '../../../editor/popover.module.css'
import { TimeFields } from '../../../editor/time/time-fields.tsx'
import { CheckBox } from '../../../parts/check-box.tsx'
import { classNames } from '../../../theme/class-names.ts'
import type { Session } from '../../../session/session.ts'
import { times } from '../timeline/times.ts'
import css from './event.module.css'
import { retime } from './retime.ts'

const timedOf = ({ when, endUncertain }: Timed): Timed => ({ when, endUncertain })
const isPeriod = (when: TimeValue | null): boolean => when?.kind === 'span'

export interface WhenProps {
  readonly session: Session
  readonly entry: Event
}

/**
 * The time of an event, on the spine, in the zone of the document. A press opens it for editing, in the zone that it
 * was typed in. What is typed counts when it closes: until then the event stays where it is.
 */
export function When({ session, entry }: WhenProps) {
  const { t } = useTranslation(['timeline', 'write'])
  const host = useHost()
  const plan = useStore(
    times(session),
    useShallow((all) => all.plan),
  )
  const [draft, setDraft] = useState<Timed | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const { when } = entry
  const said =
    when === null
      ? t('write:event.noTime')
      : readEventTime(entry, host.locale, plan, eventWordsOf(host.locale))
  // As it was typed, where that is another zone.
  const typed =
    when !== null && 'zone' in when && plan.zone !== undefined && when.zone !== plan.zone
      ? readValue(when, 'long', host.locale)
      : undefined

  const close = (): void => {
    setDraft(null)
    if (draft === null || equal(draft, timedOf(entry))) return
    session.apply(retime(session.store.getState().state.document, entry.id, draft))
    // Moving an element takes the focus out of it.
    requestAnimationFrame(() => {
      button.current?.focus()
      button.current?.scrollIntoView({ block: 'nearest' })
    })
  }
  const change = (next: TimeValue | null): void =>
    setDraft((now) => ({
      when: next,
      // Of a period and of a moment it says different things.
      endUncertain:
        next !== null && isPeriod(next) === isPeriod(now?.when ?? null)
          ? now?.endUncertain
          : undefined,
    }))

  return (
    <DialogTrigger
      isOpen={draft !== null}
      onOpenChange={(open) => (open ? setDraft(timedOf(entry)) : close())}
    >
      <Button
        ref={button}
        className={classNames(css['when'])}
        data-unset={when === null || undefined}
        isDisabled={host.readOnly}
      >
        <span lang={when === null ? undefined : host.locale} dir="auto" title={typed}>
          {said}
        </span>
      </Button>
      <Popover className={classNames(floating['popover'])} placement="bottom start" data-tools="">
        <Dialog className={classNames(floating['dialog'])} aria-label={t('write:event.when')}>
          {draft !== null && (
            <>
              <TimeFields value={draft.when} zone={plan.zone} onChange={change} />
              {draft.when !== null && (
                <CheckBox
                  label={t(isPeriod(draft.when) ? 'endUncertain' : 'endOpen')}
                  isSelected={draft.endUncertain ?? false}
                  onChange={(endUncertain) => setDraft({ ...draft, endUncertain })}
                />
              )}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
