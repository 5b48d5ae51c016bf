import { Search } from '../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { shortcutOf } from '../../commands/keyboard.ts'
import { IconButton } from '../../parts/icon-button.tsx'
import { openFind } from './opening.ts'

/** Opens the search over the postmortem. */
export function FindButton() {
  const { t } = useTranslation('find')
  return (
    <IconButton
      icon={Search}
      label={t('title')}
      {...shortcutOf('find')}
      onPress={() => openFind('find')}
    />
  )
}
