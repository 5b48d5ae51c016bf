import { ok, type Result } from '../../../model/errors/result.ts'
import type { Library } from '../../store/library.ts'
import type { HandlersOf } from '../context.ts'
import { sample } from '../sample/sample.ts'

/** Makes sure that the sample is in the library: the one that is there, the one from the bin, or a new one. */
export function restoreSample(library: Library): Result<{ id: string }> {
  const found = library.sample()
  if (!found.ok) return found
  if (found.value?.deleted === false) return ok({ id: found.value.id })
  if (found.value) {
    const { id } = found.value
    const restored = library.restore(id)
    return restored.ok ? ok({ id }) : restored
  }
  const { document, translations } = sample()
  const created = library.create(document, translations, { sample: true })
  return created.ok ? ok({ id: document.id }) : created
}

export const sampleHandlers: HandlersOf<'sample.restore'> = {
  'sample.restore': (_, { library, events }) => {
    const restored = restoreSample(library)
    if (restored.ok) events.emit('library.changed', {})
    return restored
  },
}
