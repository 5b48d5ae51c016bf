import { EyeOff, GripVertical, Plus } from '../../icons/icons.ts'
import { useRef } from 'react'
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { directionOf } from '../../../model/document/locale.ts'
import { SECTION_KINDS, type SectionKind } from '../../../model/document/section.ts'
import { readContent } from '../../../model/facts/read.ts'
import { leaveHere } from '../../app/trail.ts'
import { factsOf, wordsOf } from '../../editor/host.ts'
import { Button } from '../../parts/button.tsx'
import { Menu, MenuItem } from '../../parts/menu.tsx'
import { Panel } from '../../parts/panel.tsx'
import type { Session } from '../../session/session.ts'
import { classNames } from '../../theme/class-names.ts'
import { moveSections } from './edits.ts'
import { goToSection } from './go.ts'
import css from './outline.module.css'

export interface OutlineProps {
  readonly session: Session
  readonly active: string | null
  readonly onAdd: (kind: SectionKind) => void
}

/** The sections in their order: to go to, and to put into another order. */
export function Outline({ session, active, onAdd }: OutlineProps) {
  const { t } = useTranslation('write')
  // Typing in a section makes a new section; only what stands here makes a new outline.
  useStore(
    session.store,
    useShallow(({ state }) => [
      state.document.facts,
      ...state.document.sections.flatMap(({ id, kind, audience, heading }) => [
        id,
        kind,
        audience,
        heading,
      ]),
    ]),
  )
  const { document: doc } = session.store.getState().state
  const { sections, sourceLocale } = doc
  const words = wordsOf(sourceLocale)
  const rows = sections.map(({ id, kind, heading, audience }) => {
    const text = readContent(heading.content, factsOf(doc), sourceLocale, words).trim()
    return {
      id,
      name: text || t(`kind.${kind}`),
      own: text !== '',
      internal: audience !== 'public',
    }
  })
  const readOnly = useStore(session.store, ({ save }) => save.kind === 'readOnly')
  const latest = useRef(rows)
  latest.current = rows

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: readOnly,
    getItems: (keys) =>
      [...keys].map((key) => ({
        'text/plain': latest.current.find(({ id }) => id === key)?.name ?? '',
      })),
    onReorder({ keys, target }) {
      const { document: now } = session.store.getState().state
      const ids = new Set([...keys].map(String))
      const rest = now.sections.filter(({ id }) => !ids.has(id))
      const at = rest.findIndex(({ id }) => id === target.key)
      const after = target.dropPosition === 'after' ? rest[at] : rest[at - 1]
      session.apply(moveSections(now, ids, after?.id ?? null))
    },
  })

  return (
    <Panel title={t('outline.title')}>
      <GridList
        aria-label={t('outline.title')}
        items={rows}
        className={classNames(css['list'])}
        dragAndDropHooks={dragAndDropHooks}
        onAction={(key) => {
          leaveHere()
          goToSection(String(key))
        }}
        renderEmptyState={() => <p className={css['empty']}>{t('outline.empty')}</p>}
      >
        {(row) => (
          <GridListItem
            id={row.id}
            textValue={row.name}
            className={classNames(css['row'], row.id === active && css['active'])}
          >
            <AriaButton
              slot="drag"
              className={classNames(css['grip'])}
              aria-label={t('outline.drag', { name: row.name })}
            >
              <GripVertical size={14} />
            </AriaButton>
            <span
              className={css['name']}
              lang={row.own ? sourceLocale : undefined}
              dir={row.own ? directionOf(sourceLocale) : undefined}
            >
              {row.name}
            </span>
            {row.internal && (
              <EyeOff size={14} aria-label={t('outline.restricted')} className={css['mark']} />
            )}
          </GridListItem>
        )}
      </GridList>
      {!readOnly && (
        <Menu
          label={t('section.add')}
          trigger={
            <Button look="quiet" className={css['add']}>
              <Plus size={16} />
              {t('section.add')}
            </Button>
          }
          onAction={(kind) => onAdd(kind as SectionKind)}
        >
          {SECTION_KINDS.map((kind) => (
            <MenuItem key={kind} id={kind} text={t(`kind.${kind}`)} />
          ))}
        </Menu>
      )}
    </Panel>
  )
}
