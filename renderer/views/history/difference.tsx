import { useTranslation } from 'react-i18next'
import type { Difference, Part } from '../../../model/history/compare.ts'
import type { Side } from '../../../model/history/side.ts'
import { unitsOfBlock } from '../../../model/units/unit.ts'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { classNames } from '../../theme/class-names.ts'
import css from './history.module.css'
import { usePartName } from './part-name.ts'
import { Redline, type Layout } from './redline.tsx'
import { isField, useValueText } from './value-text.ts'

export interface DifferenceItemProps {
  readonly difference: Difference
  readonly before: Side
  readonly after: Side
  readonly layout: Layout
  readonly locale: string
  /** Undefined where nothing can be brought back. */
  readonly onRestore: ((part: Part, name: string) => void) | undefined
}

const TONES = { added: 'ok', removed: 'danger', changed: 'plain' } as const

/** What a block without other texts says, so that a person knows which one it is. */
function excerpt({ part, id }: Part, side: Side): string {
  const found = part === 'block' ? side.blocks.get(id) : undefined
  if (found === undefined) return ''
  const [unit] = unitsOfBlock(found.section, found.block)
  return unit ? side.words(side.units.get(unit.id) ?? []).join('') : ''
}

/** An image as it was and as it is. What is not in the library any more shows its words. */
function Images({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const { t } = useTranslation('figure')
  return (
    <span className={css['images']}>
      <img src={`/asset/${String(before)}`} alt={t('before')} />
      <img src={`/asset/${String(after)}`} alt={t('after')} />
    </span>
  )
}

/** One part that is different: what it is, what changed in it, and the way back. */
export function DifferenceItem(props: DifferenceItemProps) {
  const { difference, before, after, layout, locale, onRestore } = props
  const { t } = useTranslation('history')
  const say = useValueText()
  const { name, place } = usePartName(difference, before, after)
  const { status, moved, texts, values } = difference
  // To bring back a text that is the same would do nothing; the fact is a part of its own.
  const byFact =
    status === 'changed' && !moved && values.length === 0 && texts.every((text) => text.byFact)
  const here = texts.length === 0 ? excerpt(difference, after) || excerpt(difference, before) : ''
  return (
    <li className={css['difference']} data-part={difference.part} data-status={status}>
      <div className={css['head']}>
        <h3 className={css['what']}>
          {name}
          {place !== '' && (
            <span className={css['place']}>
              <bdi lang={locale}>{place}</bdi>
            </span>
          )}
        </h3>
        {(status !== 'changed' || !moved) && (
          <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
        )}
        {moved && <Badge tone="accent">{t('status.moved')}</Badge>}
        {onRestore && !byFact && (
          <Button
            className={classNames(css['restore'])}
            aria-label={t('restorePart', { part: name })}
            onPress={() => onRestore(difference, name)}
          >
            {t('restore')}
          </Button>
        )}
      </div>
      {here !== '' && (
        <Redline pieces={[{ kind: 'kept', text: here }]} layout="redline" locale={locale} />
      )}
      {texts.map(({ unit, pieces, marks }) => (
        <div key={unit}>
          <Redline pieces={pieces} layout={layout} locale={locale} />
          {byFact && <p className={css['hint']}>{t('byFact')}</p>}
          {marks && <p className={css['hint']}>{t('marks')}</p>}
        </div>
      ))}
      {values.length > 0 && (
        <dl className={css['values']}>
          {values.map(({ field, before: old, after: now }) =>
            isField(field) ? (
              <div key={field} className={css['value']}>
                <dt>{say.label(field)}</dt>
                <dd>
                  {field === 'asset' ? (
                    <Images before={old} after={now} />
                  ) : (
                    <>
                      <bdi>
                        <del>{say.value(field, old, before)}</del>
                      </bdi>{' '}
                      <bdi>
                        <ins>{say.value(field, now, after)}</ins>
                      </bdi>
                    </>
                  )}
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      )}
    </li>
  )
}
