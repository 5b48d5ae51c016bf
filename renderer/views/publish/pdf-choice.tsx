import { useTranslation } from 'react-i18next'
import { PAPERS, type PdfChoice } from '../../../model/document/paper.ts'
import { Select } from '../../parts/select.tsx'
import { ToggleButton } from '../../parts/toggle-button.tsx'

interface PdfChoiceFieldsProps {
  readonly choice: PdfChoice
  readonly disabled: boolean
  readonly onChange: (choice: PdfChoice) => void
}

/** What the PDFs of a release are printed on, and whether they are for archives. */
export function PdfChoiceFields({ choice, disabled, onChange }: PdfChoiceFieldsProps) {
  const { t } = useTranslation('publish')
  return (
    <>
      <Select<'region' | (typeof PAPERS)[number]>
        label={t('print.paper')}
        value={choice.paper ?? 'region'}
        options={(['region', ...PAPERS] as const).map((value) => ({
          value,
          text: t(`print.${value}`),
        }))}
        onChange={(value) => onChange({ ...choice, paper: value === 'region' ? undefined : value })}
      />
      <div>
        <ToggleButton
          isSelected={choice.archive ?? false}
          isDisabled={disabled}
          onChange={(archive) => onChange({ ...choice, archive })}
        >
          {t('print.archive')}
        </ToggleButton>
      </div>
    </>
  )
}
