import type { Glyph } from '../../icons/icon.tsx'
import {
  Check,
  CheckCheck,
  BadgeCheck,
  CircleDashed,
  Pencil,
  TriangleAlert,
} from '../../icons/icons.ts'
import { useTranslation } from 'react-i18next'
import type { UnitInLocale } from '../../../model/units/locale-view.ts'
import { Badge, type Tone } from '../../parts/badge.tsx'

type Shown = UnitInLocale['state'] | 'stale'

const LOOKS: Readonly<Record<Shown, readonly [Tone, Glyph]>> = {
  untranslated: ['plain', CircleDashed],
  draft: ['accent', Pencil],
  translated: ['ok', Check],
  reviewed: ['ok', CheckCheck],
  approved: ['ok', BadgeCheck],
  stale: ['warn', TriangleAlert],
}

/** What a unit is shown as: that its source changed comes before everything else. */
export const shownState = ({ state, stale }: UnitInLocale): Shown => (stale ? 'stale' : state)

export function StateBadge({ unit }: { readonly unit: UnitInLocale }) {
  const { t } = useTranslation('translate')
  const shown = shownState(unit)
  const [tone, icon] = LOOKS[shown]
  return (
    <Badge tone={tone} icon={icon}>
      {t(`state.${shown}`)}
    </Badge>
  )
}
