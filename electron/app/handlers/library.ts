import type { Summary } from '../../../model/contract/summary.ts'
import { plainText } from '../../../model/document/text.ts'
import { ok } from '../../../model/errors/result.ts'
import type { Listed } from '../../store/list.ts'
import type { HandlersOf } from '../context.ts'
import { readTitle } from '../title.ts'

function summaryOf(listed: Listed): Summary {
  const { id, sourceLocale, createdAt, changedAt, sample, head, facts, progress } = listed
  return {
    id,
    title: head?.title.content ?? [],
    titleText: head ? readTitle(head.title.content, facts, sourceLocale) : plainText([]),
    sourceLocale,
    locales: [...progress],
    organisation: head?.metadata.organisation ?? '',
    createdAt,
    changedAt,
    sample,
    ...(head ? {} : { damaged: true }),
  }
}

export const libraryHandlers: HandlersOf<'library.info' | 'library.list'> = {
  'library.info': (_, { library, ports }) =>
    ok({
      file: library.file,
      readOnly: library.readOnly,
      version: ports.version,
      runtime: ports.runtime,
      user: ports.user,
    }),
  'library.list': (_, { library }) => {
    const listed = library.list()
    return listed.ok ? ok(listed.value.map(summaryOf)) : listed
  },
}
