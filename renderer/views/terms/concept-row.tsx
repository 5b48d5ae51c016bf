import { Ban, Lock, Pencil, Trash2 } from '../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import { directionOf } from '../../../model/document/locale.ts'
import type { Concept } from '../../../model/terms/concept.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../parts/badge.tsx'
import { IconButton } from '../../parts/icon-button.tsx'
import css from './terms.module.css'

export interface ConceptRowProps {
  readonly concept: Concept
  readonly head: string
  readonly fixed: boolean
  readonly onEdit: () => void
  readonly onDelete: () => void
}

/** A concept in the list: its terms by their languages, and what it is. */
export function ConceptRow({ concept, head, fixed, onEdit, onDelete }: ConceptRowProps) {
  const { t } = useTranslation('terms')
  const format = useFormat()
  const { terms, untranslatable, subject, definition } = concept
  return (
    <div className={css['row']} data-concept={concept.id}>
      <div className={css['terms']}>
        {terms.map(({ locale, text, status }) => (
          <span key={`${locale} ${text}`} className={css['term']}>
            <span className={css['tag']} title={format.language(locale)}>
              {locale}
            </span>
            <bdi
              lang={locale}
              dir={directionOf(locale)}
              className={status === 'forbidden' ? css['forbidden'] : undefined}
            >
              {status === 'forbidden' ? <s>{text}</s> : text}
            </bdi>
            {status === 'forbidden' && (
              <Badge tone="danger" icon={Ban}>
                {t('status.forbidden')}
              </Badge>
            )}
            {status === 'admitted' && <Badge>{t('status.admitted')}</Badge>}
          </span>
        ))}
        {untranslatable && <Badge icon={Lock}>{t('panel.same')}</Badge>}
        {(subject || definition) !== '' && (
          <span className={css['about']}>
            <bdi>{[subject, definition].filter(Boolean).join(' · ')}</bdi>
          </span>
        )}
      </div>
      {!fixed && (
        <div className={css['buttons']}>
          <IconButton icon={Pencil} label={t('edit', { term: head })} onPress={onEdit} />
          <IconButton icon={Trash2} label={t('delete', { term: head })} onPress={onDelete} />
        </div>
      )}
    </div>
  )
}
