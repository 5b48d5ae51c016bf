import type { Event } from '../../../../model/document/block.ts'
import type { Change } from '../../../../model/document/change.ts'
import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { findBlock, sectionOfBlock } from '../../../../model/document/state.ts'
import type { Timed } from '../../../../model/timeline/extent.ts'
import { orderAfter } from '../orders.ts'
import { placeEvent } from './place.ts'

/** Gives an event another time, and the place in its section that the time asks for. */
export function retime(document: Postmortem, id: string, timed: Timed): Change[] {
  const section = sectionOfBlock(document, id)
  const old = findBlock(document, id)
  if (section === undefined || old?.kind !== 'event') return []
  const event: Event = { ...old, ...timed }
  const at = section.blocks.findIndex((block) => block.id === id)
  const wanted = section.blocks[at - 1]?.id ?? null
  const after = placeEvent(section.blocks, event, wanted, document.metadata.zone)
  const rest = section.blocks.filter((block) => block.id !== id)
  const order = after === wanted ? old.order : orderAfter(rest, after)
  return [{ type: 'block.put', section: section.id, block: { ...event, order } }]
}
