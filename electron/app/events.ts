import type { EventName, EventPayload } from '../../model/contract/events.ts'

type Listener<E extends EventName> = (payload: EventPayload<E>) => void

/** What the core tells its host without being asked. A listener that throws does not keep the others from hearing. */
export interface Events {
  on<E extends EventName>(event: E, listener: Listener<E>): () => void
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void
}

export function createEvents(onError: (error: unknown) => void): Events {
  const listeners = new Map<EventName, Set<Listener<never>>>()
  return {
    on(event, listener) {
      const ofEvent = listeners.get(event) ?? new Set()
      listeners.set(event, ofEvent.add(listener))
      return () => void ofEvent.delete(listener)
    },
    emit(event, payload) {
      for (const listener of [...(listeners.get(event) ?? [])])
        try {
          ;(listener as Listener<typeof event>)(payload)
        } catch (error) {
          onError(error)
        }
    },
  }
}
