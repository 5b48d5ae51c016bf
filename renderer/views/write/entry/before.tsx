import { findBlock } from '../../../../model/document/state.ts'
import type { Session } from '../../../session/session.ts'
import { Lead } from '../timeline/lead.tsx'
import { GroupHead } from './group-head.tsx'

export interface BeforeProps {
  readonly session: Session
  readonly section: string
  readonly id: string
}

/** What stands above an entry because of the one before it: a silence between events, the heading of a group. */
export function Before(props: BeforeProps) {
  // An entry never becomes one of another kind.
  const kind = findBlock(props.session.store.getState().state.document, props.id)?.kind
  if (kind === 'event') return <Lead {...props} />
  return kind === 'action' ? <GroupHead session={props.session} id={props.id} /> : null
}
