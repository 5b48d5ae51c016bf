import { useEffect, type RefObject } from 'react'
import type { UnitInLocale } from '../../../model/units/locale-view.ts'
import { openDialog } from '../../app/dialogs.ts'
import { provide, type Handler } from '../../commands/registry.ts'
import {
  canApprove,
  canConfirm,
  canCopy,
  canReject,
  canReopen,
  canReview,
  type Command,
  type Desk,
  type DeskState,
} from './desk.ts'
import { isQualityRule } from './quality/look.ts'
import { insertable } from './terms/found-terms.ts'

/** The keys of a row are heard by the row; the palette does them to the text that was worked on. */
export function useUnitCommands(
  desk: Desk,
  unit: string | null,
  state: RefObject<DeskState | null>,
): void {
  useEffect(() => {
    const workedOn = () => state.current?.units.find((item) => item.unit.id === unit)
    const wrongHere = () => {
      const item = workedOn()
      return item === undefined || item.state === 'approved' ? [] : state.current!.problems(item)
    }
    const anyProblem = (): boolean => (state.current?.wrong.size ?? 0) > 0
    const toUnit = (command: Command, fits: (item: UnitInLocale) => boolean): Handler => ({
      run: () => unit !== null && desk.run(command, unit),
      ready() {
        const item = workedOn()
        return item !== undefined && fits(item)
      },
    })
    return provide({
      confirm: toUnit('confirm', canConfirm),
      review: toUnit('review', canReview),
      approve: toUnit('approve', canApprove),
      reopen: toUnit('reopen', canReopen),
      comment: {
        run: () => unit !== null && desk.talk(unit, 'comment'),
        ready: () => workedOn() !== undefined,
      },
      reject: {
        run: () => unit !== null && desk.talk(unit, 'reject'),
        ready() {
          const item = workedOn()
          return item !== undefined && canReject(item)
        },
      },
      insertMatch: {
        run: () => unit !== null && desk.insertMatch(unit, 0, null),
        ready: () => (state.current?.matches.length ?? 0) > 0,
      },
      insertTerm: {
        run: () => unit !== null && desk.insertTerm(unit, 0, null),
        ready: () => insertable(state.current?.terms ?? []).length > 0,
      },
      addTerm: {
        run: () => unit !== null && desk.addTerm(unit),
        ready: () => workedOn() !== undefined,
      },
      mend: {
        run: () => unit !== null && desk.mend(unit),
        ready: () => wrongHere().some(({ mend }) => mend !== undefined),
      },
      setAside: {
        run() {
          const first = wrongHere().find(({ rule }) => isQualityRule(rule))
          if (unit !== null && first !== undefined) desk.askAside(unit, first.rule)
        },
        ready: () => wrongHere().some(({ rule }) => isQualityRule(rule)),
      },
      asides: () => openDialog('asides'),
      nextProblem: { run: () => desk.toProblem(unit, 1), ready: anyProblem },
      previousProblem: { run: () => desk.toProblem(unit, -1), ready: anyProblem },
      nextOpen: { run: () => desk.toOpen(unit ?? '') },
      copySource: toUnit('copy', canCopy),
      keepStale: toUnit('still', ({ stale }) => stale),
    })
  }, [desk, unit, state])
}
