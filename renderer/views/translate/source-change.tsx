import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Content } from '../../../model/document/text.ts'
import { piecesOf } from '../../../model/history/pieces.ts'
import { isMinor } from '../../../model/workflow/drift.ts'
import { Redline } from '../history/redline.tsx'
import css from './translate.module.css'

export interface SourceChangeProps {
  readonly before: Content
  readonly after: Content
  readonly locale: string
  readonly words: (content: Content) => string[]
}

/** What changed in a source since it was translated, word by word. */
export function SourceChange({ before, after, locale, words }: SourceChangeProps) {
  const { t } = useTranslation('translate')
  const pieces = useMemo(() => piecesOf(words(before), words(after)), [before, after, words])
  return (
    <div className={css['change']} data-source-change>
      <span className={css['field']}>
        {t(isMinor(before, after) ? 'change.minor' : 'change.major')}
      </span>
      <Redline pieces={pieces} layout="redline" locale={locale} />
    </div>
  )
}
