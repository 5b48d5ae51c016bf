import {
  FORMAT_TEXT_COMMAND,
  IS_BOLD,
  IS_CODE,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  type TextFormatType,
} from 'lexical'
import {
  Bold,
  Braces,
  Code,
  Hash,
  Italic,
  Link,
  List,
  ListOrdered,
  Quote,
  Redo2,
  Strikethrough,
  Table,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Group, Separator, Toolbar as AriaToolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { keysOf } from '../../commands/keyboard.ts'
import { TONES } from '../../../model/document/prose.ts'
import { IconButton } from '../../parts/icon-button.tsx'
import { Select } from '../../parts/select.tsx'
import { IconToggle } from '../../parts/toggle-button.tsx'
import { classNames } from '../../theme/class-names.ts'
import type { BlockType } from '../active.ts'
import { TOOLS, useHost } from '../context.ts'
import { openFact, openLink } from '../open.ts'
import { $insertTable, $toggleInto, $turnInto } from '../turn.ts'
import { PassageTools } from '../passage/tools.tsx'
import { TableTools } from './table-tools.tsx'
import styles from './toolbar.module.css'

const STYLES = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  ...TONES,
] as const satisfies readonly BlockType[]

const MARKS: readonly (readonly [
  TextFormatType & ('bold' | 'italic' | 'strikethrough' | 'code'),
  number,
  LucideIcon,
])[] = [
  ['bold', IS_BOLD, Bold],
  ['italic', IS_ITALIC, Italic],
  ['strikethrough', IS_STRIKETHROUGH, Strikethrough],
  ['code', IS_CODE, Code],
]

const BLOCKS: readonly (readonly ['bullet' | 'number' | 'quote' | 'code', LucideIcon])[] = [
  ['bullet', List],
  ['number', ListOrdered],
  ['quote', Quote],
  ['code', Braces],
]

export interface ToolbarProps {
  /** Blocks and tables; a screen that has only texts leaves them out. */
  readonly blocks?: boolean
  readonly children?: ReactNode
}

/** The fixed toolbar: undo for everything, and the marks and blocks of whatever text is being edited. */
export function Toolbar({ blocks = true, children }: ToolbarProps) {
  const { t } = useTranslation('editor')
  const host = useHost()
  const { editor, kind, marks, block, link, table } = useStore(host.active)
  const { canUndo, canRedo } = useStore(
    host.session.store,
    useShallow(({ canUndo, canRedo }) => ({ canUndo, canRedo })),
  )
  const off = editor === null || host.readOnly
  const offBlocks = off || kind !== 'prose'
  /** Presses keep the focus in the text; keys bring it back. */
  const work = (change: () => void): void => {
    editor?.update(change)
    editor?.focus()
  }
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
          keys={keysOf('undo')}
          mirror
          isDisabled={!canUndo || host.readOnly}
          onPress={() => host.session.undo()}
        />
        <IconButton
          icon={Redo2}
          label={t('toolbar.redo')}
          keys={keysOf('redo')}
          mirror
          isDisabled={!canRedo || host.readOnly}
          onPress={() => host.session.redo()}
        />
      </Group>
      <Separator orientation="vertical" className={classNames(styles['separator'])} />
      {blocks && (
        <div className={styles['style']}>
          <Select
            label={t('toolbar.style')}
            labelHidden
            value={STYLES.find((style) => style === block) ?? null}
            placeholder={t('toolbar.style')}
            options={STYLES.map((style) => ({ value: style, text: t(`block.${style}`) }))}
            isDisabled={offBlocks}
            onChange={(style) => work(() => $turnInto(editor!, style))}
          />
        </div>
      )}
      <Group aria-label={t('toolbar.marks')} className={classNames(styles['group'])}>
        {MARKS.map(([format, bit, icon]) => (
          <IconToggle
            key={format}
            icon={icon}
            label={t(`mark.${format}`)}
            keys={keysOf(format)}
            isSelected={!off && (marks & bit) !== 0}
            isDisabled={off}
            onChange={() => {
              editor?.dispatchCommand(FORMAT_TEXT_COMMAND, format)
              editor?.focus()
            }}
          />
        ))}
        <IconToggle
          icon={Link}
          label={t('link.title')}
          keys={keysOf('link')}
          isSelected={link !== null}
          isDisabled={off}
          onChange={() => editor && openLink(host, editor)}
        />
      </Group>
      {blocks && (
        <>
          <Separator orientation="vertical" className={classNames(styles['separator'])} />
          <Group aria-label={t('toolbar.blocks')} className={classNames(styles['group'])}>
            {BLOCKS.map(([type, icon]) => (
              <IconToggle
                key={type}
                icon={icon}
                label={t(`block.${type}`)}
                keys={keysOf(type === 'code' ? 'codeBlock' : type)}
                isSelected={!offBlocks && block === type}
                isDisabled={offBlocks}
                onChange={() => work(() => $toggleInto(editor!, type, block))}
              />
            ))}
            {table && editor !== null ? (
              <TableTools editor={editor} />
            ) : (
              <IconButton
                icon={Table}
                label={t('block.table')}
                isDisabled={offBlocks}
                onPress={() => work($insertTable)}
              />
            )}
          </Group>
        </>
      )}
      <Separator orientation="vertical" className={classNames(styles['separator'])} />
      <IconButton
        icon={Hash}
        label={t('fact.insert')}
        keys={keysOf('fact')}
        isDisabled={off}
        onPress={() => editor && openFact(host, editor)}
      />
      <PassageTools />
      {children}
    </AriaToolbar>
  )
}
