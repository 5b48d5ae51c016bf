import { ImageOff, Replace, TriangleAlert } from '../../../icons/icons.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure } from '../../../../model/document/block.ts'
import { isBlank, plainText } from '../../../../model/document/text.ts'
import { useHost } from '../../../editor/context.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import { ToggleButton } from '../../../parts/toggle-button.tsx'
import type { EntryProps } from '../entry/entry.tsx'
import { UnitField } from '../entry/unit-field.tsx'
import { chooseImages } from './choose.ts'
import css from './figure.module.css'
import { takeImages } from './take.ts'

/** An image, what is said under it, and what is said to whoever does not see it. */
export function FigureFields({ entry, change }: EntryProps<Figure>) {
  const { t } = useTranslation('figure')
  const host = useHost()
  const format = useFormat()
  const { asset, width, height, alt, caption, decorative = false } = entry
  const replace = async (): Promise<void> => {
    const [taken] = await takeImages(await chooseImages(false))
    if (taken !== undefined) change({ asset: taken.id, width: taken.width, height: taken.height })
  }
  // What is decoration says nothing: its description goes, and an undo brings it back.
  const decorate = (on: boolean): void =>
    on
      ? change({ decorative: true, alt: { ...alt, content: [] } })
      : change({ decorative: undefined })
  const words = plainText(alt.content, (fact, form) => host.reader.read(fact, form) ?? '').trim()
  return (
    <div className={css['figure']}>
      <Picture
        key={asset}
        asset={asset}
        width={width}
        height={height}
        alt={decorative ? '' : words || t('undescribed')}
      />
      <UnitField
        text={caption}
        label={t('caption')}
        placeholder={t('captionExample')}
        onChange={(text, merge) => change({ caption: text }, merge)}
      />
      {!decorative && (
        <div className={css['alt']}>
          <span className={css['label']} aria-hidden>
            {t('alt')}
          </span>
          <UnitField
            text={alt}
            label={t('alt')}
            placeholder={t('altExample')}
            onChange={(text, merge) => change({ alt: text }, merge)}
          />
        </div>
      )}
      {decorative ? (
        <p className={css['hint']}>{t('decorativeHint')}</p>
      ) : isBlank(alt.content) ? (
        <p className={css['warning']}>
          <TriangleAlert size={14} />
          {t('noAlt')}
        </p>
      ) : (
        <p className={css['hint']}>{t('altHint')}</p>
      )}
      <div className={css['foot']}>
        {!host.readOnly && (
          <>
            <Button look="quiet" onPress={() => void replace()}>
              <Replace size={16} />
              {t('replace')}
            </Button>
            <ToggleButton isSelected={decorative} onChange={decorate}>
              {t('decorative')}
            </ToggleButton>
          </>
        )}
        <span className={css['size']}>
          {t('size', { width: format.number(width), height: format.number(height) })}
        </span>
      </div>
    </div>
  )
}

interface PictureProps {
  readonly asset: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** The image, or that it is not there: a library that was copied in part, a text from another one. */
function Picture({ asset, width, height, alt }: PictureProps) {
  const { t } = useTranslation('figure')
  const [isBroken, setBroken] = useState(false)
  if (isBroken)
    return (
      <p className={css['broken']} role="alert">
        <ImageOff size={18} />
        {t('missing')}
      </p>
    )
  return (
    <img
      className={css['picture']}
      src={`/asset/${asset}`}
      alt={alt}
      width={width}
      height={height}
      decoding="async"
      draggable={false}
      onError={() => setBroken(true)}
    />
  )
}
