import type { LexicalEditor } from 'lexical'
import { useTranslation } from 'react-i18next'
import type { Match } from '../../../model/contract/memory.ts'
import { directionOf } from '../../../model/document/locale.ts'
import { useHost } from '../../editor/context.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import type { Content } from '../../../model/document/text.ts'
import type { FactReader } from '../../editor/fact/reader.ts'
import { Redline } from '../history/redline.tsx'
import { readPieces } from './difference-text.ts'
import css from './translate.module.css'
import { SourceText } from './source-text.tsx'

export interface MatchesPanelProps {
  readonly matches: readonly Match[]
  readonly sourceLocale: string
  readonly locale: string
  readonly source: Content
  readonly sourceReader: FactReader
  readonly targetReader: FactReader
  /** Nothing may be put in: the text is approved, or the library is only read. */
  readonly fixed: boolean
  readonly onInsert: (at: number, editor: LexicalEditor | null) => void
}

/** What the memory has for the text that is worked on: its source against this one, word by word, and its translation. */
export function MatchesPanel(props: MatchesPanelProps) {
  const { matches, source, sourceLocale, sourceReader, locale } = props
  const { targetReader, fixed, onInsert } = props
  const { t } = useTranslation('translate')
  const format = useFormat()
  const host = useHost()
  if (matches.length === 0) return null
  return (
    <section className={css['matches']} aria-label={t('matches.title')} data-matches data-tools>
      <ol>
        {matches.map((match, at) => (
          // What was found stays in its place until something else is asked for.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${match.entry} ${at}`} className={css['match']}>
            <span className={css['rank']}>
              <span className={css['digit']}>{format.number(at + 1)}</span>
              <Badge tone={match.score >= 100 ? 'ok' : 'accent'}>
                {format.percent(match.score, 100)}
              </Badge>
              {match.sentence && <Badge>{t('matches.sentence')}</Badge>}
            </span>
            <Redline
              pieces={readPieces(match.differences, source, (code) =>
                code.type === 'fact' ? (sourceReader.read(code.fact, code.form) ?? '…') : '†',
              )}
              layout="redline"
              locale={sourceLocale}
            />
            <p lang={locale} dir={directionOf(locale)} className={css['text']}>
              <SourceText content={match.target} reader={targetReader} />
            </p>
            <Button
              isDisabled={fixed}
              aria-label={t('matches.insertOf', { number: format.number(at + 1) })}
              onPress={() => onInsert(at, host.active.getState().editor)}
            >
              {t('matches.insert')}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}
