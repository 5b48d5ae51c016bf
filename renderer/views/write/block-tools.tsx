import { Eye, EyeOff } from '../../icons/icons.ts'
import { $getSelection, $isRangeSelection, $isRootNode, $findMatchingParent } from 'lexical'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { AUDIENCES, type Audience } from '../../../model/document/audience.ts'
import { TOOLS, useHost } from '../../editor/context.ts'
import { $setAudience } from '../../editor/ids/state.ts'
import { Button } from '../../parts/button.tsx'
import { Menu, MenuItem } from '../../parts/menu.tsx'

/** Who may see the block of text that the caret is in. */
export function BlockTools() {
  const { t } = useTranslation('write')
  const host = useHost()
  const { editor, kind, audience } = useStore(
    host.active,
    useShallow(({ editor, kind, audience }) => ({ editor, kind, audience })),
  )
  const off = editor === null || kind !== 'prose' || audience === null || host.readOnly
  const now = audience ?? 'public'
  const set = (next: Audience): void => {
    editor?.update(() => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      for (const node of [selection.anchor.getNode(), ...selection.getNodes()]) {
        const block = $findMatchingParent(node, (parent) => $isRootNode(parent.getParent()))
        if (block !== null) $setAudience(block, next)
      }
    })
    editor?.focus()
  }
  const Icon = now === 'public' ? Eye : EyeOff
  return (
    <Menu
      label={t('block.audience')}
      trigger={
        <Button
          look="quiet"
          isDisabled={off}
          {...TOOLS}
          aria-label={`${t('block.audience')}: ${t(`audienceShort.${now}`)}`}
        >
          <Icon size={16} />
          {t(`audienceShort.${now}`)}
        </Button>
      }
      onAction={(key) => set(key as Audience)}
    >
      {AUDIENCES.map((each) => (
        <MenuItem
          key={each}
          id={each}
          text={t(`audience.${each}`)}
          icon={each === 'public' ? Eye : EyeOff}
        />
      ))}
    </Menu>
  )
}
