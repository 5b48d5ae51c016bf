import { ok } from '../../../model/errors/result.ts'
import type { HandlersOf } from '../context.ts'

export const historyHandlers: HandlersOf<
  'history.list' | 'history.open' | 'history.keep' | 'history.name'
> = {
  'history.list': ({ id }, { library }) => {
    const versions = library.versions(id)
    return versions.ok ? ok({ versions: versions.value }) : versions
  },
  'history.open': ({ id, version }, { library }) => library.openVersion(id, version),
  'history.keep': ({ id }, { library }) => {
    const kept = library.keepVersion(id)
    return kept.ok ? ok({}) : kept
  },
  'history.name': ({ id, version, name }, { library }) => {
    const named = library.nameVersion(id, version, name)
    return named.ok ? ok({}) : named
  },
}
