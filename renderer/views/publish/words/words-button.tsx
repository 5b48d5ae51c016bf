import { WholeWord } from '../../../icons/icons.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/button.tsx'
import { WordsDialog, type WordsDialogProps } from './words-dialog.tsx'

/** The way to the words that pages say by themselves. */
export function WordsButton({ locales, locale }: Omit<WordsDialogProps, 'onClose'>) {
  const { t } = useTranslation('own-words')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <WholeWord size={16} />
        {t('edit')}
      </Button>
      {isOpen && <WordsDialog locales={locales} locale={locale} onClose={() => setOpen(false)} />}
    </>
  )
}
