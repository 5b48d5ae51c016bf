import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TERM_FORMATS } from '../../../model/contract/terms.ts'
import { AUDIENCES, type Audience } from '../../../model/document/audience.ts'
import { Button } from '../../parts/button.tsx'
import { CheckBox } from '../../parts/check-box.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Select } from '../../parts/select.tsx'
import css from './terms.module.css'

/** What leaves of the termbase, and in which form. */
export interface TermsOut {
  readonly format: (typeof TERM_FORMATS)[number]
  readonly audience: Audience
  readonly notes: boolean
}

export interface ExportTermsProps {
  readonly onExport: (out: TermsOut) => void
  readonly onClose: () => void
}

/** Asks in which form the termbase leaves, for whom, and whether what is noted of terms leaves too. */
export function ExportTerms({ onExport, onClose }: ExportTermsProps) {
  const { t } = useTranslation('terms')
  const { t: publish } = useTranslation('publish')
  const { t: common } = useTranslation()
  const [format, setFormat] = useState<TermsOut['format']>('tbx')
  const [audience, setAudience] = useState<Audience>('public')
  const [notes, setNotes] = useState(false)
  const isInside = audience === 'internal'

  return (
    <Dialog
      title={t('leaving.title')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      buttons={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button
            look="primary"
            onPress={() => {
              onClose()
              onExport({ format, audience, notes })
            }}
          >
            {t('leaving.button')}
          </Button>
        </>
      }
    >
      <div className={css['leaving']} data-export-terms>
        <Select
          label={t('leaving.format')}
          value={format}
          options={TERM_FORMATS.map((value) => ({ value, text: t(`formats.${value}`) }))}
          onChange={setFormat}
        />
        <Select
          label={t('leaving.readers')}
          value={audience}
          options={AUDIENCES.map((value) => ({ value, text: publish(`audience.${value}`) }))}
          onChange={setAudience}
        />
        {!isInside && (
          <CheckBox label={t('leaving.notes')} isSelected={notes} onChange={setNotes} />
        )}
        {!isInside && notes && <p className={css['hint']}>{t('leaving.notesHint')}</p>}
        <p className={css['hint']}>{t(isInside ? 'leaving.everything' : 'leaving.hint')}</p>
      </div>
    </Dialog>
  )
}
