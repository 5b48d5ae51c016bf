import { AppWindow, BookmarkPlus, CircleAlert, Copy, Ellipsis, Trash2 } from '../../icons/icons.ts'
import { useEffect, useState } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Summary } from '../../../model/contract/summary.ts'
import { directionOf } from '../../../model/document/locale.ts'
import { openWindow } from '../../app/place.ts'
import { openPostmortem } from '../../app/route.ts'
import { pressed } from '../../commands/keyboard.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../parts/badge.tsx'
import { IconButton } from '../../parts/icon-button.tsx'
import { Menu, MenuItem } from '../../parts/menu.tsx'
import { classNames } from '../../theme/class-names.ts'
import { SaveDialog } from '../templates/save-dialog.tsx'
import { deletePostmortem, duplicatePostmortem, titleOf } from './actions.ts'
import css from './library.module.css'
import { LocaleProgress } from './locale-progress.tsx'

/** The time, to the minute, so that "3 minutes ago" stays true. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Postmortems as rows: arrow keys move, Enter opens, Delete deletes. */
export function SummaryTable({ summaries }: { readonly summaries: readonly Summary[] }) {
  const { t } = useTranslation('library')
  const { t: windows } = useTranslation('windows')
  const { t: own } = useTranslation('own-template')
  const [saving, setSaving] = useState<Summary | null>(null)
  const format = useFormat()
  const now = useNow()
  const focused = (key: string | null) => summaries.find(({ id }) => id === key)
  return (
    <div
      className={css['scroll']}
      onKeyDown={(event) => {
        if (pressed(event.nativeEvent, 'row') !== 'remove') return
        const row = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')
        const summary = focused(row?.dataset['key'] ?? null)
        if (summary) void deletePostmortem(summary)
      }}
    >
      <Table
        aria-label={t('list')}
        className={classNames(css['table'])}
        onRowAction={(key) => openPostmortem(String(key))}
      >
        <TableHeader>
          <Column isRowHeader className={classNames(css['th'])}>
            {t('column.title')}
          </Column>
          <Column className={classNames(css['th'])}>{t('column.organisation')}</Column>
          <Column className={classNames(css['th'])}>{t('column.languages')}</Column>
          <Column className={classNames(css['th'])}>{t('column.changed')}</Column>
          <Column className={classNames(css['th'], css['actions'])}>
            <span className={css['hidden']}>{t('column.actions')}</span>
          </Column>
        </TableHeader>
        <TableBody items={summaries} dependencies={[now, format]}>
          {(summary) => (
            <Row id={summary.id} textValue={titleOf(summary)} className={classNames(css['row'])}>
              <Cell className={classNames(css['td'], css['titleCell'])}>
                <div className={css['name']}>
                  <span lang={summary.sourceLocale} dir={directionOf(summary.sourceLocale)}>
                    {titleOf(summary)}
                  </span>
                  {summary.sample && <Badge>{t('sample')}</Badge>}
                  {summary.damaged && (
                    <Badge tone="danger" icon={CircleAlert}>
                      {t('damaged')}
                    </Badge>
                  )}
                </div>
              </Cell>
              <Cell className={classNames(css['td'])}>
                <bdi>{summary.organisation}</bdi>
              </Cell>
              <Cell className={classNames(css['td'])}>
                <LocaleProgress summary={summary} />
              </Cell>
              <Cell className={classNames(css['td'], css['when'])}>
                <time dateTime={summary.changedAt} title={format.dateTime(summary.changedAt)}>
                  {format.ago(summary.changedAt, Math.max(now, Date.parse(summary.changedAt)))}
                </time>
              </Cell>
              <Cell className={classNames(css['td'], css['actions'])}>
                <Menu
                  label={t('more', { title: titleOf(summary) })}
                  trigger={
                    <IconButton icon={Ellipsis} label={t('more', { title: titleOf(summary) })} />
                  }
                  onAction={(key) => {
                    if (key === 'window') void openWindow({ postmortem: summary.id, view: 'write' })
                    else if (key === 'duplicate') void duplicatePostmortem(summary)
                    else if (key === 'template') setSaving(summary)
                    else void deletePostmortem(summary)
                  }}
                >
                  <MenuItem id="window" icon={AppWindow} text={windows('open')} />
                  <MenuItem id="duplicate" icon={Copy} text={t('duplicate')} />
                  <MenuItem id="template" icon={BookmarkPlus} text={own('save')} />
                  <MenuItem id="delete" icon={Trash2} text={t('delete')} danger />
                </Menu>
              </Cell>
            </Row>
          )}
        </TableBody>
      </Table>
      {saving && (
        <SaveDialog id={saving.id} name={titleOf(saving)} onClose={() => setSaving(null)} />
      )}
    </div>
  )
}
