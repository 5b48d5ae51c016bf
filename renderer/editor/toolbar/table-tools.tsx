import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
} from '@lexical/table'
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { ChevronDown, Table } from '../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import styles from './toolbar.module.css'
import { Menu, MenuItem, MenuSeparator } from '../../parts/menu.tsx'

function $removeTable(): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const table = $findTableNode(selection.anchor.getNode())
  table?.selectPrevious()
  table?.remove()
}

const COMMANDS = {
  rowAbove: () => void $insertTableRowAtSelection(false),
  rowBelow: () => void $insertTableRowAtSelection(true),
  columnBefore: () => void $insertTableColumnAtSelection(false),
  columnAfter: () => void $insertTableColumnAtSelection(true),
  removeRow: $deleteTableRowAtSelection,
  removeColumn: $deleteTableColumnAtSelection,
  removeTable: $removeTable,
} as const
type Command = keyof typeof COMMANDS

/** Rows and columns of the table that the caret is in. */
export function TableTools({ editor }: { readonly editor: LexicalEditor }) {
  const { t } = useTranslation('editor')
  const item = (command: Command, danger = false) => (
    <MenuItem id={command} text={t(`table.${command}`)} danger={danger} />
  )
  return (
    <Menu
      label={t('table.label')}
      trigger={
        <Button look="quiet" className={styles['tableTools']} aria-label={t('table.label')}>
          <Table size={18} />
          <ChevronDown size={14} />
        </Button>
      }
      onAction={(command) => {
        editor.update(COMMANDS[command as Command])
        editor.focus()
      }}
    >
      {item('rowAbove')}
      {item('rowBelow')}
      {item('columnBefore')}
      {item('columnAfter')}
      <MenuSeparator />
      {item('removeRow')}
      {item('removeColumn')}
      {item('removeTable', true)}
    </Menu>
  )
}
