import { Copy, Pencil, Trash2 } from '../../../icons/icons.ts'
import { useCallback, useState, type SetStateAction } from 'react'
import { useTranslation } from 'react-i18next'
import type { Audience } from '../../../../model/document/audience.ts'
import type { Failure } from '../../../../model/errors/result.ts'
import { LOOKS, themeOfLook } from '../../../../model/theme/theme.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { IconButton } from '../../../parts/icon-button.tsx'
import type { Session } from '../../../session/session.ts'
import { ThemeForm } from './theme-form.tsx'
import css from './theme.module.css'
import { deleteTheme, holdByDefault, saveTheme, type OwnTheme, type Themes } from './themes.ts'

export interface ThemesDialogProps extends Themes {
  readonly session: Session
  readonly locale: string
  readonly audience: Audience
  readonly onClose: () => void
}

/** The themes of the library, and one of them at a time beside a page that wears it. */
export function ThemesDialog(props: ThemesDialogProps) {
  const { session, locale, audience, themes, byDefault, onClose } = props
  const { t } = useTranslation('theme')
  const { t: common } = useTranslation()
  const [draft, setDraft] = useState<OwnTheme | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  // What comes after the form was left changes nothing.
  const change = useCallback(
    (next: SetStateAction<OwnTheme>) =>
      setDraft((now) => now && (typeof next === 'function' ? next(now) : next)),
    [],
  )
  const begin = (theme: OwnTheme | null): void => {
    setFailure(null)
    setDraft(theme)
  }
  const save = async (): Promise<void> => {
    if (draft === null) return
    const refused = await saveTheme({ ...draft, name: draft.name.trim() })
    setFailure(refused)
    if (refused === null) setDraft(null)
  }
  if (draft !== null)
    return (
      <Dialog
        // Another dialog than the list, which takes the focus when it comes back.
        key="form"
        title={draft.id === undefined ? t('new') : t('change', { name: draft.name })}
        isOpen
        full
        onOpenChange={(open) => !open && begin(null)}
        buttons={
          <>
            <Button onPress={() => begin(null)}>{common('cancel')}</Button>
            <Button
              look="primary"
              isDisabled={draft.name.trim() === ''}
              onPress={() => void save()}
            >
              {t('save')}
            </Button>
          </>
        }
      >
        {failure !== null && <ErrorNote failure={failure} />}
        <ThemeForm
          session={session}
          locale={locale}
          audience={audience}
          value={draft}
          onChange={change}
        />
      </Dialog>
    )
  const ours = LOOKS.map((look) => ({
    id: look as string,
    name: t(`looks.${look}`),
    theme: themeOfLook(look),
  }))
  return (
    <Dialog key="list" title={t('themes')} isOpen wide onOpenChange={(open) => !open && onClose()}>
      <p className={css['hint']}>{t('hint')}</p>
      <ul className={css['list']}>
        {[...ours, ...themes].map((one) => {
          const isOurs = ours.includes(one)
          const holds = (byDefault ?? LOOKS[0]) === one.id
          return (
            <li key={one.id} className={css['row']}>
              <span>
                <bdi className={css['name']}>{one.name}</bdi>
                <span className={css['hint']}>
                  {isOurs ? t(`about.${one.theme.look}`) : t(`looks.${one.theme.look}`)}
                </span>
              </span>
              <span className={css['tools']}>
                {holds ? (
                  <span className={css['hint']}>{t('holds')}</span>
                ) : (
                  <Button
                    look="quiet"
                    aria-label={t('holdName', { name: one.name })}
                    onPress={() => void holdByDefault(one.id === LOOKS[0] ? null : one.id)}
                  >
                    {t('hold')}
                  </Button>
                )}
                <IconButton
                  icon={Copy}
                  label={t('like', { name: one.name })}
                  onPress={() =>
                    begin({ name: t('copyName', { name: one.name }), theme: one.theme })
                  }
                />
                {!isOurs && (
                  <>
                    <IconButton
                      icon={Pencil}
                      label={t('change', { name: one.name })}
                      onPress={() => begin(one)}
                    />
                    <IconButton
                      icon={Trash2}
                      label={t('delete', { name: one.name })}
                      onPress={() => void deleteTheme(one)}
                    />
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
