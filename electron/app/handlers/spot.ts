import { ok } from '../../../model/errors/result.ts'
import type { HandlersOf } from '../context.ts'

export const spotHandlers: HandlersOf<'spot.get' | 'spot.put'> = {
  'spot.get': ({ id, view }, { library }) => {
    const read = library.spot(id, view)
    return read.ok ? ok({ spot: read.value }) : read
  },
  'spot.put': ({ id, view, spot }, { library }) => {
    const written = library.setSpot(id, view, spot)
    return written.ok ? ok({}) : written
  },
}
