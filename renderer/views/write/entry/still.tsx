import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Entry } from '../../../../model/document/block.ts'
import { unitsOfBlock } from '../../../../model/units/unit.ts'
import { useHost } from '../../../editor/context.ts'
import { ENTER_AT } from '../../../editor/edge.ts'
import { redrawChips } from '../../../editor/fact/chip.ts'
import { offsetIn, placeAt } from '../../../editor/field/offset.ts'
import { claimUndo } from '../../../editor/follow.ts'
import { awaken } from '../../../editor/near.ts'
import css from './entry.module.css'
import { drawStill } from './draw-still.ts'

/** A text that the focus came to, and where in it the caret was or is to come in. */
export interface Entered {
  readonly unit: string
  readonly offset: number
  readonly at: string | undefined
}

interface StillProps {
  readonly entry: Entry
  readonly entered: RefObject<Entered | null>
}

/** What an entry says, for where nobody works. Whoever comes into it finds the whole entry. */
export function Still({ entry, entered }: StillProps) {
  const host = useHost()
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    element.current!.replaceChildren(...drawStill(host, entry))
  }, [host, entry])
  // An undo goes to where it changed something.
  const before = useRef(entry)
  useEffect(() => {
    const texts = new Map(
      [...unitsOfBlock('', before.current)].map((unit) => [unit.id, unit.content]),
    )
    before.current = entry
    const changed = [...unitsOfBlock('', entry)].find(
      ({ id, content }) => texts.get(id) !== content,
    )
    if (changed === undefined || !claimUndo(host.session.store.getState().lastChanged)) return
    element.current!.querySelector<HTMLElement>(`[data-unit="${CSS.escape(changed.id)}"]`)?.focus()
  }, [entry, host])
  useEffect(() => {
    const still = element.current!
    const come = ({ target }: FocusEvent): void => {
      const field = (target as Element).closest<HTMLElement>('[data-unit]')
      if (field === null) return
      entered.current = {
        unit: field.dataset['unit']!,
        offset: offsetIn(field),
        at: field.dataset[ENTER_AT],
      }
      awaken(still)
    }
    const down = (): void => void awaken(still)
    still.addEventListener('focusin', come)
    still.addEventListener('pointerdown', down)
    const stop = host.reader.subscribe(() => redrawChips(still, host.reader))
    return () => {
      still.removeEventListener('focusin', come)
      still.removeEventListener('pointerdown', down)
      stop()
    }
  }, [host, entered])
  return <div ref={element} className={css['still']} />
}

/** Goes on in the field that has taken the place of the text which the focus came to. */
export function enterAgain(card: HTMLElement | null, entered: RefObject<Entered | null>): void {
  const { current: to } = entered
  entered.current = null
  const field = to && card?.querySelector<HTMLElement>(`[data-unit="${CSS.escape(to.unit)}"]`)
  if (!field) return
  if (to.at !== undefined) field.dataset[ENTER_AT] = to.at
  else if (Number.isFinite(to.offset)) placeAt(field, to.offset)
  field.focus({ preventScroll: true })
}
