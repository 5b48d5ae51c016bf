import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change } from '../../../../model/document/change.ts'
import { directionOf } from '../../../../model/document/locale.ts'
import { readContent } from '../../../../model/facts/read.ts'
import { api } from '../../../api.ts'
import { toastFailure } from '../../../app/failure-toast.ts'
import { factsOf, wordsOf } from '../../../editor/host.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { toast } from '../../../parts/toast.tsx'
import { CheckBox } from '../../../parts/check-box.tsx'
import type { Session } from '../../../session/session.ts'
import css from './memory.module.css'

export interface RepeatProps {
  readonly session: Session
  readonly locale: string
  readonly unit: string
  readonly onClose: () => void
}

interface Told {
  readonly open: readonly Change[]
  readonly kept: readonly Change[]
}

const unitOf = (change: Change): string =>
  change.type === 'translation.put' ? change.translation.unit : ''

/**
 * Gives the translation of a text to the other places where its source stands. What nobody wrote is filled; what a person
 * wrote or confirmed with other words is named, and changes only where it is ticked.
 */
export function Repeat({ session, locale, unit, onClose }: RepeatProps) {
  const { t } = useTranslation('memory')
  const { t: translate } = useTranslation('translate')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [told, setTold] = useState<Told | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { document, translations } = session.store.getState().state

  useEffect(() => {
    let gone = false
    void (async () => {
      // The core looks at what is saved.
      if (!(await session.flush())) return onClose()
      const asked = await api.call('memory.repetitions', { id: session.id, unit, locale })
      if (gone) return
      if (asked.ok) return setTold(asked.value)
      toastFailure(asked.error)
      onClose()
    })()
    return () => {
      gone = true
    }
  }, [session, locale, unit, onClose])

  if (told === null) return null
  const ofLocale = translations.get(locale)
  const isApproved = (of: string): boolean => ofLocale?.get(of)?.state === 'approved'
  const made = [...told.open, ...told.kept.filter((change) => ticked.has(unitOf(change)))]
  const none = told.open.length + told.kept.length === 0

  function apply(): void {
    if (made.length > 0) session.apply(made)
    onClose()
    toast({
      text: t('filled', { count: made.length }),
      ...(made.length === 0
        ? {}
        : { action: { text: common('undo'), onPress: () => session.undo() } }),
    })
  }

  return (
    <Dialog
      title={t('repeat.title')}
      isOpen
      wide={told.kept.length > 0}
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common(none ? 'close' : 'cancel')}</Button>
          {!none && (
            <Button look="primary" isDisabled={made.length === 0} onPress={apply}>
              {t('repeat.fill', { count: made.length })}
            </Button>
          )}
        </>
      }
    >
      <div className={css['choices']} data-repeat>
        <p>{none ? t('repeat.none') : t('repeat.open', { count: told.open.length })}</p>
        {told.kept.length > 0 && (
          <section className={css['choices']}>
            <h3 className={css['heading']}>{t('repeat.kept', { count: told.kept.length })}</h3>
            <ul className={css['entries']}>
              {told.kept.map((change) => {
                const of = unitOf(change)
                const there = ofLocale?.get(of)
                return (
                  <li key={of}>
                    <p lang={locale} dir={directionOf(locale)} className={css['text']}>
                      {readContent(
                        there?.content ?? [],
                        factsOf(document),
                        locale,
                        wordsOf(locale),
                      )}
                    </p>
                    <p className={css['hint']}>
                      {translate(`state.${there?.state ?? 'untranslated'}`)}
                      {there !== undefined && ` · ${format.dateTime(there.changedAt)}`}
                    </p>
                    {isApproved(of) ? (
                      <p className={css['hint']}>{t('repeat.approved')}</p>
                    ) : (
                      <CheckBox
                        label={t('repeat.over')}
                        isSelected={ticked.has(of)}
                        onChange={(on) =>
                          setTicked((now) => {
                            const next = new Set(now)
                            if (on) next.add(of)
                            else next.delete(of)
                            return next
                          })
                        }
                      />
                    )}
                  </li>
                )
              })}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  )
}
