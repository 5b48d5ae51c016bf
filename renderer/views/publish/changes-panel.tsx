import { useState } from 'react'
import { Group } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Result } from '../../../model/errors/result.ts'
import { sideOf, type Side } from '../../../model/history/side.ts'
import { DECISIONS, type Decision, type Decisions } from '../../../model/releases/decision.ts'
import type { ReleaseDifference } from '../../../model/releases/differences.ts'
import { wordsOf } from '../../editor/host.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ToggleButton } from '../../parts/toggle-button.tsx'
import type { Session } from '../../session/session.ts'
import { classNames } from '../../theme/class-names.ts'
import { usePartName } from '../history/part-name.ts'
import { Redline } from '../history/redline.tsx'
import { isField, useValueText } from '../history/value-text.ts'
import type { ReleaseChanges } from './changes.ts'
import css from './publish.module.css'

export interface ChangesPanelProps {
  readonly session: Session
  readonly changes: Result<ReleaseChanges> | null
  readonly decisions: Decisions
  readonly onDecide: (key: string, decision: Decision) => void
}

// A rewritten document has hundreds: each must be decided, and the rest comes when it is asked for.
const FIRST = 20

/** What is different from the last release, each to be decided: nothing that was published changes unsaid. */
export function ChangesPanel({ session, changes, decisions, onDecide }: ChangesPanelProps) {
  const { t } = useTranslation('publish')
  const format = useFormat()
  const [most, setMost] = useState(FIRST)
  const state = useStore(session.store, ({ state: now }) => now)
  if (changes?.ok === false)
    return (
      <Panel title={t('changes.title')}>
        <ErrorNote failure={changes.error} />
      </Panel>
    )
  const { last = null, differences = [] } = changes?.value ?? {}
  if (last === null || differences.length === 0) return null
  const { sourceLocale } = state.document
  const side = sideOf(state, sourceLocale, wordsOf(sourceLocale))
  const rest = differences.length - most
  return (
    <Panel title={t('changes.title')}>
      <p className={css['hint']}>
        {t('changes.since', { number: last.number, at: format.dateTime(last.at) })}
      </p>
      <ul className={css['differences']}>
        {differences.slice(0, most).map((difference) => (
          <ChangeItem
            key={difference.key}
            difference={difference}
            side={side}
            decision={decisions[difference.key]}
            onDecide={(decision) => onDecide(difference.key, decision)}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button look="quiet" onPress={() => setMost(most + FIRST)}>
          {t('showMore', { count: Math.min(rest, FIRST) })}
        </Button>
      )}
    </Panel>
  )
}

const TONES = { added: 'ok', removed: 'danger', changed: 'plain', moved: 'accent' } as const

interface ChangeItemProps {
  readonly difference: ReleaseDifference
  /** What stands now, by which values are read. */
  readonly side: Side
  readonly decision: Decision | undefined
  readonly onDecide: (decision: Decision) => void
}

function ChangeItem({ difference, side, decision, onDecide }: ChangeItemProps) {
  const { t } = useTranslation('publish')
  const { t: history } = useTranslation('history')
  const format = useFormat()
  const say = useValueText()
  const { name, place } = usePartName(difference, side, side)
  const { status, texts, values, field } = difference
  return (
    <li className={css['change']}>
      <div className={css['changeHead']}>
        <h3 className={css['localeTitle']}>{name}</h3>
        <Badge tone={TONES[status]}>{history(`status.${status}`)}</Badge>
      </div>
      {place !== '' && (
        <p className={css['hint']}>
          <bdi>{place}</bdi>
        </p>
      )}
      {texts
        .filter(({ before }) => before !== null)
        .map(({ locale, pieces, marks }) => (
          <div key={locale}>
            <p className={css['hint']}>{format.language(locale)}</p>
            <Redline pieces={pieces} layout="redline" locale={locale} />
            {marks && <p className={css['hint']}>{history('marks')}</p>}
          </div>
        ))}
      {values !== null && isField(field) && (
        <p>
          <span className={css['hint']}>{say.label(field)}</span>{' '}
          <bdi>
            <del>{say.value(field, values.before, side)}</del>
          </bdi>{' '}
          <bdi>
            <ins>{say.value(field, values.after, side)}</ins>
          </bdi>
        </p>
      )}
      <Group aria-label={t('changes.what', { name })} className={classNames(css['choices'])}>
        {DECISIONS.map((one) => (
          <ToggleButton key={one} isSelected={decision === one} onChange={() => onDecide(one)}>
            {t(`changes.${one}`)}
          </ToggleButton>
        ))}
      </Group>
    </li>
  )
}
