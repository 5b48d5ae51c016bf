import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../../model/errors/result.ts'
import { FONT_CUTS, type FontFace as OwnFace, type FontFile } from '../../../../model/theme/font.ts'
import css from './theme.module.css'

export interface FontSampleProps {
  readonly value: OwnFace
  readonly text: string
  /** What reads fonts here may refuse one that others read. */
  readonly onFailure: (failure: Failure) => void
}

/** A line of text in each cut that a face has, for the eye. */
export function FontSample({ value, text, onFailure }: FontSampleProps) {
  const { t } = useTranslation('theme')
  return (
    <div role="img" aria-label={t('sample')} className={css['samples']}>
      {FONT_CUTS.map((cut) => {
        const file = value[cut]
        return file === null ? null : (
          <Line key={`${cut} ${file.font}`} file={file} text={text} onFailure={onFailure} />
        )
      })}
    </div>
  )
}

interface LineProps extends Pick<FontSampleProps, 'text' | 'onFailure'> {
  readonly file: FontFile
}

function Line({ file: { font, family }, text, onFailure }: LineProps) {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    // A name of its own: the family may be one that the window is set in.
    const face = new FontFace(`own-${font}`, `url(/font/${font}.ttf)`)
    let gone = false
    document.fonts.add(face)
    face.load().then(
      () => gone || setDrawn(true),
      () => gone || onFailure({ code: 'FONT_DAMAGED', params: { file: family } }),
    )
    return () => {
      gone = true
      document.fonts.delete(face)
    }
  }, [font, family, onFailure])
  return (
    <bdi
      className={css['sample']}
      data-drawn={drawn || undefined}
      style={{ fontFamily: `'own-${font}', var(--sans, sans-serif)` }}
    >
      {text}
    </bdi>
  )
}
