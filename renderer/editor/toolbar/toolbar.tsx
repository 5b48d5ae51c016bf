import { Redo2, Table, Undo2 } from '../../icons/icons.ts'
import type { ReactNode } from 'react'
import { Group, Separator, Toolbar as AriaToolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { shortcutOf } from '../../commands/keyboard.ts'
import { IconButton } from '../../parts/icon-button.tsx'
import { classNames } from '../../theme/class-names.ts'
import { TOOLS, useHost } from '../context.ts'
import { PassageTools } from '../passage/tools.tsx'
import { $insertTable } from '../turn.ts'
import { TableTools } from './table-tools.tsx'
import { BlockButtons, FactButton, MarkButtons, StyleChoice } from './tools.tsx'
import styles from './toolbar.module.css'

export interface ToolbarProps {
  /** Blocks and tables; a screen that has only texts leaves them out. */
  readonly blocks?: boolean
  readonly children?: ReactNode
}

/** The fixed toolbar: undo for everything, and the marks and blocks of whatever text is being edited. */
export function Toolbar({ blocks = true, children }: ToolbarProps) {
  const { t } = useTranslation('editor')
  const host = useHost()
  const { editor, kind, table } = useStore(
    host.active,
    useShallow(({ editor, kind, table }) => ({ editor, kind, table })),
  )
  const { canUndo, canRedo } = useStore(
    host.session.store,
    useShallow(({ canUndo, canRedo }) => ({ canUndo, canRedo })),
  )
  return (
    <AriaToolbar
      aria-label={t('toolbar.label')}
      className={classNames(styles['toolbar'])}
      {...TOOLS}
    >
      <Group aria-label={t('toolbar.history')} className={classNames(styles['group'])}>
        <IconButton
          icon={Undo2}
          label={t('toolbar.undo')}
          {...shortcutOf('undo')}
          mirror
          isDisabled={!canUndo || host.readOnly}
          onPress={() => host.session.undo()}
        />
        <IconButton
          icon={Redo2}
          label={t('toolbar.redo')}
          {...shortcutOf('redo')}
          mirror
          isDisabled={!canRedo || host.readOnly}
          onPress={() => host.session.redo()}
        />
      </Group>
      <Separator orientation="vertical" className={classNames(styles['separator'])} />
      {blocks && (
        <div className={styles['style']}>
          <StyleChoice />
        </div>
      )}
      <Group aria-label={t('toolbar.marks')} className={classNames(styles['group'])}>
        <MarkButtons />
      </Group>
      {blocks && (
        <>
          <Separator orientation="vertical" className={classNames(styles['separator'])} />
          <Group aria-label={t('toolbar.blocks')} className={classNames(styles['group'])}>
            <BlockButtons />
            {table && editor !== null ? (
              <TableTools editor={editor} />
            ) : (
              <IconButton
                icon={Table}
                label={t('block.table')}
                isDisabled={editor === null || host.readOnly || kind !== 'prose'}
                onPress={() => {
                  editor?.update($insertTable)
                  editor?.focus()
                }}
              />
            )}
          </Group>
        </>
      )}
      <Separator orientation="vertical" className={classNames(styles['separator'])} />
      <FactButton />
      <PassageTools />
      {children}
    </AriaToolbar>
  )
}
