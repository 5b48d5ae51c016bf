import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Palette } from '../commands/palette/palette.tsx'
import { ShortcutSheet } from '../commands/sheet.tsx'
import { Toasts } from '../parts/toast.tsx'
import { ImportDialog } from '../views/library/import-dialog.tsx'
import { Library } from '../views/library/library.tsx'
import { NewDialog } from '../views/library/new-dialog.tsx'
import { ServicesDialog } from '../views/settings/services-dialog.tsx'
import { TermsDialog } from '../views/terms/terms-dialog.tsx'
import { SettingsDialog } from '../views/settings/settings-dialog.tsx'
import { MemoryFiles } from '../views/translate/memory/files-dialog.tsx'
import { RulesDialog } from '../views/translate/quality/rules-dialog.tsx'
import { Boundary } from './boundary.tsx'
import { closeDialog, useDialog } from './dialogs.ts'
import { followHost } from './host-events.ts'
import { useRoute } from './route.ts'
import { Workspace } from './workspace.tsx'

export function App() {
  const { i18n } = useTranslation()
  const route = useRoute()
  const dialog = useDialog()
  useEffect(followHost, [])
  return (
    <I18nProvider locale={i18n.language}>
      <Boundary key={route.screen === 'library' ? 'library' : route.id}>
        {route.screen === 'library' ? <Library /> : <Workspace place={route} />}
      </Boundary>
      {dialog === 'new' && <NewDialog onClose={closeDialog} />}
      {dialog === 'import' && <ImportDialog onClose={closeDialog} />}
      {dialog === 'terms' && <TermsDialog onClose={closeDialog} />}
      {dialog === 'settings' && <SettingsDialog onClose={closeDialog} />}
      {dialog === 'services' && <ServicesDialog onClose={closeDialog} />}
      {dialog === 'palette' && <Palette onClose={closeDialog} />}
      {dialog === 'places' && <Palette places onClose={closeDialog} />}
      {dialog === 'memoryFiles' && <MemoryFiles onClose={closeDialog} />}
      {dialog === 'rules' && <RulesDialog onClose={closeDialog} />}
      {dialog === 'shortcuts' && <ShortcutSheet onClose={closeDialog} />}
      <Toasts />
    </I18nProvider>
  )
}
