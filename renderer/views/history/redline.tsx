import { useTranslation } from 'react-i18next'
import { directionOf } from '../../../model/document/locale.ts'
import type { Piece } from '../../../model/history/pieces.ts'
import css from './history.module.css'

export type Layout = 'redline' | 'beside'

export interface RedlineProps {
  readonly pieces: readonly Piece[]
  readonly layout: Layout
  readonly locale: string
}

/** Two versions of a text in one, word by word: what went is struck out, what came is underlined; or side by side. */
export function Redline({ pieces, layout, locale }: RedlineProps) {
  if (layout === 'redline') return <Side pieces={pieces} locale={locale} />
  return (
    <div className={css['beside']}>
      <Side pieces={pieces} locale={locale} without="added" />
      <Side pieces={pieces} locale={locale} without="removed" />
    </div>
  )
}

interface SideProps {
  readonly pieces: readonly Piece[]
  readonly locale: string
  readonly without?: Piece['kind']
}

function Side({ pieces, locale, without }: SideProps) {
  const { t } = useTranslation('history')
  const shown = pieces.filter(({ kind }) => kind !== without)
  if (shown.length === 0) return <p className={css['absent']}>{t('absent')}</p>
  // Pieces are only told apart by their places.
  let at = 0
  return (
    <p className={css['text']} lang={locale} dir={directionOf(locale)}>
      {shown.map(({ kind, text }) => {
        at += text.length
        if (kind === 'added') return <ins key={at}>{text}</ins>
        if (kind === 'removed') return <del key={-at}>{text}</del>
        return <span key={at}>{text}</span>
      })}
    </p>
  )
}
