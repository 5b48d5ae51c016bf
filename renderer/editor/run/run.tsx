import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Audience } from '../../../model/document/audience.ts'
import type { ProseBlock } from '../../../model/document/block.ts'
import { isSpelled } from '../../spelling/speller.ts'
import { useHost } from '../context.ts'
import { EDITABLE } from '../edge.ts'
import { isAtOnce, watchNear } from '../near.ts'
import styles from '../prose.module.css'
import { mountRun } from './mount.ts'
import { runAt, type RunPlace } from './place.ts'
import { caretIn, putCaret, showStill } from './still.ts'

export interface RunProps extends RunPlace {
  readonly label: string
  readonly placeholder?: string | undefined
}

/**
 * The editor of a run of prose, or its blocks as elements until it is near. React makes the element and never draws in it: a draw per key
 * costs more than the key.
 */
export function Run({ section, after, label, placeholder }: RunProps) {
  const host = useHost()
  const { t } = useTranslation('editor')
  const element = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const root = element.current!
    const place = { section, after }
    const label = (audience: Exclude<Audience, 'public'>): string => t(`audience.${audience}`)
    const { document: doc } = host.session.store.getState().state
    const last = runAt(doc, place).blocks.at(-1)
    let stop: () => void
    let isAwake = last === undefined || isAtOnce(doc, last.id)
    const wake = (shown?: readonly ProseBlock[]): void => {
      if (isAwake) return
      isAwake = true
      stop()
      const caret = caretIn(root)
      stop = mountRun(root, host, place, label, shown)
      if (caret !== null) putCaret(root, caret)
    }
    stop = isAwake
      ? mountRun(root, host, place, label)
      : showStill(root, { host, place, label, wake })
    const stopWatching = watchNear(root, { isAwake: () => isAwake, wake: () => wake() })
    return () => {
      stopWatching()
      stop()
    }
    // The words of the interface are read again when the language changes.
  }, [host, section, after, t])

  return (
    <div
      ref={element}
      className={styles['prose']}
      contentEditable={!host.readOnly}
      suppressContentEditableWarning
      role="textbox"
      aria-multiline
      aria-label={label}
      aria-readonly={host.readOnly || undefined}
      aria-placeholder={placeholder}
      data-placeholder={placeholder}
      lang={host.locale}
      dir={host.direction}
      spellCheck={!isSpelled(host.locale)}
      tabIndex={0}
      {...{ [EDITABLE]: '' }}
      data-run={after ?? ''}
    />
  )
}
