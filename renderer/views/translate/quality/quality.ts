import { useCallback, useMemo, useState } from 'react'
import type { Problem } from '../../../../model/checks/problem.ts'
import { equal } from '../../../../model/document/equal.ts'
import { contentHash } from '../../../../model/units/hash.ts'
import { unitInLocale, type UnitInLocale } from '../../../../model/units/locale-view.ts'
import type { Session } from '../../../session/session.ts'
import { useFound, type Found } from './found.ts'
import { isOfPair, look, type Looked } from './look.ts'
import { useLooked } from './looked.ts'
import { useProblemMarks } from './marks.ts'
import { useWeights } from './weights.ts'

/** What the checks say in Translate, and what was said about it. */
export interface QualityDesk {
  readonly found: Found
  /** About the text that is worked on. */
  readonly looked: Looked
  /** The rule that is being set aside there. */
  readonly aside: string | null
  /** It was confirmed with what is wrong, and the person was told. */
  readonly warned: boolean
  askAside(unit: string, rule: string | null): void
  /** What is wrong with a text as it stands in the window. */
  problems(item: UnitInLocale): readonly Problem[]
  /** False where it was said before of these words. */
  warn(item: UnitInLocale): boolean
}

export function useQuality(
  session: Session,
  locale: string,
  sourceLocale: string,
  worked: UnitInLocale | undefined,
): QualityDesk {
  const settings = useWeights()
  const found = useFound(session, locale, settings)
  const looked = useLooked(session, worked, sourceLocale, found, settings)
  useProblemMarks(session, worked?.unit.id ?? null, looked.problems)
  const [asked, setAsked] = useState<{ unit: string; rule: string } | null>(null)
  const [told, setTold] = useState<{ unit: string; hash: string } | null>(null)

  const now = useCallback(
    ({ unit }: UnitInLocale): UnitInLocale =>
      unitInLocale(unit, session.store.getState().state.translations.get(locale)?.get(unit.id)),
    [session, locale],
  )
  const askAside = useCallback(
    (unit: string, rule: string | null) => setAsked(rule === null ? null : { unit, rule }),
    [],
  )
  const unit = worked?.unit.id
  const words = worked?.translation?.content
  const hash = useMemo(() => (words === undefined ? '' : contentHash(words)), [words])
  return {
    found,
    looked,
    aside: asked !== null && asked.unit === unit ? asked.rule : null,
    warned: told !== null && told.unit === unit && told.hash === hash,
    askAside,
    problems(item) {
      const { unit: of, translation } = now(item)
      // What the library said of other words tells nothing of these.
      const known = equal(found.translations.get(locale)?.get(of.id), translation)
      const { problems } = look({ ...item, translation }, sourceLocale, found, settings)
      return known ? problems : problems.filter(isOfPair)
    },
    warn(item) {
      const { translation } = now(item)
      const next = { unit: item.unit.id, hash: contentHash(translation?.content ?? []) }
      if (told?.unit === next.unit && told.hash === next.hash) return false
      setTold(next)
      return true
    },
  }
}
