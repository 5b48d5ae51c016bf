import { useTranslation } from 'react-i18next'
import type { Amount, Tally } from '../../../../model/measure/tally.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ProgressBar } from '../../../parts/progress-bar.tsx'
import css from './counts.module.css'

/** Which texts are counted: those of the source, or what was written for them. */
export type Side = 'source' | 'target'

export interface CountRow {
  readonly key: string
  /** In the language of the interface. */
  readonly name: string | null
  /** In a language of its own. */
  readonly own: { readonly text: string; readonly lang: string } | null
  readonly tally: Tally
}

export interface CountTableProps {
  readonly caption: string
  /** What the rows are. */
  readonly head: string
  readonly rows: readonly CountRow[]
  /** What they come to, where that says something. */
  readonly all: Tally | null
  readonly side: Side
  /** What progress is measured in: what the source is counted by. */
  readonly by: Exclude<keyof Amount, 'units'>
}

const COLUMNS = ['units', 'words', 'characters'] as const

export function CountTable({ caption, head, rows, all, side, by }: CountTableProps) {
  const { t } = useTranslation('translate')
  return (
    <table className={css['table']}>
      <caption className={css['caption']}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={css['number']}>
              {t(`counts.${column}`)}
            </th>
          ))}
          <th scope="col">{t('counts.done')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, own, tally }) => (
          <tr key={key} data-count={key}>
            <th scope="row">
              {name}
              {name !== null && own !== null && ' '}
              {own !== null && (
                <bdi lang={own.lang} className={name === null ? undefined : css['own']}>
                  {own.text}
                </bdi>
              )}
            </th>
            <Numbers name={name ?? own?.text ?? ''} tally={tally} side={side} by={by} />
          </tr>
        ))}
      </tbody>
      {all !== null && (
        <tfoot>
          <tr data-count="all">
            <th scope="row">{t('counts.all')}</th>
            <Numbers name={t('counts.all')} tally={all} side={side} by={by} />
          </tr>
        </tfoot>
      )}
    </table>
  )
}

interface NumbersProps extends Pick<CountTableProps, 'side' | 'by'> {
  readonly name: string
  readonly tally: Tally
}

function Numbers({ name, tally, side, by }: NumbersProps) {
  const { t } = useTranslation('translate')
  const format = useFormat()
  const { source, done } = tally
  return (
    <>
      {COLUMNS.map((column) => (
        <td key={column} className={css['number']}>
          {format.number(tally[side][column])}
        </td>
      ))}
      <td>
        <ProgressBar
          label={name}
          labelHidden
          value={done[by]}
          max={source[by]}
          text={t('counts.share', {
            done: done.units,
            total: source.units,
            share: format.percent(done[by], source[by]),
          })}
        />
      </td>
    </>
  )
}
