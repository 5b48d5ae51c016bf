import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeSettings, useSettings } from '../../app/settings.ts'
import { TextArea } from '../../parts/text-area.tsx'
import css from './settings.module.css'

/** The words that the spelling check takes as right, to look through and to change. Kept when one leaves the field. */
export function OwnWords() {
  const { t } = useTranslation('spelling')
  const { words = [] } = useSettings()
  const [text, setText] = useState(words.join('\n'))
  const keep = (): void => {
    const typed = text
      .split('\n')
      .map((word) => word.trim())
      .filter((word) => word !== '')
    void changeSettings({ words: [...new Set(typed)] })
  }
  return (
    <div className={css['setting']}>
      <TextArea
        label={t('wordsLabel')}
        note={t('wordsNote')}
        value={text}
        dir="auto"
        onChange={setText}
        onBlur={keep}
      />
    </div>
  )
}
