import { Pencil, Trash2 } from '../../icons/icons.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateSummary } from '../../../model/contract/template.ts'
import { Button } from '../../parts/button.tsx'
import { NameDialog } from './name-dialog.tsx'
import css from './templates.module.css'
import { deleteTemplate, renameTemplate } from './templates.ts'

export interface OwnToolsProps {
  readonly template: TemplateSummary
  readonly onDeleted: () => void
}

/** What can be done to the chosen template of the person's own. */
export function OwnTools({ template, onDeleted }: OwnToolsProps) {
  const { t } = useTranslation('own-template')
  const [naming, setNaming] = useState(false)
  return (
    <div className={css['tools']}>
      <Button onPress={() => setNaming(true)}>
        <Pencil size={16} />
        {t('rename')}
      </Button>
      <Button
        onPress={() => {
          onDeleted()
          void deleteTemplate(template)
        }}
      >
        <Trash2 size={16} />
        {t('delete')}
      </Button>
      {naming && (
        <NameDialog
          title={t('renameTitle')}
          button={t('renameButton')}
          name={template.name}
          onName={(name) => renameTemplate(template.id, name)}
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  )
}
