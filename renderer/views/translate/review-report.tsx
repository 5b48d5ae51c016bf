import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { directionOf } from '../../../model/document/locale.ts'
import { wordReader } from '../../../model/history/side.ts'
import { reviewChanges } from '../../../model/workflow/review-changes.ts'
import { factsOf, wordsOf } from '../../editor/host.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { readContent } from '../../../model/facts/read.ts'
import type { Session } from '../../session/session.ts'
import { Redline } from '../history/redline.tsx'
import css from './translate.module.css'

export interface ReviewReportProps {
  readonly session: Session
  readonly locale: string
  readonly onGo: (unit: string) => void
  readonly onClose: () => void
}

/** What was changed after the translator had confirmed it: each text with its source, word by word. */
export function ReviewReport({ session, locale, onGo, onClose }: ReviewReportProps) {
  const { t } = useTranslation('translate')
  const { t: common } = useTranslation()
  const format = useFormat()
  const state = useStore(session.store, (now) => now.state)
  const { document } = state
  const { sourceLocale } = document
  const changes = useMemo(
    () => reviewChanges(state, locale, wordReader(factsOf(document), locale, wordsOf(locale))),
    [state, document, locale],
  )
  return (
    <Dialog
      title={t('reviewed.title', { language: format.language(locale) })}
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <Button look="primary" onPress={onClose}>
          {common('close')}
        </Button>
      }
    >
      <p>
        {changes.length === 0 ? t('reviewed.none') : t('reviewed.count', { count: changes.length })}
      </p>
      <ol className={css['reviewed']}>
        {changes.map(({ unit: { unit, state: now }, translation, pieces }) => (
          <li key={unit.id}>
            <p lang={sourceLocale} dir={directionOf(sourceLocale)} className={css['field']}>
              {readContent(unit.content, factsOf(document), sourceLocale, wordsOf(sourceLocale))}
            </p>
            <Redline pieces={pieces} layout="redline" locale={locale} />
            <p className={css['foot']}>
              <span className={css['field']}>
                {t(`state.${now}`)} · {format.dateTime(translation.changedAt)}
                {translation.by !== undefined && (
                  <>
                    {' · '}
                    <bdi>{translation.by}</bdi>
                  </>
                )}
              </span>
              <Button
                onPress={() => {
                  onClose()
                  onGo(unit.id)
                }}
              >
                {t('reviewed.go')}
              </Button>
            </p>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
