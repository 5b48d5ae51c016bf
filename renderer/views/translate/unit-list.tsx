import { useMemo, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { plainText } from '../../../model/document/text.ts'
import type { UnitInLocale } from '../../../model/units/locale-view.ts'
import { VirtualList, type VirtualListHandle } from '../../parts/virtual-list.tsx'
import { formerOf, type Former } from './former.ts'
import type { Thread } from '../../../model/workflow/threads.ts'
import type { Found } from './quality/found.ts'
import type { Looked } from './quality/look.ts'
import type { SourceSince } from '../../../model/workflow/since.ts'
import type { Desk, Talk } from './desk.ts'
import { numbersOf } from './units.ts'
import { UnitRow } from './unit-row.tsx'

export interface UnitListProps {
  readonly document: Postmortem
  readonly shown: readonly UnitInLocale[]
  readonly former: Former
  /** How the sources differ from what they were at a moment that was asked for. */
  readonly since: ReadonlyMap<string, SourceSince>
  /** What is said about each text, by its unit. */
  readonly threads: ReadonlyMap<string, readonly Thread[]>
  readonly talk: { readonly unit: string; readonly talk: Talk } | null
  readonly found: Found
  /** What is wrong with the text that is worked on. */
  readonly looked: Looked
  /** The rule that is being set aside there. */
  readonly aside: string | null
  readonly warned: boolean
  readonly active: string | null
  readonly desk: Desk
  readonly ref: Ref<VirtualListHandle>
}

// Roughly forty characters stand on a line of half the list.
const heightOf = ({ unit }: UnitInLocale): number =>
  72 + 24 * Math.ceil(plainText(unit.content).length / 40)

const SILENT: readonly Thread[] = []

const keyOf = ({ unit }: UnitInLocale): string => unit.id

export function UnitList(props: UnitListProps) {
  const { document, shown, former, since, threads, talk, found, looked, aside, warned } = props
  const { active, desk, ref } = props
  const { t } = useTranslation('translate')
  const kinds = useMemo(
    () =>
      new Map(
        document.sections.flatMap(({ blocks }) => blocks.map((block) => [block.id, block.kind])),
      ),
    [document.sections],
  )
  const numbers = numbersOf(document)
  const keep = shown.findIndex(({ unit }) => unit.id === active)
  return (
    <VirtualList
      ref={ref}
      label={t('units')}
      items={shown}
      keyOf={keyOf}
      estimate={heightOf}
      keep={keep}
      render={(item) => (
        <UnitRow
          item={item}
          number={numbers.get(item.unit.id) ?? 0}
          former={formerOf(former, item)}
          since={since.get(item.unit.id)}
          threads={threads.get(item.unit.id) ?? SILENT}
          talk={talk?.unit === item.unit.id ? talk.talk : null}
          wrong={found.problems.get(item.unit.id)?.length ?? 0}
          looked={item.unit.id === active ? looked : null}
          aside={item.unit.id === active ? aside : null}
          warned={item.unit.id === active && warned}
          kind={kinds.get(item.unit.place.block ?? '') ?? null}
          active={item.unit.id === active}
          desk={desk}
        />
      )}
    />
  )
}
