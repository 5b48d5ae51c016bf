import { Label, ProgressBar as AriaBar } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import css from './progress-bar.module.css'

export interface ProgressBarProps {
  readonly label: string
  readonly value: number
  readonly max: number
  /** What assistive technology reads out and, unless hidden, what stands under the bar. */
  readonly text: string
  readonly labelHidden?: boolean
  readonly textHidden?: boolean
  /** A second part behind the first, as drafts behind what is confirmed. */
  readonly behind?: number
}

export function ProgressBar({
  label,
  value,
  max,
  text,
  labelHidden = false,
  textHidden = false,
  behind,
}: ProgressBarProps) {
  const share = (part: number): string => `${max === 0 ? 0 : (100 * part) / max}%`
  return (
    <AriaBar
      value={value}
      maxValue={Math.max(max, 1)}
      valueLabel={text}
      className={classNames(css['progress'])}
      {...(labelHidden ? { 'aria-label': label } : {})}
    >
      {!labelHidden && <Label className={css['label']}>{label}</Label>}
      <div className={css['track']}>
        {behind !== undefined && (
          <div className={css['behind']} style={{ inlineSize: share(behind) }} />
        )}
        <div className={css['bar']} style={{ inlineSize: share(value) }} />
      </div>
      {!textHidden && <span className={css['text']}>{text}</span>}
    </AriaBar>
  )
}
