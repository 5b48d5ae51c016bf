import { Ban, Lock } from '../../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import type { FoundTerm } from '../../../../model/contract/terms.ts'
import { directionOf } from '../../../../model/document/locale.ts'
import type { LexicalEditor } from 'lexical'
import { TOOLS, useHost } from '../../../editor/context.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Badge } from '../../../parts/badge.tsx'
import { Button } from '../../../parts/button.tsx'
import { inPanel, insertable } from './found-terms.ts'
import css from './terms-panel.module.css'

export interface TermsPanelProps {
  readonly found: readonly FoundTerm[]
  readonly sourceLocale: string
  readonly locale: string
  /** Nothing may be put in: the text is approved, or the library is only read. */
  readonly fixed: boolean
  /** `editor`: the one that the caret is in. */
  readonly onInsert: (at: number, editor: LexicalEditor | null) => void
}

/** As many as have a key. */
const KEYS = 9

/** The terms of the text that is worked on, and what each is called: by number or by a click they are put in. */
export function TermsPanel({ found, sourceLocale, locale, fixed, onInsert }: TermsPanelProps) {
  const { t } = useTranslation('terms')
  const format = useFormat()
  const host = useHost()
  if (found.length === 0) return null
  const numbered = insertable(found)
  return (
    <section className={css['panel']} aria-label={t('panel.title')} data-terms>
      <ul>
        {inPanel(found).map((one) => (
          <li key={one.concept} className={css['concept']}>
            <span className={css['source']}>
              <bdi lang={sourceLocale} className={css['term']}>
                {one.term.text}
              </bdi>
              {one.term.status === 'forbidden' && (
                <Badge tone="danger" icon={Ban}>
                  {t('status.forbidden')}
                </Badge>
              )}
              {one.untranslatable && <Badge icon={Lock}>{t('panel.same')}</Badge>}
            </span>
            <span className={css['counterparts']}>
              {one.counterparts.length === 0 && (
                <span className={css['remark']}>{t('panel.none')}</span>
              )}
              {one.counterparts.map((other) => {
                const at = numbered.indexOf(other)
                const text = (
                  <bdi lang={locale} dir={directionOf(locale)}>
                    {other.text}
                  </bdi>
                )
                return (
                  <span key={`${other.locale} ${other.text}`} className={css['counterpart']}>
                    {at !== -1 && at < KEYS && (
                      <span className={css['digit']}>{format.number(at + 1)}</span>
                    )}
                    {at === -1 ? (
                      <span className={css['forbidden']}>
                        <s>{text}</s>
                        <Badge tone="danger" icon={Ban}>
                          {t('status.forbidden')}
                        </Badge>
                      </span>
                    ) : (
                      <Button
                        {...TOOLS}
                        isDisabled={fixed}
                        aria-label={t('panel.insert', { term: other.text })}
                        onPress={() => onInsert(at, host.active.getState().editor)}
                      >
                        {text}
                      </Button>
                    )}
                    {other.status === 'admitted' && <Badge>{t('status.admitted')}</Badge>}
                    {other.note !== '' && <bdi className={css['remark']}>{other.note}</bdi>}
                  </span>
                )
              })}
            </span>
            {(one.definition || one.note || one.term.note) !== '' && (
              <span className={css['remark']}>
                <bdi>{[one.definition, one.note, one.term.note].filter(Boolean).join(' · ')}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
