import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { directionOf } from '../../model/document/locale.ts'
import { useContentText } from '../i18n/content-text.ts'
import type { Session } from '../session/session.ts'
import css from './bar.module.css'

/** The title of the open postmortem, in the bar and on the window. It hears of nothing else, so a key in a text draws no bar. */
export function Title({ session }: { readonly session: Session }) {
  const { t } = useTranslation()
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
  const said = useContentText({ facts, sourceLocale }, title.content) || t('untitled')
  useEffect(() => {
    document.title = `${said} – ${t('app')}`
  }, [said, t])
  return (
    <h1 className={css['title']} lang={sourceLocale} dir={directionOf(sourceLocale)} title={said}>
      {said}
    </h1>
  )
}
