import { Eye, EyeOff } from '../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { AUDIENCES, type Audience } from '../../../model/document/audience.ts'
import { shortcutOf } from '../../commands/keyboard.ts'
import { Menu, MenuItem } from '../../parts/menu.tsx'
import { IconButton } from '../../parts/icon-button.tsx'
import { SHORTCUT_TAG } from '../shortcuts/register.ts'
import { TOOLS, useHost } from '../context.ts'
import { $markPassage } from './mark.ts'

/** Whom the selected words are for. */
export function PassageTools() {
  const { t } = useTranslation('audience')
  const host = useHost()
  const { editor, passage } = useStore(
    host.active,
    useShallow(({ editor, passage }) => ({ editor, passage })),
  )
  const now = passage ?? 'public'
  return (
    <Menu
      label={t('passage.label')}
      trigger={
        <IconButton
          icon={EyeOff}
          label={t('passage.label')}
          {...shortcutOf('internal')}
          isDisabled={editor === null || host.readOnly}
          {...TOOLS}
        />
      }
      onAction={(audience) => {
        editor?.update(() => $markPassage(audience as Audience), { tag: SHORTCUT_TAG })
        editor?.focus()
      }}
    >
      {AUDIENCES.map((audience) => (
        <MenuItem
          key={audience}
          id={audience}
          text={t(`passage.${audience}`)}
          icon={audience === 'public' ? Eye : EyeOff}
          isDisabled={audience === now && audience === 'public'}
        />
      ))}
    </Menu>
  )
}
