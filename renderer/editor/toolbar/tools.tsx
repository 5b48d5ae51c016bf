import {
  FORMAT_TEXT_COMMAND,
  IS_BOLD,
  IS_CODE,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  type TextFormatType,
} from 'lexical'
import type { Glyph } from '../../icons/icon.tsx'
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
  Strikethrough,
} from '../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { TONES } from '../../../model/document/prose.ts'
import { shortcutOf } from '../../commands/keyboard.ts'
import { IconButton } from '../../parts/icon-button.tsx'
import { Select } from '../../parts/select.tsx'
import { IconToggle } from '../../parts/toggle-button.tsx'
import type { BlockType } from '../active.ts'
import { useHost } from '../context.ts'
import { openFact, openLink } from '../open.ts'
import { $toggleInto, $turnInto } from '../turn.ts'

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
  Glyph,
])[] = [
  ['bold', IS_BOLD, Bold],
  ['italic', IS_ITALIC, Italic],
  ['strikethrough', IS_STRIKETHROUGH, Strikethrough],
  ['code', IS_CODE, Code],
]

type ButtonType = 'bullet' | 'number' | 'quote' | 'code'

const BLOCKS: readonly (readonly [ButtonType, Glyph])[] = [
  ['bullet', List],
  ['number', ListOrdered],
  ['quote', Quote],
  ['code', Braces],
]

/** The kind of the block at the selection, by name. */
export function StyleChoice() {
  const { t } = useTranslation('editor')
  const host = useHost()
  const { editor, kind, block } = useStore(host.active)
  return (
    <Select
      label={t('toolbar.style')}
      labelHidden
      value={STYLES.find((style) => style === block) ?? null}
      placeholder={t('toolbar.style')}
      options={STYLES.map((style) => ({ value: style, text: t(`block.${style}`) }))}
      isDisabled={editor === null || host.readOnly || kind !== 'prose'}
      onChange={(style) => {
        editor?.update(() => $turnInto(editor, style))
        editor?.focus()
      }}
    />
  )
}

/** The marks of the text at the selection, and its link. */
export function MarkButtons() {
  const { t } = useTranslation('editor')
  const host = useHost()
  const { editor, marks, link } = useStore(host.active)
  const off = editor === null || host.readOnly
  return (
    <>
      {MARKS.map(([format, bit, icon]) => (
        <IconToggle
          key={format}
          icon={icon}
          label={t(`mark.${format}`)}
          {...shortcutOf(format)}
          isSelected={!off && (marks & bit) !== 0}
          isDisabled={off}
          onChange={() => {
            editor?.dispatchCommand(FORMAT_TEXT_COMMAND, format)
            // Presses keep the focus in the text; keys bring it back.
            editor?.focus()
          }}
        />
      ))}
      <IconToggle
        icon={Link}
        label={t('link.title')}
        {...shortcutOf('link')}
        isSelected={link !== null}
        isDisabled={off}
        onChange={() => editor && openLink(host, editor)}
      />
    </>
  )
}

/** Kinds of blocks that are turned on and off; `only` leaves the others out. */
export function BlockButtons({ only }: { readonly only?: readonly ButtonType[] }) {
  const { t } = useTranslation('editor')
  const host = useHost()
  const { editor, kind, block } = useStore(host.active)
  const off = editor === null || host.readOnly || kind !== 'prose'
  return BLOCKS.filter(([type]) => only?.includes(type) ?? true).map(([type, icon]) => (
    <IconToggle
      key={type}
      icon={icon}
      label={t(`block.${type}`)}
      {...shortcutOf(type === 'code' ? 'codeBlock' : type)}
      isSelected={!off && block === type}
      isDisabled={off}
      onChange={() => {
        editor?.update(() => $toggleInto(editor, type, block))
        editor?.focus()
      }}
    />
  ))
}

/** Puts a fact in at the selection. */
export function FactButton() {
  const { t } = useTranslation('editor')
  const host = useHost()
  const editor = useStore(host.active, (active) => active.editor)
  return (
    <IconButton
      icon={Hash}
      label={t('fact.insert')}
      {...shortcutOf('fact')}
      isDisabled={editor === null || host.readOnly}
      onPress={() => editor && openFact(host, editor)}
    />
  )
}
