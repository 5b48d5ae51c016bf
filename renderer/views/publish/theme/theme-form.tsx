import { useMemo, useState, type Dispatch, type SetStateAction } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Audience } from '../../../../model/document/audience.ts'
import { directionOf } from '../../../../model/document/locale.ts'
import { plainText } from '../../../../model/document/text.ts'
import { FONT_ROLES, type FontFace, type FontRole } from '../../../../model/theme/font.ts'
import {
  FACES,
  GROUNDS,
  LOOKS,
  OWN,
  settled,
  type Face,
  type Theme,
} from '../../../../model/theme/theme.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Select } from '../../../parts/select.tsx'
import { TextArea } from '../../../parts/text-area.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { Choice } from '../../../parts/toggle-button.tsx'
import { Preview } from '../../../preview/preview.tsx'
import type { Session } from '../../../session/session.ts'
import { ColourField } from './colour-field.tsx'
import { FontField } from './font-field.tsx'
import { useFontUses } from './font-uses.ts'
import { LogoField } from './logo-field.tsx'
import css from './theme.module.css'
import type { OwnTheme } from './themes.ts'

export interface ThemeFormProps {
  readonly session: Session
  readonly locale: string
  readonly audience: Audience
  readonly value: OwnTheme
  readonly onChange: Dispatch<SetStateAction<OwnTheme>>
}

const TEXTS = [
  ['header', 300],
  ['footer', 300],
  ['legal', 5000],
] as const

/** What a theme is made of, beside the page of this postmortem in it. */
export function ThemeForm({ session, locale, audience, value, onChange }: ThemeFormProps) {
  const { t } = useTranslation('theme')
  const format = useFormat()
  const locales = useStore(
    session.store,
    useShallow(({ state: { document } }) => [document.sourceLocale, ...document.locales]),
  )
  const [tag, setTag] = useState(locale)
  const { theme } = value
  const now = settled(theme)
  const put = (change: Partial<Theme>): void =>
    onChange({ ...value, theme: { ...theme, ...change } })
  const uses = useFontUses(session.id, audience, theme)
  const title = useStore(session.store, ({ state }) => plainText(state.document.title.content))
  const sample = title === '' ? t('preview') : title
  const changeFonts = useMemo(() => {
    // A file that was read meets the theme as it is by then.
    const change = (role: FontRole) => (next: (face: FontFace) => FontFace) =>
      onChange((now) => {
        const { fonts } = now.theme
        return {
          ...now,
          theme: { ...now.theme, fonts: { ...fonts, [role]: next(fonts[role]) } },
        }
      })
    return { text: change('text'), headings: change('headings'), code: change('code') }
  }, [onChange])
  const face = (name: 'text' | 'headings') => (
    <Choice<Face>
      label={t(name)}
      value={now[name]}
      options={FACES.map((one) => ({ value: one, text: t(`faces.${one}`) }))}
      onChange={(one) => put({ [name]: one === OWN[theme.look][name] ? null : one })}
    />
  )
  return (
    <div className={css['beside']}>
      <div className={css['form']}>
        <TextField
          label={t('name')}
          value={value.name}
          maxLength={100}
          autoFocus
          dir="auto"
          onChange={(name) => onChange({ ...value, name })}
        />
        <Select
          label={t('look')}
          value={theme.look}
          options={LOOKS.map((look) => ({
            value: look,
            text: t(`looks.${look}`),
            note: t(`about.${look}`),
          }))}
          onChange={(look) => put({ look })}
        />
        <ColourField
          label={t('accent')}
          value={now.accent}
          grounds={GROUNDS.light}
          onChange={(accent) => put({ accent })}
        />
        <ColourField
          label={t('accentDark')}
          value={now.accentDark}
          grounds={GROUNDS.dark}
          onChange={(accentDark) => put({ accentDark })}
        />
        <div className={css['colour']}>
          <span className={css['label']} aria-hidden>
            {t('text')}
          </span>
          {face('text')}
        </div>
        <div className={css['colour']}>
          <span className={css['label']} aria-hidden>
            {t('headings')}
          </span>
          {face('headings')}
        </div>
        {FONT_ROLES.map((role) => (
          <FontField
            key={role}
            role={role}
            value={theme.fonts[role]}
            uses={uses.filter((use) => use.role === role)}
            sample={sample}
            onChange={changeFonts[role]}
          />
        ))}
        <LogoField value={theme.logo} onChange={(logo) => put({ logo })} />
        <Select
          label={t('language')}
          value={tag}
          options={locales.map((one) => ({ value: one, text: format.language(one) }))}
          onChange={setTag}
        />
        {TEXTS.map(([field, longest]) => {
          const Field = field === 'legal' ? TextArea : TextField
          return (
            <Field
              key={field}
              label={t(field)}
              value={theme[field][tag] ?? ''}
              maxLength={longest}
              lang={tag}
              dir={directionOf(tag)}
              onChange={(text) => {
                const next = { ...theme[field] }
                delete next[tag]
                if (text !== '') next[tag] = text
                put({ [field]: next })
              }}
            />
          )
        })}
      </div>
      <div className={css['page']}>
        <Preview
          session={session}
          locale={tag}
          audience={audience}
          title={t('preview')}
          theme={theme}
        />
      </div>
    </div>
  )
}
