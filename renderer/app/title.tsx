import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { directionOf } from '../../model/document/locale.ts'
import { useContentText } from '../i18n/content-text.ts'
import type { Session } from '../session/session.ts'
import css from './bar.module.css'
import { useRoute } from './route.ts'

/** The title of the open postmortem, in the bar and on the window. It hears of nothing else, so a key in a text draws no bar. */
export function Title({ session }: { readonly session: Session }) {
  const { t } = useTranslation()
  const { t: history } = useTranslation('history')
  const { title, facts, sourceLocale } = useStore(
    session.store,
    useShallow(
      ({
        state: {
          document: { title, facts, sourceLocale },
        },
      }) => ({
        title,
        facts,
        sourceLocale,
      }),
    ),
  )
  const route = useRoute()
  const name = route.screen === 'postmortem' ? route.view : 'write'
  const view = name === 'history' ? history('title') : t(`nav.${name}`)
  const said = useContentText({ facts, sourceLocale }, title.content) || t('untitled')
  useEffect(() => {
    document.title = `${said} – ${view} – ${t('app')}`
  }, [said, view, t])
  return (
    <h1 className={css['title']} lang={sourceLocale} dir={directionOf(sourceLocale)} title={said}>
      {said}
    </h1>
  )
}
