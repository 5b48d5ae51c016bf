import { X } from '../../../icons/icons.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Concordance as Entry } from '../../../../model/contract/memory.ts'
import { newId } from '../../../../model/document/identifier.ts'
import type { Failure } from '../../../../model/errors/result.ts'
import { api } from '../../../api.ts'
import { useHost } from '../../../editor/context.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { IconButton } from '../../../parts/icon-button.tsx'
import { SearchField } from '../../../parts/search-field.tsx'
import { Choice } from '../../../parts/toggle-button.tsx'
import css from './memory.module.css'
import { Sought } from './sought.tsx'

export interface ConcordanceProps {
  readonly sourceLocale: string
  readonly locale: string
  /** What was selected when it was asked for. */
  readonly words: string
  /** The side that the words are of. */
  readonly side: Side
  /** Nothing may be put in. */
  readonly fixed: boolean
  /** Puts the translation of what was found in at the caret. */
  readonly onInsert: (entry: Entry) => void
  readonly onClose: () => void
}

export type Side = 'source' | 'target'
/** Somebody who types on asks for nothing on the way. In ms. */
const PAUSE = 200
const SHOWN = 50

type Answer =
  { readonly found: readonly Entry[]; readonly more: boolean } | { readonly failure: Failure }

/** Where the memory has some words, in the source or in the translation, each with the other side. */
export function Concordance(props: ConcordanceProps) {
  const { sourceLocale, locale, words, fixed, onInsert, onClose } = props
  const { t } = useTranslation('memory')
  const { t: common } = useTranslation()
  const format = useFormat()
  const host = useHost()
  const [text, setText] = useState(words)
  const [side, setSide] = useState(props.side)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const panel = useRef<HTMLElement>(null)

  useEffect(() => {
    if (text.trim() === '') return
    const job = newId()
    let gone = false
    let asked = false
    const timer = setTimeout(() => {
      asked = true
      const order = { text, side, from: sourceLocale, to: locale, limit: SHOWN, job }
      void api.call('memory.concordance', order).then((told) => {
        asked = false
        if (!gone) setAnswer(told.ok ? told.value : { failure: told.error })
      })
    }, PAUSE)
    return () => {
      gone = true
      clearTimeout(timer)
      if (asked) void api.call('job.cancel', { job })
    }
  }, [text, side, sourceLocale, locale])

  const shown = text.trim() === '' || answer === null ? null : answer
  const found = shown !== null && 'found' in shown ? shown.found : []
  return (
    <section
      ref={panel}
      className={css['concordance']}
      aria-label={t('concordance.title')}
      data-region
      data-tools
      data-concordance
      onKeyDown={(event) => {
        // The first Escape empties the search.
        if (event.key !== 'Escape' || event.defaultPrevented || text !== '') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={css['row']}>
        <SearchField label={t('concordance.search')} value={text} onChange={setText} autoFocus />
        <Choice
          label={t('concordance.side')}
          value={side}
          options={[
            { value: 'source', text: format.language(sourceLocale) },
            { value: 'target', text: format.language(locale) },
          ]}
          onChange={setSide}
        />
        <span role="status" className={css['status']}>
          {shown !== null &&
            'found' in shown &&
            (found.length === 0
              ? t('concordance.none')
              : t(shown.more ? 'concordance.more' : 'concordance.found', { count: found.length }))}
        </span>
        <IconButton icon={X} label={common('close')} onPress={onClose} />
      </div>
      {shown !== null && 'failure' in shown && <ErrorNote failure={shown.failure} />}
      {found.length > 0 && (
        <ol className={css['found']}>
          {found.map((entry, at) => (
            <li key={entry.entry} className={css['entry']}>
              <Sought
                content={entry.source}
                locale={entry.sourceLocale}
                {...(side === 'source' ? { found: entry.found } : {})}
              />
              <Sought
                content={entry.target}
                locale={entry.targetLocale}
                {...(side === 'target' ? { found: entry.found } : {})}
              />
              <p className={css['hint']}>
                {format.dateTime(entry.at)}
                {entry.file !== null && (
                  <>
                    {' · '}
                    <bdi>{entry.file}</bdi>
                  </>
                )}
              </p>
              <Button
                isDisabled={fixed || host.readOnly}
                aria-label={t('concordance.insertOf', { number: format.number(at + 1) })}
                onPress={() => onInsert(entry)}
              >
                {t('concordance.insert')}
              </Button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
