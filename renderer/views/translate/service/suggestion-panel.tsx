import { useTranslation } from 'react-i18next'
import { directionOf } from '../../../../model/document/locale.ts'
import { useLate } from '../../../app/late.ts'
import { openDialog } from '../../../app/dialogs.ts'
import type { FactReader } from '../../../editor/fact/reader.ts'
import { Badge } from '../../../parts/badge.tsx'
import { Button } from '../../../parts/button.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { SourceText } from '../source-text.tsx'
import css from '../translate.module.css'
import type { Suggestion } from './suggestion.ts'

export interface SuggestionPanelProps {
  readonly suggestion: Suggestion
  readonly locale: string
  readonly reader: FactReader
  readonly fixed: boolean
  readonly onInsert: () => void
  readonly onStop: () => void
}

/** What other settings may help against. */
const HELPED = new Set<string>([
  'SERVICE_UNSET',
  'SERVICE_WITHHELD',
  'SERVICE_UNREACHABLE',
  'SERVICE_REDIRECT',
  'SERVICE_REFUSED',
  'SERVICE_STATUS',
  'SERVICE_ANSWER',
  'SERVICE_LANGUAGE',
])

/** What the engine made of the text that is worked on, below what the memory has for it. */
export function SuggestionPanel(props: SuggestionPanelProps) {
  const { suggestion, locale, reader, fixed, onInsert, onStop } = props
  const { t } = useTranslation('service')
  if (suggestion.kind === 'none') return null
  return (
    <section className={css['matches']} aria-label={t('suggest.title')} data-suggestion>
      <div className={css['suggestion']}>
        {suggestion.kind === 'asking' && <Asking onStop={onStop} />}
        {suggestion.kind === 'failed' && (
          <div className={css['failed']}>
            <ErrorNote
              failure={suggestion.failure}
              buttons={
                HELPED.has(suggestion.failure.code) && (
                  <Button onPress={() => openDialog('services')}>{t('setUp')}</Button>
                )
              }
            />
          </div>
        )}
        {suggestion.kind === 'there' && (
          <>
            <Badge tone="accent">
              <bdi>{suggestion.engine}</bdi>
            </Badge>
            <p lang={locale} dir={directionOf(locale)} className={css['text']}>
              <SourceText content={suggestion.content} reader={reader} />
            </p>
            <Button isDisabled={fixed} onPress={onInsert}>
              {t('suggest.insert')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

function Asking({ onStop }: { readonly onStop: () => void }) {
  const { t } = useTranslation('service')
  const late = useLate()
  return (
    <>
      <p role="status">{late ? t('suggest.asking') : ''}</p>
      <Button onPress={onStop}>{t('stop')}</Button>
    </>
  )
}
