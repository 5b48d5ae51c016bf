import { Palette } from '../../../icons/icons.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Audience } from '../../../../model/document/audience.ts'
import { LOOKS } from '../../../../model/theme/theme.ts'
import { Button } from '../../../parts/button.tsx'
import { Select } from '../../../parts/select.tsx'
import type { Session } from '../../../session/session.ts'
import { ThemesDialog } from './themes-dialog.tsx'
import { useThemes } from './themes.ts'

export interface ThemeChoiceProps {
  readonly session: Session
  readonly locale: string
  readonly audience: Audience
}

const BY_DEFAULT = ' '

/** How the pages of this postmortem look, and the way to the themes themselves. */
export function ThemeChoice({ session, locale, audience }: ThemeChoiceProps) {
  const { t } = useTranslation('theme')
  const { themes, byDefault } = useThemes()
  const [isOpen, setOpen] = useState(false)
  const metadata = useStore(session.store, ({ state }) => state.document.metadata)
  const nameOf = (id: string): string => {
    const look = LOOKS.find((one) => one === id)
    return look === undefined
      ? (themes.find((one) => one.id === id)?.name ?? t('gone'))
      : t(`looks.${look}`)
  }
  const chosen = metadata.theme
  const known = [...LOOKS, ...themes.map(({ id }) => id)]
  const ids = chosen === undefined || known.includes(chosen) ? known : [...known, chosen]
  return (
    <>
      <Select
        label={t('theme')}
        value={chosen ?? BY_DEFAULT}
        options={[
          { value: BY_DEFAULT, text: t('asLibrary', { name: nameOf(byDefault ?? LOOKS[0]) }) },
          ...ids.map((value) => ({ value, text: nameOf(value) })),
        ]}
        onChange={(value) => {
          const next = { ...metadata }
          delete next.theme
          if (value !== BY_DEFAULT) next.theme = value
          session.apply([{ type: 'metadata.put', metadata: next }])
        }}
      />
      <Button onPress={() => setOpen(true)}>
        <Palette size={16} />
        {t('edit')}
      </Button>
      {isOpen && (
        <ThemesDialog
          session={session}
          locale={locale}
          audience={audience}
          themes={themes}
          byDefault={byDefault}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
