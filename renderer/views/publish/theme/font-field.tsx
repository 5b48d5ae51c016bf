import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../model/contract/calls.ts'
import {
  cutsOf,
  hasFace,
  MUCH_OF_A_PAGE,
  standsIn,
  type FontCut,
  type FontFace,
  type FontRole,
} from '../../../../model/theme/font.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../parts/button.tsx'
import { ErrorNote } from '../../../parts/error-note.tsx'
import { FontSample } from './font-sample.tsx'
import { useFontFiles } from './font-files.ts'
import css from './theme.module.css'

export type FontUse = Output<'theme.fontUse'>['uses'][number]

export interface FontFieldProps {
  readonly role: FontRole
  readonly value: FontFace
  /** What the face does for each language, once that is known. */
  readonly uses: readonly FontUse[]
  /** A text to show it with. */
  readonly sample: string
  /** Called with what is there then: files are read one after another. */
  readonly onChange: (change: (face: FontFace) => FontFace) => void
}

/** A face of an organisation's own for one kind of type: its files by cut, how it looks, and what it does for each language. */
export function FontField({ role, value, uses, sample, onChange }: FontFieldProps) {
  const { t } = useTranslation('theme')
  const { choose, reading, failure, fail } = useFontFiles(role, onChange)
  const face = t(`fonts.${role}`)
  const has = hasFace(value)
  const remove = (cut: FontCut): void => onChange((now) => ({ ...now, [cut]: null }))
  return (
    <div role="group" aria-label={face} className={css['colour']}>
      <span className={css['label']} aria-hidden>
        {face}
      </span>
      <span className={css['hint']}>{t(role === 'code' ? 'codeHint' : 'fontHint')}</span>
      {!has && (
        <Button
          aria-label={t('chooseFontsFor', { face })}
          isDisabled={reading !== null}
          onPress={() => void choose()}
        >
          {t('chooseFonts')}
        </Button>
      )}
      {has && (
        <ul className={css['cuts']}>
          {cutsOf(role).map((cut) => {
            const file = value[cut]
            const named = { cut: t(`cuts.${cut}`), face }
            return (
              <li key={cut} className={css['cut']}>
                <span className={css['cutName']}>{named.cut}</span>
                {file === null ? (
                  <span className={css['hint']}>
                    {t(standsIn(role, value, cut) ? 'otherCut' : 'houseCut')}
                  </span>
                ) : (
                  <bdi className={css['name']}>{`${file.family} ${file.style}`.trim()}</bdi>
                )}
                <span className={css['tools']}>
                  <Button
                    look="quiet"
                    aria-label={t('chooseCutOf', named)}
                    isDisabled={reading !== null}
                    onPress={() => void choose(cut)}
                  >
                    {t('chooseCut')}
                  </Button>
                  {file !== null && (
                    <Button
                      look="quiet"
                      aria-label={t('removeCutOf', named)}
                      onPress={() => remove(cut)}
                    >
                      {t('removeCut')}
                    </Button>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {reading !== null && (
        <p role="status" className={css['hint']}>
          {t('reading', { file: reading })}
        </p>
      )}
      {failure !== null && <ErrorNote failure={failure} />}
      {has && <FontSample value={value} text={sample} onFailure={fail} />}
      {has && <Uses uses={uses} />}
    </div>
  )
}

function Uses({ uses }: { readonly uses: readonly FontUse[] }) {
  const { t } = useTranslation('theme')
  const format = useFormat()
  return (
    <ul className={css['uses']}>
      {uses.map(({ locale, characters, covered, onPaper, bytes }) => {
        const language = format.language(locale)
        const words = { language, characters, covered, size: format.bytes(bytes) }
        const much = bytes > MUCH_OF_A_PAGE
        return (
          <li key={locale} className={css['hint']} data-poor={much || undefined}>
            {covered === 0
              ? t('coversNone', words)
              : covered === characters
                ? t('coversAll', words)
                : t('coversSome', words)}
            {onPaper < covered && ` ${t('notOnPaper')}`}
            {much && ` ${t('heavy')}`}
          </li>
        )
      })}
    </ul>
  )
}
