import { MessageSquare, TriangleAlert } from '../../icons/icons.ts'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { directionOf } from '../../../model/document/locale.ts'
import type { Content } from '../../../model/document/text.ts'
import type { UnitInLocale } from '../../../model/units/locale-view.ts'
import { passagesIn } from '../../../model/document/passage.ts'
import type { SourceSince } from '../../../model/workflow/since.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { isOpenThread, type Thread } from '../../../model/workflow/threads.ts'
import { nextCode } from '../../../model/workflow/codes.ts'
import { TOOLS, useHost } from '../../editor/context.ts'
import { PassageTools } from '../../editor/passage/tools.tsx'
import { ariaKeysOf, keysOf } from '../../commands/keyboard.ts'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { IconButton } from '../../parts/icon-button.tsx'
import { useFormat } from '../../i18n/format.ts'
import { classNames } from '../../theme/class-names.ts'
import { shownState, StateBadge } from './state-badge.tsx'
import { SourceText } from './source-text.tsx'
import { TargetField } from './target-field.tsx'
import css from './translate.module.css'
import { fieldKey } from './unit-field.ts'
import { SourceChange } from './source-change.tsx'
import { SourceSinceView } from './since/source-since.tsx'
import { TalkView } from './talk.tsx'
import { ProblemsView } from './quality/problems-view.tsx'
import type { Looked } from './quality/look.ts'
import {
  canApprove,
  canConfirm,
  canCopy,
  canReject,
  canReopen,
  canReview,
  type Desk,
  type Talk,
} from './desk.ts'

export interface UnitRowProps {
  readonly item: UnitInLocale
  /** Its place in the document, from 1. */
  readonly number: number
  /** What its stale translation was made from, where that is known. */
  readonly former: Content | undefined
  /** How its source differs from what it was at a moment that was asked for. */
  readonly since: SourceSince | undefined
  readonly threads: readonly Thread[]
  readonly talk: Talk | null
  /** How many problems the library knows of. */
  readonly wrong: number
  /** What is wrong with it now; null where it is not worked on. */
  readonly looked: Looked | null
  readonly aside: string | null
  readonly warned: boolean
  readonly kind: string | null
  readonly active: boolean
  readonly desk: Desk
}

/** One unit: its source, its translation, its state, and what can be done with it. */
export const UnitRow = memo(function UnitRow(props: UnitRowProps) {
  const format = useFormat()
  const { item, number, former, since, threads, talk, wrong, looked, aside, warned } = props
  const { kind, active, desk } = props
  const host = useHost()
  const { t: comments } = useTranslation('comments')
  const { t } = useTranslation('translate')
  const { t: quality } = useTranslation('quality')
  const { unit, translation, stale, state } = item
  const open = threads.filter(isOpenThread).length
  const missing = active ? nextCode(unit.content, translation?.content ?? NOTHING) : undefined
  const field = fieldKey(unit.place.field, kind)
  const talking = {
    'aria-keyshortcuts': ariaKeysOf('comment'),
    'aria-expanded': talk === 'comment',
    onPress: () => desk.talk(unit.id, talk === 'comment' ? null : 'comment'),
  }
  return (
    <div
      className={classNames(css['unit'], active && css['active'])}
      data-unit-row={unit.id}
      data-state={shownState(item)}
      aria-current={active || undefined}
      onKeyDownCapture={(event) => desk.onKey(event, item, host.active.getState().editor)}
      onFocus={() => desk.activate(unit.id)}
      onMouseDown={(event) => {
        // A click beside the field is meant for the field; one on a button or in the field is its own.
        const target = event.target as HTMLElement
        if (target.closest('button, [contenteditable], [data-source], [data-talk]') === null) {
          event.preventDefault()
          desk.enter(unit.id)
        }
      }}
    >
      <div className={css['source']} data-source>
        {field !== null && <span className={css['field']}>{t(`field.${field}`)}</span>}
        <div
          lang={desk.sourceLocale}
          dir={directionOf(desk.sourceLocale)}
          className={css['text']}
          onClick={() => desk.activate(unit.id)}
        >
          <SourceText
            content={unit.content}
            reader={desk.sourceReader}
            terms={desk.terms}
            numbers={format.number}
          />
        </div>
        {since !== undefined && <SourceSinceView source={since} locale={desk.sourceLocale} />}
        {former !== undefined && !isSaid(former, since) && (
          <SourceChange
            before={former}
            after={unit.content}
            locale={desk.sourceLocale}
            words={desk.sourceWords}
          />
        )}
      </div>
      <div className={css['target']}>
        <TargetField
          unit={unit.id}
          locale={desk.locale}
          content={translation?.content ?? NOTHING}
          source={unit.content}
          label={t('target', { language: desk.languageName })}
          readOnly={state === 'approved'}
          lines={field === 'title' || field === 'heading' ? 'one' : 'many'}
          onChange={(content, merge) => desk.write(unit.id, content, merge !== undefined)}
        />
      </div>
      <div className={classNames(css['foot'], css['rowFoot'])}>
        <span className={css['standing']}>
          <span className={css['number']} title={t('number')}>
            {format.number(number)}
          </span>
          <StateBadge unit={item} />
        </span>
        {!active && wrong > 0 && (
          <Badge tone="warn" icon={TriangleAlert}>
            {quality('count', { count: wrong })}
          </Badge>
        )}
        {open > 0 ? (
          <Button look="quiet" {...talking}>
            <MessageSquare size={16} />
            {comments('open', { count: open })}
          </Button>
        ) : (
          active && (
            <IconButton
              icon={MessageSquare}
              label={comments(threads.length > 0 ? 'open' : 'add', { count: 0 })}
              keys={keysOf('comment')}
              {...talking}
            />
          )
        )}
        {active && (
          <div className={css['buttons']}>
            {passagesIn(unit.content).length > 0 && <PassageTools />}
            {stale && (
              <Button
                aria-keyshortcuts={ariaKeysOf('keepStale')}
                onPress={() => desk.run('still', unit.id)}
              >
                {t('still')}
              </Button>
            )}
            {missing !== undefined && canConfirm(item) && (
              <Button
                {...TOOLS}
                aria-keyshortcuts={ariaKeysOf('insertCode')}
                onPress={() => desk.insertCode(unit.id, host.active.getState().editor)}
              >
                {t('nextCode', { number: format.number(missing.number) })}
              </Button>
            )}
            {canCopy(item) && (
              <Button onPress={() => desk.run('copy', unit.id)}>{t('copy')}</Button>
            )}
            {canReview(item) && (
              <Button onPress={() => desk.run('review', unit.id)}>{t('review')}</Button>
            )}
            {canReject(item) && (
              <Button
                aria-keyshortcuts={ariaKeysOf('reject')}
                onPress={() => desk.talk(unit.id, 'reject')}
              >
                {t('reject')}
              </Button>
            )}
            {canApprove(item) && (
              <Button onPress={() => desk.run('approve', unit.id)}>{t('approve')}</Button>
            )}
            {canReopen(item) && (
              <Button
                aria-keyshortcuts={ariaKeysOf('reopen')}
                onPress={() => desk.run('reopen', unit.id)}
              >
                {t('reopen')}
              </Button>
            )}
            {canConfirm(item) && (
              <Button
                look="primary"
                aria-keyshortcuts={ariaKeysOf('confirm')}
                onPress={() => desk.run('confirm', unit.id)}
              >
                {t('confirm')}
              </Button>
            )}
          </div>
        )}
      </div>
      {talk !== null && <TalkView unit={unit.id} talk={talk} threads={threads} desk={desk} />}
      {looked !== null && (
        <ProblemsView
          unit={unit.id}
          looked={looked}
          aside={aside}
          warned={warned}
          fixed={host.readOnly || state === 'approved'}
          desk={desk}
        />
      )}
    </div>
  )
})

const NOTHING: Content = []

/** Whether what changed since the translation is what changed since the moment that was asked for. */
const isSaid = (former: Content, since: SourceSince | undefined): boolean =>
  since?.kind === 'changed' && contentHash(since.before) === contentHash(former)
