import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { AsideView } from './aside-view.tsx'
import type { Aside } from './found.ts'
import css from './quality.module.css'

export interface AsidesDialogProps {
  readonly locale: string
  readonly asides: readonly Aside[]
  readonly fixed: boolean
  readonly onGo: (unit: string) => void
  readonly onHeed: (aside: Aside) => void
  readonly onClose: () => void
}

/** Everything that was set aside in a language and still holds. */
export function AsidesDialog({ locale, asides, fixed, onGo, onHeed, onClose }: AsidesDialogProps) {
  const { t } = useTranslation('quality')
  const { t: common } = useTranslation()
  const format = useFormat()
  return (
    <Dialog
      title={t('asides.title', { language: format.language(locale) })}
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <Button look="primary" onPress={onClose}>
          {common('close')}
        </Button>
      }
    >
      <p className={css['hint']}>
        {asides.length === 0 ? t('asides.none') : t('asides.hint', { count: asides.length })}
      </p>
      <ul className={css['problems']} aria-label={t('asides.all')}>
        {asides.map((aside) => (
          <li key={`${aside.by.unit} ${aside.by.rule} ${aside.problem.range?.start}`}>
            <AsideView {...aside} onHeed={fixed ? undefined : () => onHeed(aside)} />
            <Button look="quiet" onPress={() => onGo(aside.by.unit)}>
              {t('asides.go')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
