import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import { UNIT_FIELDS } from '../../../model/document/entry.ts'
import { SECTION_KINDS } from '../../../model/document/section.ts'
import type { Difference } from '../../../model/history/compare.ts'
import type { Side } from '../../../model/history/side.ts'

const isEntryKind = (kind: string): kind is keyof typeof UNIT_FIELDS =>
  Object.hasOwn(UNIT_FIELDS, kind)

/** What a part is called in the interface, and the heading of the section that it stands in. */
export function usePartName(
  { part, id, section, kind }: Pick<Difference, 'part' | 'id' | 'section' | 'kind'>,
  before: Side,
  after: Side,
): { readonly name: string; readonly place: string } {
  const { t } = useTranslation(['history', 'write', 'translate'])
  const at = (side: Side) => side.document.sections.find((one) => one.id === section)
  const found = at(after) ?? at(before)
  const side = at(after) ? after : before
  const heading = found ? side.words(side.units.get(found.heading.id) ?? []).join('') : ''
  const placeName = heading || (found ? t(`write:kind.${found.kind}`) : '')
  switch (part) {
    case 'title':
      return { name: t('write:title'), place: '' }
    case 'metadata':
      return { name: t('write:panel.details'), place: '' }
    case 'locales':
      return { name: t('translate:languages'), place: '' }
    case 'workstream':
      return { name: t('write:action.workstream'), place: '' }
    case 'fact': {
      const fact = after.facts.get(id) ?? before.facts.get(id)
      return { name: t('history:fact'), place: fact?.name ?? '' }
    }
    case 'section': {
      const kindName = t(`write:kind.${v.parse(v.picklist(SECTION_KINDS), kind)}`)
      return { name: t('history:section', { kind: kindName }), place: '' }
    }
    case 'block':
      return {
        name: isEntryKind(kind) ? t(`write:entry.${kind}`) : t('write:kind.prose'),
        place: placeName,
      }
  }
}
