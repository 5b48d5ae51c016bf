import { useTranslation } from 'react-i18next'
import { interfaceLocales } from '../../../locales/interface-words.ts'
import type { Settings } from '../../../model/contract/settings.ts'
import { changeSettings, useSettings } from '../../app/settings.ts'
import { ownName, useFormat } from '../../i18n/format.ts'
import { interfaceLocale } from '../../i18n/interface-locale.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Select, type Option } from '../../parts/select.tsx'
import { Choice } from '../../parts/toggle-button.tsx'
import { About } from './about.tsx'
import { OwnWords } from './own-words.tsx'
import css from './settings.module.css'

const THEMES: readonly Settings['theme'][] = ['system', 'light', 'dark']
// No language tag can be this, so it can stand for "none chosen" in a list of tags.
const SYSTEM = '*'

/** What a person sets for themselves. Every choice takes effect at once; there is nothing to confirm. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { interfaceLocale: chosen, theme } = useSettings()
  const ofSystem = interfaceLocale(null, navigator.languages)
  const languages: Option[] = [
    { value: SYSTEM, text: t('system', { language: format.language(ofSystem) }) },
    ...interfaceLocales()
      .map((tag) => ({ value: tag, text: ownName(tag), note: format.language(tag), lang: tag }))
      .toSorted((a, b) => format.compare(a.text, b.text)),
  ]
  return (
    <Dialog title={t('title')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className={css['settings']}>
        <div className={css['setting']}>
          <Select
            label={t('language')}
            value={chosen ?? SYSTEM}
            options={languages}
            onChange={(value) =>
              void changeSettings({ interfaceLocale: value === SYSTEM ? null : value })
            }
          />
          <p className={css['hint']}>{t('languageHint')}</p>
        </div>
        <div className={css['setting']}>
          <span className={css['label']}>{t('theme')}</span>
          <Choice
            label={t('theme')}
            value={theme}
            options={THEMES.map((value) => ({ value, text: t(`themes.${value}`) }))}
            onChange={(value) => void changeSettings({ theme: value })}
          />
        </div>
        <OwnWords />
        <About />
      </div>
    </Dialog>
  )
}
